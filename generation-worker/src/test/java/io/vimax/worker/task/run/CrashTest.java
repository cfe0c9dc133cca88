package io.vimax.worker.task.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vimax.schemas.generation.v1.GenerationRequested;
import io.vimax.testing.PostgresServer;
import io.vimax.worker.task.intake.TaskIntake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A worker dies at each point between two steps: the next claim goes on from what was committed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashTest {

    /** Flies past every handler, as a killed process would. */
    private static final class Death extends Error {}

    private final Map<UUID, CrashPoint> plan = new ConcurrentHashMap<>();
    private final FakeKeyPool pool = new FakeKeyPool();
    private final ScriptedProvider remote = new ScriptedProvider("remote", false);
    private WorkerUnderTest worker;
    private Path assets;

    @BeforeAll
    void start(@TempDir Path folder) {
        assets = folder;
        // Deaths are meant; they must not end a test that waits for what follows.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        CrashPoints deadly = (point, task) -> {
            if (plan.remove(task.id(), point)) {
                throw new Death();
            }
        };
        worker = WorkerUnderTest.on(PostgresServer.freshUrl())
                .keyPool(pool)
                .provider(remote)
                .bean("crashPoints", CrashPoints.class, deadly)
                .with("--worker.asset.folder=" + folder)
                .start();
        remote.letAllEnd();
    }

    @AfterAll
    void stop() {
        worker.close();
        pool.close();
        Awaitility.reset();
    }

    @ParameterizedTest
    @EnumSource(CrashPoint.class)
    void finishesALocalJobOnceWhereverItDied(CrashPoint point) {
        var request = Requests.music(1_500).build();
        plan.put(request.getGenerationId(), point);

        worker.bean(TaskIntake.class).onRequested(request);

        awaitEnd(request);
        assertThat(plan).isEmpty();
        assertThat(state(request)).isEqualTo("SUCCEEDED");
        assertThat(count("select count(*) from provider_job where job_id = :id and finished_at is not null", request))
                .isEqualTo(1);
        assertThat(count("select started_count from provider_job where job_id = :id", request))
                .isEqualTo(1);
        assertThat(count("select count(*) from asset where generation_id = :id", request))
                .isEqualTo(1);
        assertThat(SentEvents.of(request.getGenerationId())).containsExactly("vimax.generation.completed.v1");
    }

    @ParameterizedTest
    @EnumSource(CrashPoint.class)
    void neverSubmitsTwiceToAProviderThatDoesNotKnowRepeats(CrashPoint point) {
        var request = Requests.image("remote").build();
        plan.put(request.getGenerationId(), point);

        worker.bean(TaskIntake.class).onRequested(request);

        awaitEnd(request);
        boolean unknown = point == CrashPoint.SUBMITTING_COMMITTED || point == CrashPoint.SUBMITTED;
        assertThat(state(request)).isEqualTo(unknown ? "AMBIGUOUS" : "SUCCEEDED");
        assertThat(remote.timesSubmitted(request.getGenerationId())).isLessThanOrEqualTo(1);
        assertThat(SentEvents.of(request.getGenerationId())).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = CrashPoint.class,
            names = {"SUBMITTED", "FOLLOWED", "FILES_KEPT"})
    void leavesNoHalfFilesInTheStore(CrashPoint point) throws Exception {
        var request = Requests.music(1_200).build();
        plan.put(request.getGenerationId(), point);

        worker.bean(TaskIntake.class).onRequested(request);
        awaitEnd(request);

        try (var files = Files.walk(assets)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    private void awaitEnd(GenerationRequested request) {
        await(request.getGenerationId().toString())
                .atMost(Duration.ofSeconds(20))
                .until(() -> Set.of("SUCCEEDED", "FAILED", "AMBIGUOUS").contains(state(request)));
    }

    private String state(GenerationRequested request) {
        return worker.jdbc()
                .sql("select state from task where id = :id")
                .param("id", request.getGenerationId())
                .query(String.class)
                .single();
    }

    private int count(String sql, GenerationRequested request) {
        return worker.jdbc()
                .sql(sql)
                .param("id", request.getGenerationId())
                .query(Integer.class)
                .single();
    }
}
