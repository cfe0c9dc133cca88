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
 * @param resolution what the person decided of an ambiguous one, else null
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
        Cost cost,
        @Nullable String note,
        @Nullable String traceId,
        @Nullable Failure failure,
        @Nullable Resolution resolution,
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

    /**
     * All in micro-USD.
     *
     * @param actualMicros what it did cost, once that is known
     * @param possibleMicros what an ambiguous one may have cost, else 0
     * @param simulated whether the price is the provider simulator's, so that nobody pays it
     */
    public record Cost(long estimatedMicros, @Nullable Long actualMicros, long possibleMicros, boolean simulated) {

        /** What it may have cost beside all that is known, while that is not known. */
        public long openMicros() {
            return actualMicros == null ? possibleMicros : 0;
        }
    }

    /** @param successorId the generation that was sent instead, or null */
    public record Resolution(
            Decision decision, Instant decidedAt, @Nullable UUID successorId) {}

    /** @param retryable whether asking again as it is can help */
    public record Failure(String code, String detail, boolean retryable) {}

    /** Nobody knows whether the provider took it, and the person has not said what to do. */
    public boolean undecided() {
        return state == GenerationState.AMBIGUOUS && resolution == null;
    }

    public boolean underWay() {
        return state.underWay();
    }

    /** From 0 to 1; nothing known counts as nothing done. */
    public double fraction() {
        Double progress = reported.progress();
        return progress == null ? 0 : progress;
    }
}
