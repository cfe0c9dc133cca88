package io.vimax.testing.broken;

/** Is seen by everybody. */
public final class PublicController {}
