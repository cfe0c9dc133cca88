package io.vimax.worker.task.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vimax.schemas.generation.v1.GenerationProgressed;
import io.vimax.schemas.generation.v1.GenerationRequested;
import io.vimax.testing.PostgresServer;
import io.vimax.worker.provider.Submission;
import io.vimax.worker.provider.failure.ProviderFailure;
import io.vimax.worker.provider.failure.RetryHints;
import io.vimax.worker.task.Task;
import io.vimax.worker.task.TaskState;
import io.vimax.worker.task.Tasks;
import io.vimax.worker.task.intake.TaskIntake;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** One replica, a provider at the far end of a wire, a key pool. Requests come in by the listener's own method. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkerTest {

    private final FakeKeyPool pool = new FakeKeyPool();
    private final ScriptedProvider remote = new ScriptedProvider("remote", false);
    private final ScriptedProvider patient = new ScriptedProvider("patient", false);
    private WorkerUnderTest worker;

    @BeforeAll
    void start(@TempDir Path assets) {
        worker = WorkerUnderTest.on(PostgresServer.freshUrl())
                .keyPool(pool)
                .provider(remote)
                .provider(patient)
                .with("--worker.asset.folder=" + assets, "--worker.task.deadline=8s")
                .start();
        remote.letAllEnd();
    }

    @AfterAll
    void stop() {
        worker.close();
        pool.close();
    }

    @BeforeEach
    void openThePool() {
        pool.slots(Integer.MAX_VALUE);
        pool.refuseWith("in_flight");
        pool.away(false);
        // A lease whose answer a cancellation cut off ends by its length, which this pool does not know.
        pool.forgetLeases();
    }

    @Test
    void makesWhatIsAskedForOnceHoweverOftenTheRequestArrives() {
        var request = Requests.image("remote").build();

        take(request);
        take(request);

        awaitState(request, TaskState.SUCCEEDED);
        take(request);
        assertThat(remote.timesSubmitted(request.getGenerationId())).isEqualTo(1);
        assertThat(events(request)).containsExactly("vimax.generation.completed.v1");
        assertThat(assetsOf(request)).isEqualTo(1);
    }

    @Test
    void startsWorkBySignalWithoutWaitingForThePoll(@TempDir Path assets) {
        var prompt = new ScriptedProvider("remote", false);
        prompt.letAllEnd();
        try (var keys = new FakeKeyPool();
                var other = WorkerUnderTest.on(PostgresServer.freshUrl())
                        .keyPool(keys)
                        .provider(prompt)
                        .with("--worker.asset.folder=" + assets, "--worker.task.poll=1h")
                        .start()) {
            var request = Requests.image("remote").build();

            other.bean(TaskIntake.class).onRequested(request);

            await().atMost(Duration.ofSeconds(30)).until(() -> prompt.timesSubmitted(request.getGenerationId()) == 1);
        }
    }

    @Test
    void waitsForAKeyWithoutSpendingAnAttempt() {
        pool.slots(0);
        var request = Requests.image("remote").build();
        take(request);
        await().until(() -> "in_flight".equals(column(request, "waiting_for")));
        assertThat(state(request)).isEqualTo(TaskState.QUEUED);

        pool.slots(1);

        awaitState(request, TaskState.SUCCEEDED);
        assertThat(column(request, "attempt")).isEqualTo("1");
    }

    @Test
    void beginsNothingWhileTheKeyPoolIsAwayAndGoesOnWhenItIsBack() {
        pool.away(true);
        var request = Requests.image("remote").build();
        take(request);
        await().until(() -> "pool_away".equals(column(request, "waiting_for")));

        pool.away(false);

        awaitState(request, TaskState.SUCCEEDED);
    }

    @Test
    void neverHoldsBackAnotherModelBehindABlockedOne() {
        var blocked = List.of(
                Requests.image("patient").build(),
                Requests.image("patient").build(),
                Requests.image("patient").build(),
                Requests.image("patient").build(),
                Requests.image("patient").build(),
                Requests.image("patient").build(),
                Requests.image("patient").build(),
                Requests.image("patient").build(),
                Requests.image("patient").build());
        blocked.forEach(this::take);
        await().until(() -> patient.following() >= 6);

        var other = Requests.image("remote").build();
        take(other);

        awaitState(other, TaskState.SUCCEEDED);
        blocked.forEach(request -> worker.bean(TaskIntake.class).onCancelRequested(Requests.cancel(request)));
        await().until(() -> patient.following() == 0);
    }

    @Test
    void triesAgainWhatWasNotTakenAndSpendsNoAttemptOnARateLimit() {
        var request = Requests.image("remote").build();
        remote.answerNext(new Submission.Refused(new ProviderFailure.RateLimited(
                new RetryHints(List.of(Duration.ofMillis(20), Duration.ofMillis(5)), true), "slow down")));
        remote.answerNext(new Submission.Refused(new ProviderFailure.Unavailable("refused connection")));

        take(request);

        awaitState(request, TaskState.SUCCEEDED);
        assertThat(remote.timesSubmitted(request.getGenerationId())).isEqualTo(3);
        assertThat(column(request, "attempt")).isEqualTo("2");
        assertThat(pool.settled())
                .extracting(FakeKeyPool.Settled::kind)
                .contains("rate_limited", "provider_error", "success");
    }

    @Test
    void tellsTheKeyPoolEveryWaitThatTheProviderNamed() {
        var request = Requests.image("remote").build();
        remote.answerNext(new Submission.Refused(new ProviderFailure.RateLimited(
                new RetryHints(List.of(Duration.ofMillis(20), Duration.ofMillis(35)), true), "slow down")));

        take(request);

        awaitState(request, TaskState.SUCCEEDED);
        var refused = pool.settled().stream()
                .filter(settled -> settled.outcome()
                        .path("retry_after_hints_ms")
                        .toString()
                        .equals("[35,20]"))
                .findFirst();
        assertThat(refused).hasValueSatisfying(settled -> {
            assertThat(settled.kind()).isEqualTo("rate_limited");
            assertThat(settled.outcome().get("per_day").asBoolean()).isTrue();
        });
    }

    @Test
    void refusesWhatTheModelCannotDoWithoutAskingForAKey() {
        remote.objectTo("model-small", "model-small takes no reference pictures.");
        var request = Requests.image("remote").setModel("model-small").build();

        take(request);

        awaitState(request, TaskState.FAILED);
        assertThat(column(request, "failure_code")).isEqualTo("bad-request");
        assertThat(column(request, "failure_detail")).isEqualTo("model-small takes no reference pictures.");
        assertThat(pool.timesAsked(request.getGenerationId())).isZero();
        assertThat(remote.timesSubmitted(request.getGenerationId())).isZero();
    }

    @Test
    void asksAPersonWhenNobodyKnowsWhetherTheProviderTookIt() {
        var request = Requests.image("remote").build();
        remote.answerNext(new Submission.Unknown("The connection broke"));

        take(request);

        awaitState(request, TaskState.AMBIGUOUS);
        assertThat(events(request)).containsExactly("vimax.generation.failed.v1");
        assertThat(remote.timesSubmitted(request.getGenerationId())).isEqualTo(1);
    }

    @Test
    void endsWhatWasAmbiguousWhenThePersonHasDecidedAndSendsNothing() {
        var request = Requests.image("remote").build();
        remote.answerNext(new Submission.Unknown("The connection broke"));
        take(request);
        awaitState(request, TaskState.AMBIGUOUS);

        worker.bean(TaskIntake.class).onCancelRequested(Requests.cancel(request));

        assertThat(state(request)).isEqualTo(TaskState.CANCELLED);
        assertThat(remote.timesSubmitted(request.getGenerationId())).isEqualTo(1);
    }

    @Test
    void refusesAProviderThatItDoesNotHave() {
        var request = Requests.image("nowhere").build();

        take(request);

        awaitState(request, TaskState.FAILED);
        assertThat(column(request, "failure_code")).isEqualTo("provider-not-installed");
    }

    @Test
    void cancelsWhatRunsAndGivesTheKeyBack() {
        var request = Requests.image("patient").build();
        take(request);
        awaitState(request, TaskState.RUNNING);
        int settledBefore = pool.settled().size();

        worker.bean(TaskIntake.class).onCancelRequested(Requests.cancel(request));

        assertThat(state(request)).isEqualTo(TaskState.CANCELLED);
        await().until(() -> patient.discarded().contains("job-" + request.getGenerationId()));
        await().until(() -> pool.settled().size() > settledBefore);
        assertThat(pool.settled().getLast().kind()).isEqualTo("cancelled");
        assertThat(events(request)).containsExactly("vimax.generation.failed.v1");
    }

    @Test
    void cancelsWhatHasNotArrivedYet() {
        var request = Requests.image("remote").build();

        worker.bean(TaskIntake.class).onCancelRequested(Requests.cancel(request));
        take(request);

        assertThat(state(request)).isEqualTo(TaskState.CANCELLED);
        assertThat(remote.timesSubmitted(request.getGenerationId())).isZero();
    }

    @Test
    void ignoresACancellationByAnotherPerson() {
        var request = Requests.image("patient").build();
        take(request);
        awaitState(request, TaskState.RUNNING);
        var foreign = Requests.cancel(GenerationRequested.newBuilder(request)
                .setUserId(UUID.randomUUID())
                .build());

        worker.bean(TaskIntake.class).onCancelRequested(foreign);

        assertThat(state(request)).isEqualTo(TaskState.RUNNING);
        worker.bean(TaskIntake.class).onCancelRequested(Requests.cancel(request));
    }

    @Test
    void endsAJobThatOutlivesItsDeadline() {
        var request = Requests.image("patient").build();

        take(request);

        await().atMost(Duration.ofSeconds(20)).until(() -> state(request) == TaskState.FAILED);
        assertThat(column(request, "failure_code")).isEqualTo("deadline-passed");
    }

    @Test
    void keepsALeaseAliveThatThePoolForgot() {
        var request = Requests.image("patient").build();
        take(request);
        awaitState(request, TaskState.RUNNING);

        pool.forgetLeases();

        await().until(() -> pool.held() >= 1);
        patient.letEnd(1);
        awaitState(request, TaskState.SUCCEEDED);
    }

    @Test
    void servesPeopleInTurnHoweverMuchOneOfThemAsksFor() {
        pool.slots(0);
        UUID busy = UUID.randomUUID();
        var many = IntStream.range(0, 20)
                .mapToObj(_ -> Requests.image("remote").setUserId(busy).build())
                .toList();
        many.forEach(this::take);
        var single = Requests.image("remote").build();
        take(single);

        pool.slots(1);
        awaitState(single, TaskState.SUCCEEDED);
        many.forEach(request -> awaitState(request, TaskState.SUCCEEDED));

        long before = many.stream()
                .filter(request -> startedAt(request).compareTo(startedAt(single)) < 0)
                .count();
        assertThat(before).isLessThanOrEqualTo(3);
    }

    @Test
    void goesOnAfterTheDatabaseDroppedEveryConnection() {
        var running = Requests.image("patient").build();
        take(running);
        awaitState(running, TaskState.RUNNING);

        worker.jdbc()
                .sql("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()")
                .query(Integer.class)
                .single();
        patient.letEnd(1);

        awaitState(running, TaskState.SUCCEEDED);
        var next = Requests.image("remote").build();
        await().ignoreExceptions().until(() -> {
            take(next);
            return true;
        });
        awaitState(next, TaskState.SUCCEEDED);
    }

    @Test
    void failsNothingThatIsInOtherHandsByNow() {
        pool.slots(0);
        var request = Requests.image("remote").build();
        take(request);
        Task mine = worker.bean(Tasks.class).find(request.getGenerationId()).orElseThrow();
        worker.jdbc()
                .sql("update task set state = 'RUNNING', claimed_by = 'other#1', fence = fence + 1,"
                        + " heartbeat_at = now() + interval '1 hour' where id = :id")
                .param("id", request.getGenerationId())
                .update();

        worker.bean(ClaimEnds.class).failInternally(mine);

        assertThat(state(request)).isEqualTo(TaskState.RUNNING);
        worker.jdbc()
                .sql("delete from task where id = :id")
                .param("id", request.getGenerationId())
                .update();
    }

    @Test
    void tellsThoseWhoWaitTheirPlaceInTheQueue() {
        pool.slots(0);
        var first = Requests.image("remote").build();
        var second = Requests.image("remote").build();
        take(first);
        take(second);

        await().atMost(Duration.ofSeconds(15))
                .until(() -> SentEvents.places(second.getGenerationId()).contains(2));

        pool.slots(1);
        awaitState(second, TaskState.SUCCEEDED);
    }

    @Test
    void reportsProgressThatNeverGoesBackAndVersionsThatGrow() {
        var request = Requests.image("patient").build();
        take(request);
        awaitState(request, TaskState.RUNNING);
        await().until(() -> !SentEvents.progress(request.getGenerationId()).isEmpty());
        patient.letEnd(1);
        awaitState(request, TaskState.SUCCEEDED);

        var reports = SentEvents.progress(request.getGenerationId());
        assertThat(reports)
                .extracting(report -> report.getProgress().orElse(0.0))
                .isSorted();
        assertThat(reports)
                .extracting(GenerationProgressed::getVersion)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(reports.getLast().getVersion()).isLessThan(Long.parseLong(column(request, "version")));
    }

    private void take(GenerationRequested request) {
        worker.bean(TaskIntake.class).onRequested(request);
    }

    private TaskState state(GenerationRequested request) {
        return TaskState.valueOf(column(request, "state"));
    }

    private void awaitState(GenerationRequested request, TaskState expected) {
        await(request.getGenerationId() + " " + expected)
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptionsInstanceOf(DataAccessException.class)
                .until(() -> state(request) == expected);
    }

    private String startedAt(GenerationRequested request) {
        return column(request, "started_at");
    }

    private String column(GenerationRequested request, String name) {
        return String.valueOf(worker.jdbc()
                .sql("select " + name + "::text from task where id = :id")
                .param("id", request.getGenerationId())
                .query((row, _) -> String.valueOf(row.getString(1)))
                .single());
    }

    private int assetsOf(GenerationRequested request) {
        return worker.jdbc()
                .sql("select count(*) from asset where generation_id = :id")
                .param("id", request.getGenerationId())
                .query(Integer.class)
                .single();
    }

    private List<String> events(GenerationRequested request) {
        return SentEvents.of(request.getGenerationId());
    }
}
