package io.vimax.worker.task.run;

import io.vimax.schemas.generation.v1.GenerationCancelRequested;
import io.vimax.schemas.generation.v1.GenerationKind;
import io.vimax.schemas.generation.v1.GenerationRequested;
import io.vimax.schemas.generation.v1.ImageSpec;
import io.vimax.schemas.generation.v1.MusicSpec;
import io.vimax.schemas.generation.v1.Priority;
import io.vimax.schemas.generation.v1.ShotFacts;
import io.vimax.schemas.generation.v1.Target;
import io.vimax.schemas.generation.v1.TargetType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Requests as the editor writes them. */
final class Requests {

    private Requests() {}

    static GenerationRequested.Builder image(String provider) {
        return common(provider, "model-one", GenerationKind.IMAGE, TargetType.SHOT_KEYFRAME)
                .setImage(ImageSpec.newBuilder()
                        .setPrompt("a lighthouse in a storm")
                        .setShot(shot())
                        .setStyle("storyboard")
                        .setWidth(640)
                        .setHeight(360)
                        .setSeed(7)
                        .setLookSeed(42)
                        .setReferenceAssetIds(List.of())
                        .build());
    }

    static GenerationRequested.Builder music(long durationMs) {
        return common("local", "local-ambient", GenerationKind.MUSIC, TargetType.MUSIC)
                .setMusic(MusicSpec.newBuilder()
                        .setMood("calm")
                        .setWeather("rain")
                        .setDurationMs(durationMs)
                        .setSeed(7)
                        .build());
    }

    static GenerationRequested.Builder common(String provider, String model, GenerationKind kind, TargetType type) {
        return GenerationRequested.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(Instant.parse("2026-11-22T12:00:00Z"))
                .setUserId(UUID.randomUUID())
                .setVersion(1)
                .setGenerationId(UUID.randomUUID())
                .setEpisodeId(UUID.randomUUID())
                .setKind(kind)
                .setTarget(Target.newBuilder()
                        .setType(type)
                        .setId(UUID.randomUUID())
                        .setLabel("Scene 2 · shot 1")
                        .build())
                .setProvider(provider)
                .setModel(model)
                .setPriority(Priority.NORMAL)
                .setInputHash("0".repeat(64))
                .setEstimatedCostMicros(0);
    }

    static ShotFacts shot() {
        return ShotFacts.newBuilder()
                .setDescription("A lighthouse keeper looks out into the storm")
                .setPlace("lighthouse on a cliff")
                .setTimeOfDay("night")
                .setWeather("storm")
                .setInterior(false)
                .setMood("tense")
                .setFraming("wide")
                .setCameraMove("push_in")
                .setPeople(List.of("Mara"))
                .build();
    }

    static GenerationCancelRequested cancel(GenerationRequested request) {
        return GenerationCancelRequested.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(Instant.parse("2026-11-22T12:00:01Z"))
                .setUserId(request.getUserId())
                .setVersion(2)
                .setGenerationId(request.getGenerationId())
                .setEpisodeId(request.getEpisodeId())
                .setReason("Not needed any more")
                .build();
    }
}
