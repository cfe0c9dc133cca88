package io.vimax.bench.workersdrill;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.bench.workersdrill.Chronicle.Entry;
import io.vimax.bench.workersdrill.Chronicle.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A checker that finds nothing proves nothing: every invariant is broken once by hand, by one line. */
class ChronicleCheckTest {

    private static final long SECOND = 1_000_000;

    private final List<Entry> entries = new ArrayList<>();
    private final UUID generation = UUID.randomUUID();

    private ChronicleCheck check() {
        return new ChronicleCheck(entries);
    }

    private void line(Kind kind, long second, @Nullable UUID id, String who, String state, long fence, String detail) {
        entries.add(new Entry(kind, second * SECOND, id, who, state, fence, detail));
    }

    private void requested() {
        line(Kind.REQUESTED, 100, generation, "", "", 0, "");
    }

    private void accepted(String job) {
        line(Kind.ACCEPTED, 101, generation, "", "", 0, job);
    }

    private void ended(String word, String event) {
        line(Kind.ENDED, 130, generation, "", word, 0, event);
    }

    private void stored(String job) {
        line(Kind.STORED, 140, generation, "", "", 0, job);
    }

    private void claim(long second, String holder, String state, long fence) {
        claim(second, holder, state, fence, second - 1);
    }

    private void claim(long second, String holder, String state, long fence, long heartbeat) {
        line(Kind.CLAIM, second, generation, holder, state, fence, Long.toString(heartbeat * SECOND));
    }

    private void killed(long second, String name) {
        line(Kind.KILLED, second, null, name, "", 0, "any moment");
    }

    private void aGoodGeneration() {
        requested();
        claim(100, "worker-1#a", "QUEUED", 1);
        claim(100, "worker-1#a", "SUBMITTING", 1);
        accepted("job-1");
        claim(102, "worker-1#a", "RUNNING", 1);
        killed(103, "worker-1");
        claim(117, "worker-2#b", "RUNNING", 2, 102);
        claim(120, "worker-2#b", "STORING", 2);
        claim(121, "", "SUCCEEDED", 2);
        ended("completed", "event-1");
        stored("job-1");
    }

    @Test
    void findsNothingWhereNothingIsWrong() {
        aGoodGeneration();
        ended("completed", "event-1");

        assertThat(check().lost()).isZero();
        assertThat(check().endedTwice()).isZero();
        assertThat(check().submittedTwice()).isZero();
        assertThat(check().untrue()).isZero();
        assertThat(check().unexplained()).isZero();
        assertThat(check().wrongFences()).isZero();
        assertThat(check().offences()).isEmpty();
        assertThat(check().takeovers()).hasSize(1);
    }

    @Test
    void findsTheRequestThatNobodyEnded() {
        requested();

        assertThat(check().lost()).isEqualTo(1);
    }

    @Test
    void findsTheGenerationThatEndedTwice() {
        aGoodGeneration();
        ended("ambiguous", "event-2");

        assertThat(check().endedTwice()).isEqualTo(1);
    }

    @Test
    void findsTheGenerationThatWasSentTwice() {
        aGoodGeneration();
        accepted("job-2");

        assertThat(check().submittedTwice()).isEqualTo(1);
    }

    @Test
    void findsTheCompletedOneWhoseResultIsMissing() {
        aGoodGeneration();
        entries.removeLast();

        assertThat(check().untrue()).isEqualTo(1);
    }

    @Test
    void findsTheCompletedOneWithTheResultOfAnother() {
        aGoodGeneration();
        entries.removeLast();
        stored("job-9");

        assertThat(check().untrue()).isEqualTo(1);
    }

    @Test
    void findsTheCompletedOneThatTheProviderNeverSaw() {
        requested();
        ended("completed", "event-1");

        assertThat(check().untrue()).isEqualTo(1);
    }

    @Test
    void findsTheFailedOneThatTheProviderTook() {
        requested();
        ended("failed", "event-1");
        assertThat(check().untrue()).isZero();

        accepted("job-1");
        assertThat(check().untrue()).isEqualTo(1);
    }

    @Test
    void findsTheEndThatNobodyAskedFor() {
        ended("failed", "event-1");

        assertThat(check().untrue()).isEqualTo(1);
    }

    @Test
    void explainsAnAmbiguousOneByAKillWhileItWasSentAndByNothingElse() {
        requested();
        claim(100, "worker-1#a", "SUBMITTING", 1);
        ended("ambiguous", "event-1");
        assertThat(check().unexplained()).isEqualTo(1);

        killed(99, "worker-1");
        killed(101, "worker-10");
        assertThat(check().unexplained()).isEqualTo(1);

        killed(101, "worker-1");
        assertThat(check().unexplained()).isZero();
    }

    @Test
    void explainsAnAmbiguousOneBySilenceOnlyIfThatLastedLongEnough() {
        requested();
        claim(100, "worker-1#a", "SUBMITTING", 1);
        claim(114, "worker-2#b", "SUBMITTING", 2, 100);
        ended("ambiguous", "event-1");
        assertThat(check().unexplained()).isEqualTo(1);

        claim(116, "worker-3#c", "SUBMITTING", 3, 101);
        assertThat(check().unexplained()).isZero();
    }

    @Test
    void measuresATakeoverFromTheKillToTheNextHolder() {
        requested();
        claim(100, "worker-1#a", "RUNNING", 1);
        killed(101, "worker-1");
        claim(102, "worker-1#a", "STORING", 1);
        claim(110, "", "STORING", 2);
        claim(121, "worker-1#b", "STORING", 3);

        assertThat(check().takeovers())
                .containsExactly(new ChronicleCheck.Takeover(generation, "worker-1#a", "worker-1#b", 20 * SECOND));
        assertThat(check().takeoversAfter(20 * SECOND)).isZero();
        assertThat(check().takeoversAfter(20 * SECOND - 1)).isEqualTo(1);
    }

    @Test
    void measuresHowLongARequestWasUnderWay() {
        requested();
        claim(107, "", "QUEUED", 0);
        claim(109, "worker-1#a", "QUEUED", 1);

        assertThat(check().intakes()).containsExactly(7 * SECOND);
    }

    @Test
    void needsNoTakeoverOfWhatTheKilledOneHadGivenBack() {
        requested();
        claim(100, "worker-1#a", "QUEUED", 1);
        killed(101, "worker-1");
        claim(102, "", "QUEUED", 1);
        claim(160, "worker-2#b", "QUEUED", 2);

        assertThat(check().takeovers()).isEmpty();
    }

    @Test
    void findsAHolderThatChangedUnderTheSameFence() {
        aGoodGeneration();
        claim(150, "worker-3#c", "RUNNING", 2);

        assertThat(check().wrongFences()).isEqualTo(1);
    }

    @Test
    void findsAFenceThatWentBack() {
        aGoodGeneration();
        claim(150, "", "RUNNING", 1);

        assertThat(check().wrongFences()).isEqualTo(1);
    }

    @Test
    void tellsWhatTheProviderComplainedOf() {
        line(Kind.OFFENCE, 100, null, "", "", 0, "FOREIGN_POLL of job-1");

        assertThat(check().offences()).containsExactly("FOREIGN_POLL of job-1");
    }
}
