package io.vimax.gateway.live;

import io.vimax.schemas.generation.v1.FailureKind;
import io.vimax.schemas.generation.v1.GenerationCompleted;
import io.vimax.schemas.generation.v1.GenerationFailed;
import io.vimax.schemas.generation.v1.GenerationKind;
import io.vimax.schemas.generation.v1.GenerationProgressed;
import io.vimax.schemas.generation.v1.GenerationRequested;
import io.vimax.schemas.generation.v1.Output;
import io.vimax.schemas.generation.v1.ProgressKind;
import io.vimax.schemas.generation.v1.Target;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fields of the API's generation object that an event knows; a client keeps what it has for the others. */
final class GenerationData {

    private GenerationData() {}

    static Map<String, @Nullable Object> of(GenerationRequested it) {
        var data = common(it.getGenerationId(), it.getEpisodeId(), it.getKind(), it.getTarget(), "queued");
        data.put("progress", null);
        data.put("progress_kind", "unknown");
        data.put("provider", it.getProvider());
        data.put("model", it.getModel());
        data.put("cost_estimated", money(it.getEstimatedCostMicros()));
        data.put("attempt", 0);
        data.put("created_at", it.getOccurredAt());
        data.put("version", it.getVersion());
        return data;
    }

    static Map<String, @Nullable Object> of(GenerationProgressed it) {
        var data = common(it.getGenerationId(), it.getEpisodeId(), it.getKind(), it.getTarget(), state(it.getState()));
        data.put("stage", it.getStage());
        data.put("stage_index", it.getStageIndex());
        data.put("stage_count", it.getStageCount());
        data.put("progress", it.getProgress().orElse(null));
        data.put("progress_kind", word(it.getProgressKind()));
        data.put("queue_position", it.getQueuePosition().orElse(null));
        data.put("eta_p50_ms", it.getEtaP50Ms().orElse(null));
        data.put("eta_p90_ms", it.getEtaP90Ms().orElse(null));
        data.put("eta_samples", it.getEtaSamples());
        data.put("attempt", it.getAttempt());
        data.put("version", it.getVersion());
        return data;
    }

    static Map<String, @Nullable Object> of(GenerationCompleted it) {
        var data = common(it.getGenerationId(), it.getEpisodeId(), it.getKind(), it.getTarget(), "ready");
        data.put("progress", 1.0);
        data.put("progress_kind", "measured");
        data.put("queue_position", null);
        data.put("provider", it.getProvider());
        data.put("model", it.getModel());
        data.put("cost_actual", money(it.getCostMicros()));
        data.put("attempt", it.getAttempt());
        data.put("started_at", it.getStartedAt());
        data.put("finished_at", it.getFinishedAt());
        data.put("outputs", it.getOutputs().stream().map(GenerationData::output).toList());
        data.put("version", it.getVersion());
        return data;
    }

    static Map<String, @Nullable Object> of(GenerationFailed it) {
        String state = switch (it.getFailure()) {
            case CANCELLED -> "cancelled";
            case AMBIGUOUS -> "ambiguous";
            case FAILED, UNKNOWN -> "failed";
        };
        var data = common(it.getGenerationId(), it.getEpisodeId(), it.getKind(), it.getTarget(), state);
        data.put("failure", word(it.getFailure()));
        data.put("queue_position", null);
        // What nobody knows whether it was taken may have cost something: nothing is said of it.
        data.put("cost_actual", it.getFailure() == FailureKind.AMBIGUOUS ? null : money(it.getCostMicros()));
        data.put("attempt", it.getAttempt());
        data.put("finished_at", it.getOccurredAt());
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("code", it.getCode());
        error.put("detail", it.getDetail());
        error.put("retryable", it.getRetryable());
        data.put("error", it.getFailure() == FailureKind.CANCELLED ? null : error);
        data.put("version", it.getVersion());
        return data;
    }

    /** Money as the API writes it: cents at least, and as many of the six places as it takes. */
    static Map<String, String> money(long micros) {
        BigDecimal amount = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
        return Map.of(
                "amount",
                (amount.scale() < 2 ? amount.setScale(2, RoundingMode.UNNECESSARY) : amount).toPlainString(),
                "currency",
                "USD");
    }

    private static Map<String, @Nullable Object> common(
            UUID id, UUID episodeId, GenerationKind kind, Target target, String state) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("id", id);
        data.put("episode_id", episodeId);
        data.put("kind", word(kind));
        data.put("target", Map.of("type", word(target.getType()), "id", target.getId(), "label", target.getLabel()));
        data.put("state", state);
        return data;
    }

    private static Map<String, @Nullable Object> output(Output it) {
        Map<String, @Nullable Object> output = new LinkedHashMap<>();
        output.put("asset_id", it.getAssetId());
        output.put("role", word(it.getRole()));
        output.put("media_type", it.getMediaType());
        output.put("duration_ms", it.getDurationMs().orElse(null));
        return output;
    }

    /** The worker tells apart how it stands with the provider; people only see that it runs. */
    private static String state(String workerState) {
        return workerState.equals("queued") ? "queued" : "running";
    }

    private static String word(ProgressKind kind) {
        return switch (kind) {
            case MEASURED -> "measured";
            case ESTIMATED -> "estimated";
            case UNKNOWN -> "unknown";
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
