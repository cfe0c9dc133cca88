package io.vimax.bench.portkey;

import io.vimax.bench.measure.Percentiles;
import io.vimax.bench.portkey.Outcome.End;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How somebody did in the measured part of a run.
 *
 * @param load calls wanted, as a share of what all limits together allow
 * @param servedPerMinute calls that the provider took on, by its books
 * @param used these as a share of what all limits together allow
 * @param refused calls that the provider answered with 429, by its books
 * @param seen answers with 429 that callers got
 * @param gaveUp callers whose patience ended
 * @param broken callers who got something that is neither an answer nor a 429
 * @param p50Ms time from the wish to the answer, of those who got one
 * @param waits answers of the pool that no key is free
 */
record Score(
        String name,
        double load,
        double wantedPerMinute,
        double servedPerMinute,
        double used,
        long refused,
        long seen,
        long gaveUp,
        long broken,
        double p50Ms,
        double p95Ms,
        long waits) {

    /** The measured part of a run, counted from its begin. */
    record Stretch(Duration from, Duration length) {

        boolean holds(Duration moment) {
            return moment.compareTo(from) >= 0 && moment.compareTo(end()) < 0;
        }

        Duration end() {
            return from.plus(length);
        }

        double minutes() {
            return length.toMillis() / 60_000.0;
        }
    }

    /**
     * What the provider wrote down.
     *
     * @param accepted when it took calls on
     * @param refused when it turned calls away
     */
    record Books(List<Instant> accepted, List<Instant> refused) {}

    /**
     * Counts what lies in the measured part.
     *
     * @param perMinute what all limits together allow
     * @throws IOException if nobody was served, so that there is nothing to compare
     */
    static Score of(String name, double load, int perMinute, Stretch stretch, Books books, Crowd.Run run)
            throws IOException {
        double[] served = run.outcomes().stream()
                .filter(outcome -> outcome.end() == End.SERVED && stretch.holds(outcome.ended()))
                .mapToDouble(outcome -> outcome.took().toNanos() / 1e6)
                .toArray();
        if (served.length == 0) {
            throw new IOException(name + ": nobody was served");
        }
        double accepted = within(books.accepted(), run.began(), stretch) / stretch.minutes();
        Percentiles times = Percentiles.of(served);
        return new Score(
                name,
                load,
                run.outcomes().stream()
                                .filter(outcome -> stretch.holds(outcome.arrived()))
                                .count()
                        / stretch.minutes(),
                accepted,
                accepted / perMinute,
                within(books.refused(), run.began(), stretch),
                run.outcomes().stream()
                        .flatMap(outcome -> outcome.turnedAway().stream())
                        .filter(stretch::holds)
                        .count(),
                ended(End.GAVE_UP, stretch, run),
                ended(End.BROKEN, stretch, run),
                times.at(0.5),
                times.at(0.95),
                run.outcomes().stream().mapToLong(Outcome::waits).sum());
    }

    private static long within(List<Instant> moments, Instant began, Stretch stretch) {
        return moments.stream()
                .filter(moment -> stretch.holds(Duration.between(began, moment)))
                .count();
    }

    private static long ended(End end, Stretch stretch, Crowd.Run run) {
        return run.outcomes().stream()
                .filter(outcome -> outcome.end() == end && stretch.holds(outcome.ended()))
                .count();
    }
}
