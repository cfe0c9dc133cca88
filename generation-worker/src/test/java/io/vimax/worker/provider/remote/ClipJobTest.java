package io.vimax.worker.provider.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.simulator.model.Latency;
import io.vimax.simulator.model.LatencyProfile;
import io.vimax.simulator.model.WorkKind;
import io.vimax.simulator.scenario.Armed;
import io.vimax.simulator.scenario.Operation;
import io.vimax.simulator.scenario.Scenario;
import io.vimax.worker.provider.Outcome;
import io.vimax.worker.provider.Progress;
import io.vimax.worker.provider.Submission;
import io.vimax.worker.provider.failure.ProviderFailure;
import io.vimax.worker.provider.port.Engagement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Jobs that are asked about until they are over, and whatever a relay may answer. */
class ClipJobTest {

    private static RemoteWorld world;

    @BeforeAll
    static void start() {
        world = new RemoteWorld(
                "--worker.remote.largest-result=3MB",
                "--worker.remote.longest-stall=800ms",
                "--worker.remote.longest-download=2s");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void reset() {
        world.simulator().reset();
    }

    @AfterEach
    void oneJobAndNoFault() {
        assertThat(world.simulator().ledger().violations()).isEmpty();
        assertThat(world.simulator().ledger().entries(LedgerKind.FAULT)).isEmpty();
        assertThat(world.simulator().ledger().count(LedgerKind.ACCEPTED)).isOne();
        assertThat(world.simulator().ledger().count(LedgerKind.FOREIGN_POLL)).isZero();
        assertThat(world.logged()).doesNotContain(RemoteWorld.SECRET);
    }

    @ParameterizedTest
    @CsvSource({
        "STATUS_WORD,success",
        "STATUS_WORD,SUCCEEDED",
        "STATUS_WORD,Finished",
        "ID_WITHOUT_PREFIX,",
        "LYING_STATUS,",
        "COMPLETED_WITHOUT_LINK,2",
        "LINK_ELSEWHERE,upsample",
        "LINK_ELSEWHERE,detail",
        "LINK_ELSEWHERE,generations",
        "REDIRECT_ONCE,",
        "DOWNLOAD_CUT,"
    })
    void bringsTheClip(Scenario scenario, String argument) throws Exception {
        arm(argument == null ? Armed.once(scenario) : Armed.once(scenario).with(argument));

        assertThat(run()).isInstanceOf(Outcome.Done.class);
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED,failed to generate",
        "FAILED_IN_DETAIL,failed to generate",
        "ERROR_STATE,failed to generate",
        "UNKNOWN_STATUS,state that nobody knows: thinking",
        "MISSING_STATUS,does not say in which state",
        "JOB_LOST,does not know the job any more",
        "LINK_TO_METADATA,169.254.169.254",
        "LINK_TO_LOCALHOST,localhost",
        "REDIRECT_TO_METADATA,169.254.169.254",
        "REDIRECT_TO_LOCALHOST,localhost",
        "EMPTY_FILE,empty file",
        "TRUNCATED_FILE,only a part of a video",
        "PDF_FILE,application/pdf instead of a video",
        "HTML_FILE,text/html instead of a video",
        "LINK_EXPIRED,not valid any more"
    })
    void endsInWordsAndNeverAsIfItCouldBeSentAgain(Scenario scenario, String words) throws Exception {
        arm(Armed.once(scenario));

        assertBroke(run(), words);
    }

    @ParameterizedTest
    @CsvSource({
        "DOWNLOAD_ENDLESS,larger than 3 MB",
        "DOWNLOAD_HUGE,larger than 3 MB",
        "DOWNLOAD_SLOW,did not come in time",
        "REDIRECT_LOOP,round in a circle",
        "DOWNLOAD_CUT,connection broke"
    })
    void cutsADownloadThatNeverEnds(Scenario scenario, String words) throws Exception {
        arm(Armed.always(scenario));

        assertBroke(run(), words);
        assertThat(world.bytesLeft()).isZero();
    }

    @Test
    void saysThatTheContentWasRefused() throws Exception {
        arm(Armed.once(Scenario.CONTENT_FAILED));

        assertThat(run())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure()).isInstanceOf(ProviderFailure.ContentRejected.class));
    }

    @Test
    void waitsNoLongerForALinkThatNeverComes() throws Exception {
        arm(Armed.once(Scenario.COMPLETED_WITHOUT_LINK).with("0"));

        assertBroke(run(), "gives no link");
    }

    @ParameterizedTest
    @EnumSource(
            value = Scenario.class,
            names = {
                "RATE_LIMITED",
                "SATURATED",
                "UPSTREAM_ERROR",
                "HTML_ERROR",
                "HTML_WITH_200",
                "BODY_IS_A_STRING",
                "JOB_NOT_FOUND",
                "KEY_REFUSED",
                "OUT_OF_CREDIT",
                "RESET_BEFORE_ACCEPT",
                "DEEP_JSON",
                "CUT_JSON",
                "EMPTY_BODY"
            })
    void keepsAskingThroughTroubleThatPasses(Scenario scenario) throws Exception {
        Armed armed = Armed.once(scenario).times(2).on(Operation.POLL);
        arm(scenario == Scenario.RATE_LIMITED ? armed.with("20") : armed);

        assertThat(run()).isInstanceOf(Outcome.Done.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Scenario.class,
            names = {
                "SATURATED",
                "UPSTREAM_ERROR",
                "HTML_ERROR",
                "HTML_WITH_200",
                "JOB_NOT_FOUND",
                "KEY_REFUSED",
                "DEEP_JSON"
            })
    void callsAJobBrokenWhenTheTroubleStays(Scenario scenario) throws Exception {
        arm(Armed.always(scenario).on(Operation.POLL));

        assertBroke(run(), "");
    }

    @Test
    void leavesAJobThatRunsForEverToItsDeadline() throws Exception {
        arm(Armed.once(Scenario.NEVER_ENDS));
        String job = taken();
        var ended = new ArrayList<Object>();
        Thread follower = Thread.ofVirtual().start(() -> {
            try {
                ended.add(assignment().follow(job, _ -> {}));
            } catch (InterruptedException e) {
                ended.add(e);
            }
        });
        await().until(() -> world.simulator().ledger().count(LedgerKind.POLLED) > 5);

        follower.interrupt();

        follower.join(Duration.ofSeconds(10));
        assertThat(ended).hasOnlyElementsOfType(InterruptedException.class);
    }

    @Test
    void doesNotUseAnIdOfTenKilobytes() throws Exception {
        arm(Armed.once(Scenario.LONG_JOB_ID));

        Submission submission = assignment().submit();

        assertThat(submission)
                .isInstanceOfSatisfying(
                        Submission.Unknown.class,
                        unknown -> assertThat(unknown.detail()).contains("10240 letters"));
    }

    @Test
    void tellsMeasuredProgress() throws Exception {
        world.simulator()
                .latency(LatencyProfile.INSTANT.with(WorkKind.VIDEO, new Latency.Fixed(Duration.ofMillis(300))));
        var told = new ArrayList<Progress>();
        try {
            assertThat(assignment().follow(taken(), told::add)).isInstanceOf(Outcome.Done.class);
        } finally {
            world.simulator().latency(LatencyProfile.INSTANT);
        }

        assertThat(told).extracting(Progress::stage).contains("filming", "fetching the clip");
        assertThat(told)
                .filteredOn(progress -> progress.stage().equals("filming"))
                .extracting(Progress::share)
                .doesNotContainNull();
    }

    @Test
    void keepsTheKeyFromWhereTheResultLies() throws Exception {
        assertThat(run()).isInstanceOf(Outcome.Done.class);

        assertThat(world.simulator().ledger().entries(LedgerKind.DOWNLOADED))
                .isNotEmpty()
                .noneMatch(entry -> entry.detail().contains("Authorization"));
        assertThat(world.simulator()
                        .ledger()
                        .entries(LedgerKind.ACCEPTED)
                        .getFirst()
                        .subject()
                        .reference())
                .isNotEmpty();
    }

    private static void arm(Armed armed) {
        world.simulator().arm(armed);
    }

    private static Engagement.Assignment assignment() {
        return world.engage("yunwu", RemoteWork.YUNWU_CLIP.work())
                .assign(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        RemoteWorld.OWNER,
                        RemoteWork.YUNWU_CLIP.model,
                        world.credentials("yunwu"));
    }

    private static String taken() throws InterruptedException {
        return ((Submission.Taken) assignment().submit()).jobId();
    }

    private static Outcome run() throws InterruptedException {
        return assignment().follow(taken(), _ -> {});
    }

    private static void assertBroke(Outcome outcome, String words) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.failure()).isInstanceOf(ProviderFailure.JobBroke.class);
            assertThat(failed.failure().detail()).contains(words).endsWith(".");
        });
    }
}
