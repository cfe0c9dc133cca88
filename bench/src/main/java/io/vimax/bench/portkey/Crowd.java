package io.vimax.bench.portkey;

import io.vimax.bench.measure.Together;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** All callers of a run, each by itself. */
final class Crowd {

    private Crowd() {}

    /**
     * What happened.
     *
     * @param began by the clock that the provider's books go by
     */
    record Run(Instant began, List<Outcome> outcomes) {}

    /** Returns when the last caller is gone. */
    static Run go(Door door, List<Duration> arrivals, Duration patience, Clock clock)
            throws IOException, InterruptedException {
        Instant began = clock.instant();
        var caller = new Caller(door, Stopwatch.started(), patience);
        List<Callable<Outcome>> calls = arrivals.stream()
                .<Callable<Outcome>>map(arrival -> () -> caller.call(arrival))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return new Run(began, Together.run(threads, calls));
        }
    }
}
