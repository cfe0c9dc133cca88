package io.vimax.worker.provider.failure;

import java.time.Duration;

/**
 * What a failure means for the key and for the work.
 *
 * @param settlement what the key pool is told
 * @param step what becomes of the work
 */
public record Verdict(Settlement settlement, Step step) {

    /** The words of the key pool for how a lease ended. */
    public enum Settlement {
        SUCCESS,
        RATE_LIMITED,
        CONCURRENCY_LIMITED,
        SATURATED,
        KEY_INVALID,
        OUT_OF_CREDIT,
        CONTENT_REJECTED,
        BAD_REQUEST,
        PROVIDER_ERROR,
        NOT_SENT,
        CANCELLED
    }

    /** What becomes of the work. */
    public sealed interface Step {

        /** Again after a while. {@code otherKey}: not with the same key. {@code free}: the person's attempts are not spent on it. */
        record Again(Duration after, boolean otherKey, boolean free) implements Step {}

        /** It failed; {@code retryable} says whether the person asking again as it is can help. */
        record GiveUp(String code, boolean retryable) implements Step {}
    }
}
