package io.vimax.worker.task.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vimax.schemas.generation.v1.CharacterReference;
import io.vimax.schemas.generation.v1.ChatSpec;
import io.vimax.schemas.generation.v1.GenerationKind;
import io.vimax.schemas.generation.v1.GenerationRequested;
import io.vimax.schemas.generation.v1.ImageSpec;
import io.vimax.schemas.generation.v1.SpeechSpec;
import io.vimax.schemas.generation.v1.TargetType;
import io.vimax.schemas.generation.v1.VideoSpec;
import io.vimax.simulator.Configuration;
import io.vimax.simulator.ProviderSimulator;
import io.vimax.simulator.account.Account;
import io.vimax.simulator.chat.ChatAnswers;
import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.simulator.scenario.Armed;
import io.vimax.simulator.scenario.Scenario;
import io.vimax.testing.PostgresServer;
import io.vimax.worker.provider.local.story.StoryBrief;
import io.vimax.worker.provider.local.story.StoryWriter;
import io.vimax.worker.task.intake.TaskIntake;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** The whole worker with a provider behind a real wire: what a film needs, made through yunwu. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemoteProviderWorkTest {

    private static final String SECRET = "sk-canary-7c1e5d9a3b";
    private static final long PRICE = 12_345;

    private final FakeKeyPool pool = new FakeKeyPool();
    private final UUID person = UUID.randomUUID();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private ProviderSimulator simulator;
    private WorkerUnderTest worker;

    @BeforeAll
    void start(@TempDir Path assets) {
        String screenplay = new StoryWriter()
                .write(new StoryBrief(
                        Optional.of("A lighthouse keeper finds a letter"),
                        Optional.empty(),
                        "",
                        OptionalInt.of(20),
                        OptionalInt.of(2),
                        "en",
                        "storyboard",
                        7))
                .toJson();
        simulator = ProviderSimulator.start(
                Configuration.standard(Account.of("yunwu", "team", SECRET)).chat(ChatAnswers.inTurn(screenplay)));
        pool.slots(8);
        pool.lend(SECRET, simulator.baseUrl("yunwu"));
        log.start();
        ((Logger) LoggerFactory.getLogger("io.vimax")).addAppender(log);
        worker = WorkerUnderTest.on(PostgresServer.freshUrl())
                .keyPool(pool)
                .with(
                        "--worker.asset.folder=" + assets,
                        "--worker.address.private-hosts=127.0.0.1:" + simulator.port(),
                        "--worker.remote.first-pause=20ms",
                        "--worker.remote.between-tries=20ms")
                .start();
    }

    @AfterAll
    void stop() {
        worker.close();
        simulator.close();
        pool.close();
        ((Logger) LoggerFactory.getLogger("io.vimax")).detachAppender(log);
    }

    @BeforeEach
    void reset() {
        simulator.reset();
        pool.forgetLeases();
    }

    @AfterEach
    void tellsNobodyTheKey() {
        assertThat(simulator.ledger().violations()).isEmpty();
        assertThat(SentEvents.anySays(SECRET)).isFalse();
        assertThat(List.copyOf(log.list))
                .noneMatch(event -> event.getFormattedMessage().contains(SECRET));
        assertThat(worker.jdbc()
                        .sql("select count(*) from task where task::text like '%' || :secret || '%'")
                        .param("secret", SECRET)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void makesWhatAFilmNeedsForOneChargeEach() {
        var screenplay = make(request("gemini-2.5-flash-lite", GenerationKind.CHAT, TargetType.SCRIPT)
                .setChat(ChatSpec.newBuilder()
                        .setIdea("A lighthouse keeper finds a letter")
                        .setSourceText(null)
                        .setSourceFormat("auto")
                        .setFilmDurationMs(20_000L)
                        .setSceneCount(2)
                        .setLanguage("en")
                        .setStyle("storyboard")
                        .setSeed(42)
                        .build()));
        var keyframe = make(image("gemini-3.1-flash-image"));
        UUID asset = worker.jdbc()
                .sql("select id from asset where generation_id = :id")
                .param("id", keyframe.getGenerationId())
                .query(UUID.class)
                .single();
        var clip = make(request("veo3.1-fast", GenerationKind.VIDEO, TargetType.SHOT_CLIP)
                .setVideo(VideoSpec.newBuilder()
                        .setPrompt("a lighthouse")
                        .setShot(Requests.shot())
                        .setKeyframeAssetId(asset)
                        .setDurationMs(5_000)
                        .setWidth(1280)
                        .setHeight(720)
                        .setFrameRate(24)
                        .setSeed(7)
                        .build()));
        var voice = make(request("tts-1", GenerationKind.SPEECH, TargetType.LINE_VOICE)
                .setSpeech(SpeechSpec.newBuilder()
                        .setText("The storm came back.")
                        .setLanguage("en")
                        .setSpeaker("Narrator")
                        .setVoice("auto")
                        .setSpeed(1)
                        .setMaxDurationMs(2_500)
                        .build()));

        for (GenerationRequested request : List.of(screenplay, keyframe, clip, voice)) {
            assertThat(column(request, "state")).isEqualTo("SUCCEEDED");
            assertThat(SentEvents.of(request.getGenerationId())).containsExactly("vimax.generation.completed.v1");
            // The relay names no price, so it is what the request expected.
            assertThat(column(request, "cost_micros")).isEqualTo(String.valueOf(PRICE));
        }
        assertThat(simulator.ledger().count(LedgerKind.CHARGED)).isEqualTo(4);
        assertThat(pool.settled())
                .filteredOn(settled -> settled.costMicros() == PRICE)
                .hasSize(4);
    }

    @Test
    void sendsPortraitsToModelsThatTakeThem() {
        UUID portrait = asset(make(image("doubao-seedream-5-0-260128")));
        var mara = CharacterReference.newBuilder()
                .setName("Mara")
                .setAssetId(portrait)
                .build();
        var order = image("doubao-seedream-5-0-260128");
        UUID keyframe = asset(make(
                order.setImage(ImageSpec.newBuilder(order.build().getImage().orElseThrow())
                        .setReferenceAssetIds(List.of(portrait))
                        .setCharacters(List.of(mara))
                        .build())));
        var clip = VideoSpec.newBuilder()
                .setPrompt("a lighthouse")
                .setShot(Requests.shot())
                .setKeyframeAssetId(keyframe)
                .setDurationMs(5_000)
                .setWidth(1280)
                .setHeight(720)
                .setFrameRate(24)
                .setSeed(7)
                .setCharacters(List.of(mara))
                .build();

        var made = make(request("veo3.1-components", GenerationKind.VIDEO, TargetType.SHOT_CLIP)
                .setVideo(clip));
        int lent = pool.settled().size();
        var refused = make(request("veo3.1-fast", GenerationKind.VIDEO, TargetType.SHOT_CLIP)
                .setVideo(clip));

        assertThat(column(made, "state")).isEqualTo("SUCCEEDED");
        assertThat(simulator.ledger().count(LedgerKind.CHARGED)).isEqualTo(3);
        assertThat(column(refused, "state")).isEqualTo("FAILED");
        assertThat(column(refused, "failure_detail")).contains("takes no pictures of characters");
        assertThat(pool.settled()).as("no key was lent for it").hasSize(lent);
    }

    private UUID asset(GenerationRequested request) {
        return worker.jdbc()
                .sql("select id from asset where generation_id = :id")
                .param("id", request.getGenerationId())
                .query(UUID.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource({
        "PDF_FILE,FAILED,job-broke,12345",
        "CONTENT_REJECTED,FAILED,content-rejected,0",
        "REQUEST_REJECTED,FAILED,bad-request,0",
        "RESET,AMBIGUOUS,ambiguous-submission,0",
        "HTML_ERROR,AMBIGUOUS,ambiguous-submission,0"
    })
    void sendsNothingTwice(Scenario scenario, String state, String code, long booked) {
        simulator.arm(Armed.once(scenario));
        int before = pool.settled().size();

        var request = make(image("gemini-3.1-flash-image"));

        assertThat(column(request, "state")).isEqualTo(state);
        assertThat(column(request, "failure_code")).isEqualTo(code);
        assertThat(simulator.ledger().count(LedgerKind.ACCEPTED)).isLessThanOrEqualTo(1);
        await().until(() -> pool.settled().size() > before);
        assertThat(pool.settled().getLast().costMicros()).isEqualTo(booked);
    }

    @Test
    void triesAnotherTimeWhatWasSurelyNotTaken() {
        simulator.arm(Armed.once(Scenario.SATURATED));

        var request = make(image("gemini-3.1-flash-image"));

        assertThat(column(request, "state")).isEqualTo("SUCCEEDED");
        assertThat(simulator.ledger().count(LedgerKind.ACCEPTED)).isOne();
    }

    private GenerationRequested.Builder image(String model) {
        return request(model, GenerationKind.IMAGE, TargetType.SHOT_KEYFRAME)
                .setImage(ImageSpec.newBuilder()
                        .setPrompt("a lighthouse")
                        .setShot(Requests.shot())
                        .setStyle("storyboard")
                        .setWidth(1280)
                        .setHeight(720)
                        .setSeed(7)
                        .setLookSeed(42)
                        .setReferenceAssetIds(List.of())
                        .build());
    }

    private GenerationRequested.Builder request(String model, GenerationKind kind, TargetType type) {
        return Requests.common("yunwu", model, kind, type).setUserId(person).setEstimatedCostMicros(PRICE);
    }

    /** Has it made, and waits until it is over. */
    private GenerationRequested make(GenerationRequested.Builder builder) {
        GenerationRequested request = builder.build();
        worker.bean(TaskIntake.class).onRequested(request);
        await(request.getModel())
                .atMost(Duration.ofSeconds(40))
                .until(() -> List.of("SUCCEEDED", "FAILED", "AMBIGUOUS").contains(column(request, "state")));
        return request;
    }

    private String column(GenerationRequested request, String name) {
        return worker.jdbc()
                .sql("select coalesce(" + name + "::text, '') from task where id = :id")
                .param("id", request.getGenerationId())
                .query(String.class)
                .single();
    }
}
