package io.vimax.editor.generation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A generation as its row stands.
 *
 * @param inputHash hash of all inputs with seed and model: equal means the same work
 * @param contentHash hash of what the person wrote: unequal to the unit's present one means stale
 * @param note what people should know of how it was asked for, or null
 * @param sourceAssetId the keyframe that a clip is made from, else null
 */
public record Generation(
        UUID id,
        UUID userId,
        UUID episodeId,
        GenerationKind kind,
        Target target,
        GenerationState state,
        String inputHash,
        String contentHash,
        @Nullable UUID sourceAssetId,
        String provider,
        String model,
        long seed,
        Reported reported,
        long costEstimatedMicros,
        @Nullable Long costActualMicros,
        @Nullable String note,
        @Nullable String traceId,
        @Nullable Failure failure,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** What the worker last said of it. */
    public record Reported(
            @Nullable String stage,
            @Nullable Integer stageIndex,
            @Nullable Integer stageCount,
            @Nullable Double progress,
            String progressKind,
            @Nullable Integer queuePosition,
            @Nullable Long etaP50Ms,
            @Nullable Long etaP90Ms,
            int etaSamples,
            int attempt) {}

    /** @param retryable whether asking again as it is can help */
    public record Failure(String code, String detail, boolean retryable) {}

    public boolean underWay() {
        return state.underWay();
    }

    /** From 0 to 1; nothing known counts as nothing done. */
    public double fraction() {
        Double progress = reported.progress();
        return progress == null ? 0 : progress;
    }
}
