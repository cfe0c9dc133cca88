package io.vimax.systemtests;

import io.vimax.schemas.episode.v1.SceneRegenerated;
import io.vimax.schemas.generation.v1.ChatSpec;
import io.vimax.schemas.generation.v1.GenerationKind;
import io.vimax.schemas.generation.v1.GenerationRequested;
import io.vimax.schemas.generation.v1.ImageSpec;
import io.vimax.schemas.generation.v1.MusicSpec;
import io.vimax.schemas.generation.v1.Priority;
import io.vimax.schemas.generation.v1.RenderCaption;
import io.vimax.schemas.generation.v1.RenderChapter;
import io.vimax.schemas.generation.v1.RenderClip;
import io.vimax.schemas.generation.v1.RenderSpec;
import io.vimax.schemas.generation.v1.RenderVoice;
import io.vimax.schemas.generation.v1.ShotFacts;
import io.vimax.schemas.generation.v1.SpeechSpec;
import io.vimax.schemas.generation.v1.Target;
import io.vimax.schemas.generation.v1.TargetType;
import io.vimax.schemas.generation.v1.VideoSpec;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Events with every optional part set, and with none. */
final class Records {

    private static final Instant MOMENT = Instant.parse("2026-11-22T10:00:00.123Z");

    private Records() {}

    static GenerationRequested aRequestWithEverySpec() {
        return aRequest()
                .setChat(ChatSpec.newBuilder()
                        .setIdea("A keeper finds a whale. 灯塔看守人")
                        .setSourceText("INT. LAMP ROOM - NIGHT\n\"Who's there?\"")
                        .setSourceFormat("fountain")
                        .setFilmDurationMs(30_000L)
                        .setSceneCount(3)
                        .setLanguage("zh")
                        .setStyle("storyboard")
                        .setSeed(Long.MAX_VALUE)
                        .build())
                .setImage(ImageSpec.newBuilder()
                        .setPrompt("A lighthouse in the rain")
                        .setShot(aShot())
                        .setStyle("storyboard")
                        .setWidth(1280)
                        .setHeight(720)
                        .setSeed(Long.MIN_VALUE)
                        .setLookSeed((1L << 53) - 1)
                        .setReferenceAssetIds(List.of(UUID.randomUUID(), UUID.randomUUID()))
                        .build())
                .setVideo(VideoSpec.newBuilder()
                        .setPrompt("The camera comes closer")
                        .setShot(aShot())
                        .setKeyframeAssetId(UUID.randomUUID())
                        .setDurationMs(5_500)
                        .setWidth(1280)
                        .setHeight(720)
                        .setFrameRate(25)
                        .setSeed(-1)
                        .build())
                .setSpeech(SpeechSpec.newBuilder()
                        .setText("It's the sea — 只有海")
                        .setLanguage("en")
                        .setSpeaker("Mara")
                        .setVoice("kevin16")
                        .setSpeed(0.85)
                        .setMaxDurationMs(4_200)
                        .build())
                .setMusic(MusicSpec.newBuilder()
                        .setMood("calm")
                        .setWeather("rain")
                        .setDurationMs(30_000)
                        .setSeed(7)
                        .build())
                .setRender(aRender())
                .build();
    }

    static GenerationRequested aRequestWithoutOptionalParts() {
        return aRequest().build();
    }

    static SceneRegenerated aTake(boolean selected) {
        return SceneRegenerated.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(MOMENT)
                .setUserId(UUID.randomUUID())
                .setVersion(12)
                .setSeriesId(UUID.randomUUID())
                .setEpisodeId(UUID.randomUUID())
                .setSceneId(UUID.randomUUID())
                .setSceneNumber(2)
                .setShotId(UUID.randomUUID())
                .setShotNumber(1)
                .setTakeId(UUID.randomUUID())
                .setTakeNumber(3)
                .setSelected(selected)
                .setGenerationId(UUID.randomUUID())
                .setKeyframeAssetId(UUID.randomUUID())
                .setClipAssetId(UUID.randomUUID())
                .setDurationMs(selected ? 5_000 : 0)
                .setProvider("local")
                .setModel("local-animatic")
                .setCostMicros(selected ? 125_000 : 0)
                .build();
    }

    private static GenerationRequested.Builder aRequest() {
        return GenerationRequested.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(MOMENT)
                .setUserId(UUID.randomUUID())
                .setVersion(4)
                .setGenerationId(UUID.randomUUID())
                .setEpisodeId(UUID.randomUUID())
                .setKind(GenerationKind.IMAGE)
                .setTarget(Target.newBuilder()
                        .setType(TargetType.SHOT_KEYFRAME)
                        .setId(UUID.randomUUID())
                        .setLabel("Scene 2 · shot 1")
                        .build())
                .setProvider("local")
                .setModel("local-storyboard")
                .setPriority(Priority.INTERACTIVE)
                .setInputHash("ab".repeat(32))
                .setEstimatedCostMicros(40_000);
    }

    private static ShotFacts aShot() {
        return ShotFacts.newBuilder()
                .setDescription("Mara climbs the stairs")
                .setPlace("lighthouse")
                .setTimeOfDay("night")
                .setWeather("storm")
                .setInterior(true)
                .setMood("tense")
                .setFraming("close")
                .setCameraMove("push_in")
                .setPeople(List.of("Mara", "看守人"))
                .build();
    }

    private static RenderSpec aRender() {
        return RenderSpec.newBuilder()
                .setTitle("The Last Light")
                .setLogline("A keeper meets a whale")
                .setLanguage("en")
                .setWidth(1280)
                .setHeight(720)
                .setFrameRate(25)
                .setTitleCardMs(2_500)
                .setEndCardMs(2_000)
                .setLookSeed(11)
                .setEndTransitionMs(500)
                .setClips(List.of(
                        aClip(0, "cut", 0, "Scene 1 · shot 1"), aClip(250, "dissolve", 500, "Scene 2 · shot 1")))
                .setVoices(List.of(RenderVoice.newBuilder()
                        .setAssetId(UUID.randomUUID())
                        .setStartMs(1_250)
                        .setGainDb(-2.5)
                        .build()))
                .setMusicAssetId(UUID.randomUUID())
                .setMusicGainDb(-18)
                .setDuckingDb(-9.5)
                .setCaptions(List.of(RenderCaption.newBuilder()
                        .setStartMs(1_250)
                        .setEndMs(3_000)
                        .setSpeaker("")
                        .setText("Only the sea.")
                        .build()))
                .setCaptionMode("both")
                .setChapters(List.of(RenderChapter.newBuilder()
                        .setStartMs(0)
                        .setTitle("Lighthouse")
                        .build()))
                .setLoudnessLufs(-14)
                .build();
    }

    private static RenderClip aClip(long in, String transition, long overlap, String label) {
        return RenderClip.newBuilder()
                .setAssetId(UUID.randomUUID())
                .setInMs(in)
                .setDurationMs(5_000)
                .setTransition(transition)
                .setTransitionMs(overlap)
                .setLabel(label)
                .build();
    }
}
