package io.vimax.keypool.usage;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Usage of one group in one slice of time.
 *
 * @param keyId null unless rows are by key; so with the next three
 * @param from start of the slice
 * @param errors by class: rate_limited, provider_error and so on
 * @param mediaMs length of what was made, in milliseconds
 * @param meanLatencyMs mean of all requests, in milliseconds
 * @param latencyP50Ms half of the successes took no longer, in milliseconds; null without a success
 * @param latencyP95Ms nineteen of twenty successes took no longer, in milliseconds
 */
record StatsRow(
        @Nullable UUID keyId,
        @Nullable UUID scopeId,
        @Nullable String serviceType,
        @Nullable String model,
        Instant from,
        long requestCount,
        long successCount,
        long errorCount,
        Map<String, Long> errors,
        Money cost,
        long mediaMs,
        long meanLatencyMs,
        @Nullable Long latencyP50Ms,
        @Nullable Long latencyP95Ms) {

    static final double HALF = 0.5;
    static final double MOST = 0.95;

    static StatsRow of(UsageRow row) {
        boolean none = row.latencies().isEmpty();
        return new StatsRow(
                row.group().key(),
                row.group().scope(),
                row.group().service(),
                row.group().model(),
                row.from(),
                row.requests(),
                row.successes(),
                row.errorCount(),
                row.errors(),
                Money.ofMicros(row.costMicros()),
                row.mediaMs(),
                row.latencyMs() / row.requests(),
                none ? null : row.latencies().percentileMs(HALF),
                none ? null : row.latencies().percentileMs(MOST));
    }
}
