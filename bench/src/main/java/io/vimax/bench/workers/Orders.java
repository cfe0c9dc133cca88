package io.vimax.bench.workers;

import io.vimax.schemas.generation.v1.GenerationKind;
import io.vimax.schemas.generation.v1.GenerationRequested;
import io.vimax.schemas.generation.v1.ImageSpec;
import io.vimax.schemas.generation.v1.Priority;
import io.vimax.schemas.generation.v1.ShotFacts;
import io.vimax.schemas.generation.v1.SpeechSpec;
import io.vimax.schemas.generation.v1.Target;
import io.vimax.schemas.generation.v1.TargetType;
import io.vimax.schemas.generation.v1.VideoSpec;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Requests as the editor writes them, for models of the relay that the simulator plays. */
public final class Orders {

    public static final String SERVICE = "yunwu";
    public static final String VIDEO_MODEL = "veo3.1-fast";
    public static final String IMAGE_MODEL = "doubao-seedream-4-0-250828";
    public static final String SPEECH_MODEL = "tts-1";

    private final Clock clock;

    public Orders(Clock clock) {
        this.clock = clock;
    }

    /** Whose work it is, and how urgent. */
    public record Customer(UUID user, UUID episode, Priority priority) {}

    /** A clip: a job that is asked about until it is done. */
    public GenerationRequested video(Customer customer, String model) {
        GenerationRequested.Builder order = order(customer, GenerationKind.VIDEO, TargetType.SHOT_CLIP, model);
        return order.setVideo(VideoSpec.newBuilder()
                        .setPrompt("A lighthouse in a storm, " + order.getGenerationId())
                        .setShot(shot())
                        .setDurationMs(5_000)
                        .setWidth(1_280)
                        .setHeight(720)
                        .setFrameRate(24)
                        .setSeed(7)
                        .build())
                .build();
    }

    /** A keyframe: the call lasts as long as the work. */
    public GenerationRequested image(Customer customer) {
        GenerationRequested.Builder order =
                order(customer, GenerationKind.IMAGE, TargetType.SHOT_KEYFRAME, IMAGE_MODEL);
        return order.setImage(ImageSpec.newBuilder()
                        .setPrompt("A lighthouse in a storm, " + order.getGenerationId())
                        .setShot(shot())
                        .setStyle("storyboard")
                        .setWidth(1_280)
                        .setHeight(720)
                        .setSeed(7)
                        .setLookSeed(42)
                        .setReferenceAssetIds(List.of())
                        .build())
                .build();
    }

    /** A line; likewise. */
    public GenerationRequested speech(Customer customer) {
        GenerationRequested.Builder order = order(customer, GenerationKind.SPEECH, TargetType.LINE_VOICE, SPEECH_MODEL);
        return order.setSpeech(SpeechSpec.newBuilder()
                        .setText("The light went out. " + order.getGenerationId())
                        .setLanguage("en")
                        .setSpeaker("Mara")
                        .setVoice("default")
                        .setSpeed(1)
                        .setMaxDurationMs(60_000)
                        .build())
                .build();
    }

    private GenerationRequested.Builder order(Customer customer, GenerationKind kind, TargetType type, String model) {
        return GenerationRequested.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(clock.instant())
                .setUserId(customer.user())
                .setVersion(1)
                .setGenerationId(UUID.randomUUID())
                .setEpisodeId(customer.episode())
                .setKind(kind)
                .setTarget(Target.newBuilder()
                        .setType(type)
                        .setId(UUID.randomUUID())
                        .setLabel("Scene 1 · shot 1")
                        .build())
                .setProvider(SERVICE)
                .setModel(model)
                .setPriority(customer.priority())
                .setInputHash("0".repeat(64))
                .setEstimatedCostMicros(0);
    }

    private static ShotFacts shot() {
        return ShotFacts.newBuilder()
                .setDescription("A lighthouse in a storm")
                .setPlace("cliff")
                .setTimeOfDay("night")
                .setWeather("storm")
                .setInterior(false)
                .setMood("tense")
                .setFraming("wide")
                .setCameraMove("push_in")
                .setPeople(List.of())
                .build();
    }
}
