package io.vimax.keypool.usage;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sums of one group in one slice of time.
 *
 * @param from start of the slice
 * @param requests all that was sent
 * @param errors by class
 * @param latencies of successes
 * @param latencyMs of all requests together, in milliseconds
 */
record UsageRow(
        Group group,
        Instant from,
        long requests,
        long successes,
        Map<String, Long> errors,
        long costMicros,
        long mediaMs,
        long latencyMs,
        Steps latencies) {

    /** What a row is about; null where rows are not told apart by it. */
    record Group(
            @Nullable UUID key,
            @Nullable UUID scope,
            @Nullable String service,
            @Nullable String model) {}

    long errorCount() {
        return errors.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Adds up what the database found, outcome by outcome and step by step. */
    static final class Sum {

        private final Group group;
        private final Instant from;
        private final Map<String, Long> errors = new TreeMap<>();
        private final Steps latencies = new Steps();
        private long requests;
        private long successes;
        private long costMicros;
        private long mediaMs;
        private long latencyMs;

        Sum(Group group, Instant from) {
            this.group = group;
            this.from = from;
        }

        void add(String outcome, int step, long count, long cost, long media, long latency) {
            requests += count;
            costMicros += cost;
            mediaMs += media;
            latencyMs += latency;
            if (outcome.equals(Outcomes.SUCCESS)) {
                successes += count;
                latencies.add(step, count);
            } else if (Outcomes.isError(outcome)) {
                errors.merge(outcome, count, Long::sum);
            }
        }

        UsageRow row() {
            return new UsageRow(group, from, requests, successes, errors, costMicros, mediaMs, latencyMs, latencies);
        }
    }
}
