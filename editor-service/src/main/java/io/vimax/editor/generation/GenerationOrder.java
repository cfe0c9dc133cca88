package io.vimax.editor.generation;

/**
 * A generation to be.
 *
 * @param contentHash hash of what the person wrote
 * @param interactive a person waits at the screen for exactly this
 * @param estimatedMicros expected cost in micro-USD
 */
public record GenerationOrder(
        Target target,
        Work work,
        String contentHash,
        String inputHash,
        String provider,
        String model,
        long seed,
        boolean interactive,
        long estimatedMicros) {}
