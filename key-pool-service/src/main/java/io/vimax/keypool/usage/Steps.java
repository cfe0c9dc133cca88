package io.vimax.keypool.usage;

import java.util.Map;
import java.util.TreeMap;

/** Latencies in steps that grow by the eighth root of two, so that a percentile is right within 5 % from 10 ms on. */
final class Steps {

    /** SQL: start of the half hour of a lease. */
    static final String CELL = "date_bin('30 minutes', granted_at, timestamptz '2000-01-01 00:00:00Z')";

    /** SQL: start of the day of a lease. */
    static final String DAY = "date_trunc('day', granted_at, 'UTC')";

    /** SQL: the step of a latency. Only successes have percentiles, so all else is in one step. */
    static final String STEP =
            "(case when latency_ms <= 10 or coalesce(outcome, 'expired') <> 'success' then 0 else ceil(8 * ln(latency_ms / 10.0::float8) / ln(2::float8)) end)::smallint";

    private static final double FIRST_MS = 10;
    private static final double PER_OCTAVE = 8;
    private static final double HALF_A_STEP = 0.5;

    private final TreeMap<Integer, Long> counts = new TreeMap<>();
    private long total;

    void add(int step, long count) {
        counts.merge(step, count, Long::sum);
        total += count;
    }

    boolean isEmpty() {
        return total == 0;
    }

    /**
     * The latency that the given share of all does not pass, in milliseconds; 0 if nothing was counted. The middle of a step
     * stands for all of it, so that many equal latencies are right, too.
     *
     * @param share between 0 and 1
     */
    long percentileMs(double share) {
        double wanted = share * total;
        double counted = 0;
        for (Map.Entry<Integer, Long> step : counts.entrySet()) {
            counted += step.getValue();
            if (counted >= wanted) {
                return Math.round(FIRST_MS * Math.pow(2, (step.getKey() - HALF_A_STEP) / PER_OCTAVE));
            }
        }
        return 0;
    }
}
