package io.vimax.editor.generation;

import org.jspecify.annotations.Nullable;

/**
 * A generation to be.
 *
 * @param contentHash hash of what the person wrote
 * @param interactive a person waits at the screen for exactly this
 * @param estimatedMicros expected cost in micro-USD
 * @param simulated whether the price is the provider simulator's, so that nobody pays it
 * @param note what people should know of how it is asked for, or null
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
        long estimatedMicros,
        boolean simulated,
        @Nullable String note) {}
