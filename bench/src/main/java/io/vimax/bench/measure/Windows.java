package io.vimax.bench.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Calls against a limit for any stretch of time, where of each call only the first and last possible moment are known. */
public final class Windows {

    private Windows() {}

    /** A call that happened somewhere between two moments, in any unit. */
    public record Span(long from, long to) {}

    /** @return the calls that surely lie, with as many others as the limit allows, within less than the length of a window */
    public static long over(List<Span> calls, int limit, long length) {
        List<Span> sorted =
                calls.stream().sorted(Comparator.comparingLong(Span::to)).toList();
        long over = 0;
        for (int last = limit; last < sorted.size(); last++) {
            long first = sorted.subList(last - limit, last + 1).stream()
                    .mapToLong(Span::from)
                    .min()
                    .orElseThrow();
            if (sorted.get(last).to() - first < length) {
                over++;
            }
        }
        return over;
    }

    /**
     * How much of a limit for any minute was used. Calls come in bursts, so that this is measured from the first one to the first one
     * after so many full limits: as many calls as the limit allows for that time would be a use of one.
     *
     * @param windows full limits to measure over
     */
    public static double used(List<Instant> calls, int perMinute, int windows) {
        List<Instant> sorted = calls.stream().sorted().toList();
        int full = windows * perMinute;
        if (sorted.size() <= full) {
            return (double) sorted.size() / full;
        }
        Duration took = Duration.between(sorted.getFirst(), sorted.get(full));
        return windows * 60_000.0 / took.toMillis();
    }
}
