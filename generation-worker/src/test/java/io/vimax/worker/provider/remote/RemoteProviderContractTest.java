package io.vimax.worker.provider.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.simulator.scenario.Armed;
import io.vimax.simulator.scenario.Scenario;
import io.vimax.worker.provider.Outcome;
import io.vimax.worker.provider.Product;
import io.vimax.worker.provider.Submission;
import io.vimax.worker.provider.failure.ProviderFailure;
import io.vimax.worker.provider.port.Engagement;
import io.vimax.worker.provider.wire.WholeFile;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every provider on the network holds, whatever its wire: against a simulator with a ledger of its own. */
@ParameterizedClass
@EnumSource(RemoteWork.class)
class RemoteProviderContractTest {

    private static RemoteWorld world;

    /** Where nobody answers it is given up soon. */
    private static RemoteWorld hurried;

    private final RemoteWork kind;
    private boolean inAHurry;

    RemoteProviderContractTest(RemoteWork kind) {
        this.kind = kind;
    }

    @BeforeAll
    static void start() {
        world = new RemoteWorld();
        hurried = new RemoteWorld("--worker.remote.longest-work=700ms", "--worker.remote.longest-create=700ms");
    }

    @AfterAll
    static void stop() {
        world.close();
        hurried.close();
    }

    @BeforeEach
    void reset() {
        world.simulator().reset();
        hurried.simulator().reset();
    }

    @AfterEach
    void leavesNoTrace() {
        assertThat(used().simulator().ledger().violations()).isEmpty();
        assertThat(used().simulator().ledger().entries(LedgerKind.FAULT)).isEmpty();
        assertThat(used().logged()).doesNotContain(RemoteWorld.SECRET);
        assertThat(used().foldersLeft()).isZero();
    }

    @Test
    void doesTheWorkForOneCharge() throws Exception {
        Outcome.Done done = done(follow(taken()));

        if (kind.isChat()) {
            assertThat(done.text()).contains("vimax-screenplay/1");
            assertThat(done.products()).isEmpty();
        } else {
            assertThat(done.products()).hasSize(1);
        }
        assertThat(done.costMicros()).isNull();
        assertThat(accepted()).isOne();
    }

    @Test
    void findsTheResultAgainAfterACrashWithoutPayingTwice() throws Exception {
        String job = taken();
        Outcome.Done first = done(assignment().follow(job, _ -> {}));

        Outcome.Done second = done(follow(job));

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(accepted()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED,RateLimited",
        "DAY_LIMITED,RateLimited",
        "CONCURRENCY_LIMITED,ConcurrencyLimited",
        "SATURATED,Saturated",
        "SATURATED_500,Saturated",
        "OUT_OF_CREDIT,OutOfCredit",
        "KEY_REFUSED,KeyInvalid",
        "CONTENT_REJECTED,ContentRejected",
        "REQUEST_REJECTED,BadRequest",
        "PLAIN_STRING_ERROR,BadRequest"
    })
    void isRefusedWithNothingTaken(Scenario scenario, String failure) throws Exception {
        arm(Armed.once(scenario));

        Submission submission = assignment().submit();

        assertThat(submission).isInstanceOfSatisfying(Submission.Refused.class, refused -> {
            assertThat(refused.failure().getClass().getSimpleName()).isEqualTo(failure);
            assertInWords(refused.failure().detail());
        });
        assertThat(accepted()).isZero();
    }

    @Test
    void passesOnTheWaitAndTheDay() throws Exception {
        arm(Armed.once(Scenario.DAY_LIMITED));

        var refused = (Submission.Refused) assignment().submit();

        assertThat(refused.failure()).isInstanceOfSatisfying(ProviderFailure.RateLimited.class, limited -> {
            assertThat(limited.hints().perDay()).isTrue();
            // Of these only OpenAI and Google say how long.
            assertThat(limited.hints().waits().isEmpty())
                    .isEqualTo(!List.of("openai", "google").contains(kind.provider));
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Scenario.class,
            names = {"UPSTREAM_ERROR", "HTML_ERROR", "HTML_WITH_200", "BODY_IS_A_STRING", "RESET_BEFORE_ACCEPT"})
    void doesNotTakeItForRefusedWhenNothingProvesThat(Scenario scenario) throws Exception {
        arm(Armed.once(scenario));

        assertUnknown(assignment().submit());
        assertThat(accepted()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Scenario.class,
            names = {"RESET", "ERROR_AFTER_ACCEPT", "DEEP_JSON"})
    void knowsThatItMayHaveBeenTaken(Scenario scenario) throws Exception {
        arm(Armed.once(scenario));

        assertUnknown(assignment().submit());
        assertThat(accepted()).isOne();
    }

    @ParameterizedTest
    @EnumSource(
            value = Scenario.class,
            names = {"HANG", "HANG_BEFORE_ACCEPT", "HALF_OPEN"})
    void givesUpWaitingAndDoesNotKnow(Scenario scenario) throws Exception {
        inAHurry = true;
        arm(Armed.once(scenario));

        assertUnknown(assignment().submit());
        assertThat(accepted()).isEqualTo(scenario == Scenario.HANG_BEFORE_ACCEPT ? 0 : 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Scenario.class,
            names = {"CUT_JSON", "EMPTY_BODY"})
    void loosesNoPaidWorkToAnAnswerThatCannotBeRead(Scenario scenario) throws Exception {
        arm(Armed.once(scenario));

        Submission submission = assignment().submit();

        if (kind.isSpeech()) {
            // The answer is the sound itself: it is there, and it is not whole.
            assertBroke(follow(((Submission.Taken) submission).jobId()));
        } else {
            assertUnknown(submission);
        }
        assertThat(accepted()).isOne();
    }

    @Test
    void readsJsonWhateverItIsCalled() throws Exception {
        arm(Armed.once(Scenario.WRONG_CONTENT_TYPE));

        done(follow(taken()));
    }

    @Test
    void isSureThatNothingWasSentWhenNobodyListens() throws Exception {
        used().simulator().refuseConnections();
        Submission submission;
        try {
            submission = assignment().submit();
        } finally {
            used().simulator().resume();
        }

        assertThat(submission)
                .isInstanceOfSatisfying(
                        Submission.Refused.class,
                        refused -> assertThat(refused.failure()).isInstanceOf(ProviderFailure.Unavailable.class));
        assertThat(accepted()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Scenario.class,
            names = {"EMPTY_FILE", "TRUNCATED_FILE", "PDF_FILE", "HTML_FILE"})
    void refusesAResultThatIsNotWhatWasAskedFor(Scenario scenario) throws Exception {
        if (!kind.isFile()) {
            return;
        }
        arm(Armed.once(scenario));

        Submission submission = assignment().submit();

        if (kind.isSpeech() && scenario == Scenario.HTML_FILE) {
            assertUnknown(submission);
        } else {
            assertBroke(follow(((Submission.Taken) submission).jobId()));
        }
        assertThat(accepted()).isOne();
    }

    @Test
    void refusesAddressesOfThisNetworkThatNobodyAllowed() throws Exception {
        for (String base : List.of(
                "http://169.254.169.254/latest",
                "https://169.254.169.254",
                "http://localhost:1",
                "https://127.0.0.1:1",
                "ftp://example.com",
                "no address at all")) {
            var assignment = used().engage(kind.provider, kind.work())
                    .assign(
                            UUID.randomUUID(),
                            UUID.randomUUID(),
                            RemoteWorld.OWNER,
                            kind.model,
                            new io.vimax.worker.provider.Credentials(RemoteWorld.SECRET, base));
            assertThat(assignment.submit()).isInstanceOfSatisfying(Submission.Refused.class, refused -> {
                assertThat(refused.failure()).isInstanceOf(ProviderFailure.Unavailable.class);
                assertInWords(refused.failure().detail());
            });
        }
        assertThat(accepted()).isZero();
    }

    @Test
    void hasNothingAgainstTheWorkOfThisTest() {
        assertThat(used().engage(kind.provider, kind.work()).objectionTo(kind.model))
                .isEmpty();
        assertThat(used().engage(kind.provider, kind.work()).provider().knowsRepeats())
                .isFalse();
    }

    private RemoteWorld used() {
        return inAHurry ? hurried : world;
    }

    private void arm(Armed armed) {
        used().simulator().arm(armed);
    }

    private Engagement.Assignment assignment() {
        return used().engage(kind.provider, kind.work())
                .assign(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        RemoteWorld.OWNER,
                        kind.model,
                        used().credentials(kind.provider));
    }

    private String taken() throws InterruptedException {
        Submission submission = assignment().submit();
        assertThat(submission).isInstanceOf(Submission.Taken.class);
        return ((Submission.Taken) submission).jobId();
    }

    /** Follows a job to its end and checks its files, then forgets it as the worker does. */
    private Outcome follow(String job) throws InterruptedException, IOException {
        Outcome outcome = assignment().follow(job, _ -> {});
        if (outcome instanceof Outcome.Done done) {
            for (Product product : done.products()) {
                assertThat(WholeFile.faultOf(product.file(), product.role())).isEmpty();
            }
        }
        assignment().discard(job);
        return outcome;
    }

    private static Outcome.Done done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return (Outcome.Done) outcome;
    }

    private static void assertUnknown(Submission submission) {
        assertThat(submission)
                .isInstanceOfSatisfying(Submission.Unknown.class, unknown -> assertInWords(unknown.detail()));
    }

    private static void assertBroke(Outcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.failure()).isInstanceOf(ProviderFailure.JobBroke.class);
            assertInWords(failed.failure().detail());
        });
    }

    private static void assertInWords(String detail) {
        assertThat(detail)
                .hasSizeBetween(15, 400)
                .matches("(?s)[A-Z].* .*")
                .doesNotContain(RemoteWorld.SECRET, "<html", "Exception", "{\"");
    }

    private long accepted() {
        return used().simulator().ledger().count(LedgerKind.ACCEPTED);
    }
}
