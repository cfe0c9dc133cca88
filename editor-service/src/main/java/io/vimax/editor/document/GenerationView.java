package io.vimax.editor.document;

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
        String provider,
        String model,
        int attempt,
        @Nullable String note,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String traceId,
        @Nullable ErrorView error) {

    public record ErrorView(String code, String title, String detail, boolean retryable) {}

    public static GenerationView of(Generation generation) {
        Generation.Reported reported = generation.reported();
        Generation.Failure failure = generation.failure();
        Long actual = generation.costActualMicros();
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
                Money.ofMicros(generation.costEstimatedMicros()),
                actual == null ? null : Money.ofMicros(actual),
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
                        : new ErrorView(failure.code(), title(failure.code()), failure.detail(), failure.retryable()));
    }

    static String title(String code) {
        String words = code.replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
