package io.vimax.gateway.live;

import io.vimax.schemas.episode.v1.EpisodeChanged;
import io.vimax.schemas.episode.v1.EpisodeStageChanged;
import io.vimax.schemas.generation.v1.FailureKind;
import io.vimax.schemas.generation.v1.GenerationCompleted;
import io.vimax.schemas.generation.v1.GenerationFailed;
import io.vimax.schemas.generation.v1.GenerationKind;
import io.vimax.schemas.generation.v1.GenerationProgressed;
import io.vimax.schemas.generation.v1.Output;
import io.vimax.schemas.generation.v1.OutputRole;
import io.vimax.schemas.generation.v1.ProgressKind;
import io.vimax.schemas.generation.v1.Target;
import io.vimax.schemas.generation.v1.TargetType;
import io.vimax.schemas.key.v1.KeyRateLimited;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Events as the services write them. */
final class Events {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");

    private Events() {}

    static EpisodeChanged episodeChanged(UUID user, UUID episode, long version) {
        return EpisodeChanged.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(NOON)
                .setUserId(user)
                .setVersion(version)
                .setSeriesId(UUID.randomUUID())
                .setEpisodeId(episode)
                .setParts(List.of("takes", "generations"))
                .build();
    }

    static EpisodeStageChanged stageChanged(UUID user, UUID episode) {
        return EpisodeStageChanged.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(NOON)
                .setUserId(user)
                .setVersion(9)
                .setEpisodeId(episode)
                .setFromStage("script_review")
                .setToStage("scene_generation")
                .setCheckpointId(UUID.randomUUID())
                .setMovedBy("autopilot")
                .build();
    }

    static Target target(String label) {
        return Target.newBuilder()
                .setType(TargetType.SHOT_CLIP)
                .setId(UUID.randomUUID())
                .setLabel(label)
                .build();
    }

    static GenerationProgressed progressed(UUID user, UUID episode, UUID generation, double progress) {
        return GenerationProgressed.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(NOON)
                .setUserId(user)
                .setVersion(Math.round(progress * 1_000))
                .setGenerationId(generation)
                .setEpisodeId(episode)
                .setKind(GenerationKind.VIDEO)
                .setTarget(target("Scene 2 · shot 1"))
                .setState("storing")
                .setStage("filming")
                .setStageIndex(2)
                .setStageCount(3)
                .setProgress(progress)
                .setProgressKind(ProgressKind.MEASURED)
                .setAttempt(1)
                .build();
    }

    static GenerationCompleted completed(UUID user, UUID episode, UUID generation, String text) {
        return GenerationCompleted.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(NOON)
                .setUserId(user)
                .setVersion(2_000)
                .setGenerationId(generation)
                .setEpisodeId(episode)
                .setKind(GenerationKind.VIDEO)
                .setTarget(target("Scene 2 · shot 1"))
                .setProvider("local")
                .setModel("local-animatic")
                .setInputHash("00")
                .setOutputs(List.of(Output.newBuilder()
                        .setAssetId(UUID.randomUUID())
                        .setRole(OutputRole.CLIP)
                        .setMediaType("video/mp4")
                        .setBytes(10)
                        .setSha256("00")
                        .setDurationMs(5_000L)
                        .build()))
                .setText(text)
                .setCostMicros(1_250_500)
                .setAttempt(1)
                .setStartedAt(NOON)
                .setFinishedAt(NOON)
                .build();
    }

    static GenerationFailed failed(UUID user, UUID episode, UUID generation, FailureKind failure, String detail) {
        return GenerationFailed.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(NOON)
                .setUserId(user)
                .setVersion(2_000)
                .setGenerationId(generation)
                .setEpisodeId(episode)
                .setKind(GenerationKind.VIDEO)
                .setTarget(target("Scene 2 · shot 1"))
                .setFailure(failure)
                .setCode("content-rejected")
                .setDetail(detail)
                .setRetryable(false)
                .setCostMicros(0)
                .setAttempt(1)
                .build();
    }

    static KeyRateLimited keyRateLimited(UUID user) {
        return KeyRateLimited.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(NOON)
                .setUserId(user)
                .setVersion(3)
                .setKeyId(UUID.randomUUID())
                .setScopeId(UUID.randomUUID())
                .setService("yunwu")
                .setUntil(NOON)
                .setLimit("requests_per_minute")
                .setReason("The provider asked to wait")
                .build();
    }
}
