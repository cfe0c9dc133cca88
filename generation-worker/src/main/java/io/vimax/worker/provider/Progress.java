package io.vimax.worker.provider;

import org.jspecify.annotations.Nullable;

/**
 * Where a job stands by the word of its provider.
 *
 * @param stage words for people, such as "drawing"
 * @param stageIndex position of the stage, from 1
 * @param share measured, 0 to 1; null where the provider does not measure
 */
public record Progress(
        String stage,
        int stageIndex,
        int stageCount,
        @Nullable Double share) {}
