package io.vimax.worker.lease;

import io.vimax.worker.provider.failure.RetryHints;
import io.vimax.worker.provider.failure.Verdict.Settlement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the work under a lease ended.
 *
 * @param hints what the provider said about when to come again
 * @param mediaMs length of the media that was made, in milliseconds
 */
public record LeaseEnd(
        Settlement settlement,
        RetryHints hints,
        @Nullable String detail,
        long costMicros,
        long mediaMs,
        Duration took) {

    /** An end that says nothing about the key. */
    public static LeaseEnd of(Settlement settlement) {
        return new LeaseEnd(settlement, RetryHints.NONE, null, 0, 0, Duration.ZERO);
    }
}
