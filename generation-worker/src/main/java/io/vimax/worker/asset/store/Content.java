package io.vimax.worker.asset.store;

/**
 * What a store is asked for.
 *
 * @param sha256 in hexadecimal
 * @param bytes its length; a store that has another length under this hash does not have it
 */
public record Content(String sha256, long bytes, String mediaType) {}
