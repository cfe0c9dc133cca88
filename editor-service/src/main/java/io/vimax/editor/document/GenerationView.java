package io.vimax.editor.document;

import io.vimax.editor.generation.Decision;
import io.vimax.editor.generation.Generation;
import io.vimax.editor.generation.GenerationKind;
import io.vimax.editor.generation.GenerationState;
import io.vimax.editor.generation.Target;
import io.vimax.editor.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A generation as people see it.
 *
 * @param costPossible what it may have cost, while nobody knows whether the provider took it
 * @param costSimulated whether its prices are the provider simulator's, so that nobody pays them
 * @param resolution what the person decided of an ambiguous one
 * @param note what people should know of how it was asked for, such as who found no place among the reference pictures
 */
public record GenerationView(
        UUID id,
        UUID episodeId,
        GenerationKind kind,
        Target target,
        GenerationState state,
        @Nullable String stage,
        @Nullable Integer stageIndex,
        @Nullable Integer stageCount,
        @Nullable Double progress,
        String progressKind,
        @Nullable Integer queuePosition,
        @Nullable Long etaP50Ms,
        @Nullable Long etaP90Ms,
        int etaSamples,
        Money costEstimated,
        @Nullable Money costActual,
        @Nullable Money costPossible,
        boolean costSimulated,
        String provider,
        String model,
        int attempt,
        @Nullable String note,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String traceId,
        @Nullable ErrorView error,
        @Nullable ResolutionView resolution) {

    /** @param successorId the generation that was sent instead, after resubmit */
    public record ResolutionView(
            Decision decision, Instant decidedAt, @Nullable UUID successorId) {}

    public record ErrorView(String code, String title, String detail, boolean retryable) {}

    public static GenerationView of(Generation generation) {
        Generation.Reported reported = generation.reported();
        Generation.Failure failure = generation.failure();
        Generation.Cost cost = generation.cost();
        Long actual = cost.actualMicros();
        Generation.Resolution resolution = generation.resolution();
        return new GenerationView(
                generation.id(),
                generation.episodeId(),
                generation.kind(),
                generation.target(),
                generation.state(),
                reported.stage(),
                reported.stageIndex(),
                reported.stageCount(),
                reported.progress(),
                reported.progressKind(),
                reported.queuePosition(),
                reported.etaP50Ms(),
                reported.etaP90Ms(),
                reported.etaSamples(),
                Money.ofMicros(cost.estimatedMicros()),
                actual == null ? null : Money.ofMicros(actual),
                isOpen(generation) ? Money.ofMicros(cost.openMicros()) : null,
                cost.simulated(),
                generation.provider(),
                generation.model(),
                reported.attempt(),
                generation.note(),
                generation.createdAt(),
                generation.startedAt(),
                generation.finishedAt(),
                generation.traceId(),
                failure == null
                        ? null
                        : new ErrorView(failure.code(), title(failure.code()), failure.detail(), failure.retryable()),
                resolution == null
                        ? null
                        : new ResolutionView(resolution.decision(), resolution.decidedAt(), resolution.successorId()));
    }

    /** Whether it may have cost something that nobody knows; also where the price is not known, and so counts as nothing. */
    private static boolean isOpen(Generation generation) {
        return generation.cost().actualMicros() == null
                && (generation.state() == GenerationState.AMBIGUOUS || generation.resolution() != null);
    }

    static String title(String code) {
        String words = code.replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
