package io.vimax.worker.task.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vimax.schemas.generation.v1.ChatSpec;
import io.vimax.schemas.generation.v1.GenerationKind;
import io.vimax.schemas.generation.v1.GenerationRequested;
import io.vimax.schemas.generation.v1.ImageSpec;
import io.vimax.schemas.generation.v1.SpeechSpec;
import io.vimax.schemas.generation.v1.TargetType;
import io.vimax.simulator.Configuration;
import io.vimax.simulator.ProviderSimulator;
import io.vimax.simulator.account.Account;
import io.vimax.simulator.chat.ChatAnswers;
import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.testing.PostgresServer;
import io.vimax.worker.asset.store.S3Server;
import io.vimax.worker.provider.local.story.StoryBrief;
import io.vimax.worker.provider.local.story.StoryWriter;
import io.vimax.worker.task.intake.TaskIntake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker dies with answers that were paid for; the one that goes on is on another machine and shares only the bucket with it. */
class SharedAnswerTest {

    private static final String SECRET = "sk-shared-answers";

    @Test
    void goesOnWithTheAnswersOfAnotherMachine(@TempDir Path here, @TempDir Path there) throws Exception {
        System.setProperty("aws.accessKeyId", S3Server.IDENTITY);
        System.setProperty("aws.secretAccessKey", S3Server.SECRET);
        String database = PostgresServer.freshUrl();
        List<GenerationRequested> requests = List.of(chat(), picture(), voice());
        var answered = new CountDownLatch(requests.size());
        // The answer is kept and the row says so, and then the machine is gone.
        CrashPoints deadly = (point, _) -> {
            if (point == CrashPoint.RUNNING_COMMITTED) {
                answered.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        try (var store = new S3Server();
                var pool = new FakeKeyPool();
                var simulator = ProviderSimulator.start(Configuration.standard(Account.of("yunwu", "team", SECRET))
                        .chat(ChatAnswers.inTurn(story())))) {
            pool.slots(8);
            pool.lend(SECRET, simulator.baseUrl("yunwu"));
            try (var first = replica(database, pool, store, simulator, here)
                    .bean("crashPoints", CrashPoints.class, deadly)
                    .start()) {
                requests.forEach(request -> first.bean(TaskIntake.class).onRequested(request));
                assertThat(answered.await(60, java.util.concurrent.TimeUnit.SECONDS))
                        .isTrue();
                first.worker().abandon();
            }

            try (var second = replica(database, pool, store, simulator, there).start()) {
                for (GenerationRequested request : requests) {
                    await(request.getModel())
                            .atMost(Duration.ofSeconds(60))
                            .untilAsserted(
                                    () -> assertThat(state(second, request)).isEqualTo("SUCCEEDED"));
                }
                assertThat(second.jdbc()
                                .sql("select count(*) from asset")
                                .query(Integer.class)
                                .single())
                        .isEqualTo(2);
            }

            assertThat(simulator.ledger().count(LedgerKind.CHARGED)).isEqualTo(requests.size());
            try (var client = store.client();
                    var left = Files.list(there.resolve("remote"))) {
                assertThat(client.listObjectsV2(
                                        list -> list.bucket(S3Server.BUCKET).prefix("answers/"))
                                .contents())
                        .as("what is stored needs no answer any more")
                        .isEmpty();
                assertThat(left).isEmpty();
            }
        }
    }

    private static WorkerUnderTest.Builder replica(
            String database, FakeKeyPool pool, S3Server store, ProviderSimulator simulator, Path folder) {
        return WorkerUnderTest.on(database)
                .keyPool(pool)
                .with(
                        "--worker.asset.folder=" + folder,
                        "--worker.remote.folder=" + folder.resolve("remote"),
                        "--worker.asset.store=s3",
                        "--worker.asset.s3.endpoint=" + store.url(),
                        "--worker.asset.s3.bucket=" + S3Server.BUCKET,
                        "--worker.address.private-hosts=127.0.0.1:" + simulator.port());
    }

    private static String state(WorkerUnderTest worker, GenerationRequested request) {
        return worker.jdbc()
                .sql("select state || coalesce(' ' || failure_detail, '') from task where id = :id")
                .param("id", request.getGenerationId())
                .query(String.class)
                .single();
    }

    private static String story() {
        return new StoryWriter()
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
    }

    private static GenerationRequested chat() {
        return common("gemini-2.5-flash-lite", GenerationKind.CHAT, TargetType.SCRIPT)
                .setChat(ChatSpec.newBuilder()
                        .setIdea("A lighthouse keeper finds a letter")
                        .setSourceText(null)
                        .setSourceFormat("auto")
                        .setFilmDurationMs(20_000L)
                        .setSceneCount(2)
                        .setLanguage("en")
                        .setStyle("storyboard")
                        .setSeed(42)
                        .build())
                .build();
    }

    private static GenerationRequested picture() {
        return common("gemini-3.1-flash-image", GenerationKind.IMAGE, TargetType.SHOT_KEYFRAME)
                .setImage(ImageSpec.newBuilder()
                        .setPrompt("a lighthouse")
                        .setShot(Requests.shot())
                        .setStyle("storyboard")
                        .setWidth(1280)
                        .setHeight(720)
                        .setSeed(7)
                        .setLookSeed(42)
                        .setReferenceAssetIds(List.of())
                        .build())
                .build();
    }

    private static GenerationRequested voice() {
        return common("tts-1", GenerationKind.SPEECH, TargetType.LINE_VOICE)
                .setSpeech(SpeechSpec.newBuilder()
                        .setText("The storm came back.")
                        .setLanguage("en")
                        .setSpeaker("Narrator")
                        .setVoice("auto")
                        .setSpeed(1)
                        .setMaxDurationMs(2_500)
                        .build())
                .build();
    }

    private static GenerationRequested.Builder common(String model, GenerationKind kind, TargetType type) {
        return Requests.common("yunwu", model, kind, type).setUserId(UUID.randomUUID());
    }
}
