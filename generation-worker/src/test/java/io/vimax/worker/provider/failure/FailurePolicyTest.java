package io.vimax.worker.provider.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.worker.provider.failure.Verdict.Settlement;
import io.vimax.worker.provider.failure.Verdict.Step.Again;
import io.vimax.worker.provider.failure.Verdict.Step.GiveUp;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailurePolicyTest {

    private static final String WORDS = "words";

    private final FailurePolicy policy = new FailurePolicy(3, Duration.ofSeconds(2));

    static Stream<Arguments> firstFailures() {
        var twoSeconds = Duration.ofSeconds(2);
        var told = Duration.ofSeconds(40);
        return Stream.of(
                Arguments.of(
                        new ProviderFailure.RateLimited(RetryHints.after(told), WORDS),
                        Settlement.RATE_LIMITED,
                        new Again(told, false, true)),
                Arguments.of(
                        new ProviderFailure.RateLimited(RetryHints.NONE, WORDS),
                        Settlement.RATE_LIMITED,
                        new Again(twoSeconds, false, true)),
                Arguments.of(
                        new ProviderFailure.ConcurrencyLimited(RetryHints.after(told), WORDS),
                        Settlement.CONCURRENCY_LIMITED,
                        new Again(told, false, true)),
                Arguments.of(
                        new ProviderFailure.Saturated(WORDS), Settlement.SATURATED, new Again(twoSeconds, false, true)),
                Arguments.of(
                        new ProviderFailure.KeyInvalid(WORDS),
                        Settlement.KEY_INVALID,
                        new Again(Duration.ZERO, true, true)),
                Arguments.of(
                        new ProviderFailure.OutOfCredit(WORDS),
                        Settlement.OUT_OF_CREDIT,
                        new Again(Duration.ZERO, true, true)),
                Arguments.of(
                        new ProviderFailure.ContentRejected(WORDS),
                        Settlement.CONTENT_REJECTED,
                        new GiveUp("content-rejected", false)),
                Arguments.of(
                        new ProviderFailure.BadRequest(WORDS),
                        Settlement.BAD_REQUEST,
                        new GiveUp("bad-request", false)),
                Arguments.of(
                        new ProviderFailure.Unavailable(WORDS),
                        Settlement.PROVIDER_ERROR,
                        new Again(twoSeconds, false, false)),
                Arguments.of(
                        new ProviderFailure.JobBroke(WORDS), Settlement.PROVIDER_ERROR, new GiveUp("job-broke", true)),
                Arguments.of(
                        new ProviderFailure.InputUnusable(WORDS),
                        Settlement.NOT_SENT,
                        new GiveUp("input-unusable", false)),
                Arguments.of(new ProviderFailure.DiskFull(WORDS), Settlement.NOT_SENT, new GiveUp("disk-full", true)),
                Arguments.of(
                        new ProviderFailure.ToolMissing(WORDS), Settlement.NOT_SENT, new GiveUp("tool-missing", true)),
                Arguments.of(
                        new ProviderFailure.DeadlinePassed(WORDS),
                        Settlement.PROVIDER_ERROR,
                        new GiveUp("deadline-passed", true)));
    }

    @ParameterizedTest
    @MethodSource("firstFailures")
    void decidesWhatFollows(ProviderFailure failure, Settlement settlement, Verdict.Step step) {
        assertThat(policy.after(failure, 1)).isEqualTo(new Verdict(settlement, step));
    }

    @Test
    void givesUpAnUnavailableProviderAfterTheLastAttempt() {
        assertThat(policy.after(new ProviderFailure.Unavailable(WORDS), 3).step())
                .isEqualTo(new GiveUp("provider-unavailable", true));
    }

    @Test
    void waitsTwiceAsLongEachTimeAndAtMostFiveMinutes() {
        assertThat(Stream.of(1, 2, 3, 30)
                        .map(attempt -> policy.after(new ProviderFailure.Saturated(WORDS), attempt)
                                .step()))
                .containsExactly(
                        new Again(Duration.ofSeconds(2), false, true),
                        new Again(Duration.ofSeconds(4), false, true),
                        new Again(Duration.ofSeconds(8), false, true),
                        new Again(Duration.ofMinutes(5), false, true));
    }
}
