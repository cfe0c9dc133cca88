package io.vimax.worker.task.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vimax.schemas.generation.v1.CharacterReference;
import io.vimax.schemas.generation.v1.ChatSpec;
import io.vimax.schemas.generation.v1.ClipFrame;
import io.vimax.schemas.generation.v1.GenerationKind;
import io.vimax.schemas.generation.v1.GenerationRequested;
import io.vimax.schemas.generation.v1.ImageSpec;
import io.vimax.schemas.generation.v1.RenderCaption;
import io.vimax.schemas.generation.v1.RenderChapter;
import io.vimax.schemas.generation.v1.RenderClip;
import io.vimax.schemas.generation.v1.RenderSpec;
import io.vimax.schemas.generation.v1.RenderVoice;
import io.vimax.schemas.generation.v1.SpeechSpec;
import io.vimax.schemas.generation.v1.TargetType;
import io.vimax.schemas.generation.v1.VideoSpec;
import io.vimax.testing.PostgresServer;
import io.vimax.worker.asset.Assets;
import io.vimax.worker.provider.local.frame.Storyboard;
import io.vimax.worker.task.TaskState;
import io.vimax.worker.task.intake.TaskIntake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The provider {@code local} through the whole worker: from requests to a film. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalWorkTest {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    private static final int RATE = 24;

    private final UUID person = UUID.randomUUID();
    private final UUID episode = UUID.randomUUID();
    private final FakeKeyPool pool = new FakeKeyPool();
    private Path assets;
    private WorkerUnderTest worker;

    @BeforeAll
    void start(@TempDir Path temporary) {
        assets = temporary;
        pool.slots(2);
        worker = WorkerUnderTest.on(PostgresServer.freshUrl())
                .keyPool(pool)
                .with("--worker.asset.folder=" + assets, "--worker.task.adopt-after=15s")
                .start();
    }

    @AfterAll
    void stop() {
        worker.close();
        pool.close();
    }

    @Test
    void writesAScreenplay() {
        var request = make(request("local-story", GenerationKind.CHAT, TargetType.SCRIPT)
                .setChat(ChatSpec.newBuilder()
                        .setIdea("A lighthouse keeper befriends a storm")
                        .setSourceText(null)
                        .setSourceFormat("auto")
                        .setFilmDurationMs(30_000L)
                        .setSceneCount(4)
                        .setLanguage("en")
                        .setStyle("storyboard")
                        .setSeed(42)
                        .build()));

        assertThat(column(request, "state")).isEqualTo("SUCCEEDED");
        assertThat(SentEvents.of(request.getGenerationId())).containsExactly("vimax.generation.completed.v1");
    }

    @Test
    void makesAFilmFromKeyframesClipsVoicesAndMusic() {
        var keyframe = make(request("local-storyboard", GenerationKind.IMAGE, TargetType.SHOT_KEYFRAME)
                .setImage(ImageSpec.newBuilder()
                        .setPrompt("a lighthouse")
                        .setShot(Requests.shot())
                        .setStyle("storyboard")
                        .setWidth(WIDTH)
                        .setHeight(HEIGHT)
                        .setSeed(7)
                        .setLookSeed(42)
                        .setReferenceAssetIds(List.of())
                        .build()));
        var clip = make(request("local-animatic", GenerationKind.VIDEO, TargetType.SHOT_CLIP)
                .setVideo(VideoSpec.newBuilder()
                        .setPrompt("a lighthouse")
                        .setShot(Requests.shot())
                        .setKeyframeAssetId(asset(keyframe, "image/png"))
                        .setDurationMs(3_000)
                        .setWidth(WIDTH)
                        .setHeight(HEIGHT)
                        .setFrameRate(RATE)
                        .setSeed(7)
                        .build()));
        var voice = make(request("local-voice", GenerationKind.SPEECH, TargetType.LINE_VOICE)
                .setSpeech(SpeechSpec.newBuilder()
                        .setText("The storm came back.")
                        .setLanguage("en")
                        .setSpeaker("Narrator")
                        .setVoice("auto")
                        .setSpeed(1)
                        .setMaxDurationMs(2_500)
                        .build()));
        var music = make(Requests.music(6_000).setUserId(person).setEpisodeId(episode));

        var film = make(film(asset(clip, "video/mp4"), asset(voice, "audio/wav"), asset(music, "audio/wav")));

        assertThat(column(film, "state")).isEqualTo("SUCCEEDED");
        assertThat(types(film))
                .containsExactlyInAnyOrder("video/mp4", "text/vtt", "application/x-subrip", "image/jpeg");
        assertThat(count(
                        "select duration_ms from asset where generation_id = cast(:id as uuid) and media_type = 'video/mp4'",
                        film))
                .isBetween(5_450, 5_550);
        assertThat(pool.mostAtOnce()).isLessThanOrEqualTo(2);

        var pieces = pieces();
        var quieter = film(asset(clip, "video/mp4"), asset(voice, "audio/wav"), asset(music, "audio/wav"));
        var again = make(quieter.setRender(
                RenderSpec.newBuilder(quieter.getRender()).setMusicGainDb(-24).build()));
        assertThat(column(again, "state")).isEqualTo("SUCCEEDED");
        assertThat(pieces).isNotEmpty();
        assertThat(pieces())
                .as("the cards are drawn anew, the same, and no picture is encoded")
                .isEqualTo(pieces);
    }

    /** Encoded pieces of the episode's film; the value changes when a file is written again. */
    private Map<String, String> pieces() {
        var found = new TreeMap<String, String>();
        try (var files = Files.newDirectoryStream(
                assets.resolve("local").resolve("films").resolve(episode.toString()), "piece-*")) {
            for (Path file : files) {
                var facts = Files.readAttributes(file, BasicFileAttributes.class);
                found.put(file.getFileName().toString(), facts.fileKey() + " " + facts.lastModifiedTime());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    @Test
    void drawsAFrameAfterThePortraitAndGoesOnFromItsClip() throws Exception {
        var portrait = make(request("local-storyboard", GenerationKind.IMAGE, TargetType.CHARACTER_PORTRAIT)
                .setImage(image("Portrait. Mara: a woman; a red coat.", 99)
                        .setPortraitOf("Mara")
                        .build()));
        UUID likeness = asset(portrait, "image/png");
        var keyframe = make(request("local-storyboard", GenerationKind.IMAGE, TargetType.SHOT_KEYFRAME)
                .setImage(image("my own words", 7)
                        .setReferenceAssetIds(List.of(likeness))
                        .setCharacters(List.of(CharacterReference.newBuilder()
                                .setName("Mara")
                                .setAssetId(likeness)
                                .build()))
                        .build()));
        assertThat(Storyboard.readSpec(file(keyframe)).orElseThrow().people())
                .containsExactly("Mara~63: a woman; a red coat");

        var clip = make(request("local-animatic", GenerationKind.VIDEO, TargetType.SHOT_CLIP)
                .setVideo(VideoSpec.newBuilder()
                        .setPrompt("a lighthouse")
                        .setShot(Requests.shot())
                        .setKeyframeAssetId(asset(keyframe, "image/png"))
                        .setDurationMs(1_000)
                        .setWidth(WIDTH)
                        .setHeight(HEIGHT)
                        .setFrameRate(RATE)
                        .setSeed(7)
                        .build()));
        var frame = image("a lighthouse", 8)
                .setTakenFrom(ClipFrame.newBuilder()
                        .setAssetId(asset(clip, "video/mp4"))
                        .setBeforeMs(1_000)
                        .build())
                .build();
        var next = make(request("local-storyboard", GenerationKind.IMAGE, TargetType.SHOT_KEYFRAME)
                .setImage(frame));
        var again = make(request("local-storyboard", GenerationKind.IMAGE, TargetType.SHOT_KEYFRAME)
                .setImage(frame));

        assertThat(Files.readAllBytes(file(next))).isEqualTo(Files.readAllBytes(file(again)));
        assertThat(column(next, "state")).isEqualTo("SUCCEEDED");
        assertThat(Storyboard.readSpec(file(next)))
                .as("a picture of the clip, not drawn")
                .isEmpty();
        assertThat(asset(next, "image/png")).isNotEqualTo(asset(again, "image/png"));
    }

    private static ImageSpec.Builder image(String prompt, long seed) {
        return ImageSpec.newBuilder()
                .setPrompt(prompt)
                .setShot(Requests.shot())
                .setStyle("storyboard")
                .setWidth(WIDTH)
                .setHeight(HEIGHT)
                .setSeed(seed)
                .setLookSeed(42)
                .setReferenceAssetIds(List.of());
    }

    private Path file(GenerationRequested request) {
        return worker.bean(Assets.class).getPath(asset(request, "image/png"), person);
    }

    @Test
    void refusesToFilmAKeyframeOfAnotherPerson() {
        var keyframe = make(Requests.music(1_000));

        var clip = make(request("local-animatic", GenerationKind.VIDEO, TargetType.SHOT_CLIP)
                .setVideo(VideoSpec.newBuilder()
                        .setPrompt("a lighthouse")
                        .setShot(Requests.shot())
                        .setKeyframeAssetId(asset(keyframe, "audio/wav"))
                        .setDurationMs(1_000)
                        .setWidth(WIDTH)
                        .setHeight(HEIGHT)
                        .setFrameRate(RATE)
                        .setSeed(7)
                        .build()));

        assertThat(column(clip, "failure_code")).isEqualTo("input-unusable");
    }

    private GenerationRequested.Builder film(UUID clip, UUID voice, UUID music) {
        return request("local-render", GenerationKind.RENDER, TargetType.RENDER)
                .setRender(RenderSpec.newBuilder()
                        .setTitle("The keeper")
                        .setLogline("A keeper befriends a storm.")
                        .setLanguage("en")
                        .setWidth(WIDTH)
                        .setHeight(HEIGHT)
                        .setFrameRate(RATE)
                        .setTitleCardMs(2_000)
                        .setEndCardMs(1_500)
                        .setLookSeed(42)
                        .setEndTransitionMs(500)
                        .setClips(List.of(RenderClip.newBuilder()
                                .setAssetId(clip)
                                .setInMs(0)
                                .setDurationMs(3_000)
                                .setTransition("dissolve")
                                .setTransitionMs(500)
                                .setLabel("Scene 1 · shot 1")
                                .build()))
                        .setVoices(List.of(RenderVoice.newBuilder()
                                .setAssetId(voice)
                                .setStartMs(1_800)
                                .setGainDb(0)
                                .build()))
                        .setMusicAssetId(music)
                        .setMusicGainDb(-12)
                        .setDuckingDb(9)
                        .setCaptions(List.of(RenderCaption.newBuilder()
                                .setStartMs(1_800)
                                .setEndMs(3_500)
                                .setSpeaker("Narrator")
                                .setText("The storm came back.")
                                .build()))
                        .setCaptionMode("both")
                        .setChapters(List.of(RenderChapter.newBuilder()
                                .setStartMs(1_500)
                                .setTitle("Scene 1")
                                .build()))
                        .setLoudnessLufs(-14)
                        .build());
    }

    private GenerationRequested.Builder request(String model, GenerationKind kind, TargetType target) {
        return Requests.common("local", model, kind, target).setUserId(person).setEpisodeId(episode);
    }

    private GenerationRequested make(GenerationRequested.Builder builder) {
        var request = builder.build();
        worker.bean(TaskIntake.class).onRequested(request);
        await(request.getKind() + " " + request.getGenerationId())
                .atMost(Duration.ofSeconds(90))
                .until(() -> TaskState.valueOf(column(request, "state")).isFinal());
        return request;
    }

    private UUID asset(GenerationRequested request, String type) {
        return worker.jdbc()
                .sql("select id from asset where generation_id = :id and media_type = :type")
                .param("id", request.getGenerationId())
                .param("type", type)
                .query((row, _) -> row.getObject(1, UUID.class))
                .single();
    }

    private List<String> types(GenerationRequested request) {
        return worker.jdbc()
                .sql("select media_type from asset where generation_id = :id")
                .param("id", request.getGenerationId())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private int count(String sql, GenerationRequested request) {
        return worker.jdbc()
                .sql(sql)
                .param("id", request.getGenerationId().toString())
                .query(Integer.class)
                .single();
    }

    private String column(GenerationRequested request, String name) {
        return worker.jdbc()
                .sql("select coalesce(" + name + "::text, '') from task where id = :id")
                .param("id", request.getGenerationId())
                .query((row, _) -> row.getString(1))
                .single();
    }
}
