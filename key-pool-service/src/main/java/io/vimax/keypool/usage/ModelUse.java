package io.vimax.keypool.usage;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was done with one model in one slice of time.
 *
 * @param from start of the slice
 * @param requests all that was sent
 * @param faults what went wrong with keys or provider; refused contents are none
 * @param errors by class, refused contents too
 * @param latencyP50Ms half of the successes took no longer, in milliseconds; null without a success
 * @param latencyP95Ms nineteen of twenty successes took no longer, in milliseconds
 */
public record ModelUse(
        String service,
        String model,
        Instant from,
        long requests,
        long faults,
        Map<String, Long> errors,
        @Nullable Long latencyP50Ms,
        @Nullable Long latencyP95Ms) {

    static ModelUse of(UsageRow row) {
        StatsRow stats = StatsRow.of(row);
        return new ModelUse(
                String.valueOf(row.group().service()),
                String.valueOf(row.group().model()),
                row.from(),
                row.requests(),
                row.errors().entrySet().stream()
                        .filter(error -> Outcomes.isFault(error.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum(),
                row.errors(),
                stats.latencyP50Ms(),
                stats.latencyP95Ms());
    }
}
