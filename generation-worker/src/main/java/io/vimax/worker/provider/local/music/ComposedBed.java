package io.vimax.worker.provider.local.music;

/**
 * What was written to the file: 16-bit stereo, loudest sample at -3 dBFS.
 *
 * @param durationMs length, milliseconds
 * @param sampleRate frames per second
 * @param key the key in words, such as "D dorian"
 */
public record ComposedBed(int durationMs, int sampleRate, String key) {}
