package io.vimax.simulator.limiter;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** What runs now. A job with a known end leaves at that instant. */
final class FlightGauge implements Gauge {

    private static final Duration UNKNOWN_WAIT = Duration.ofSeconds(1);

    private record Landing(Instant at, Holder holder) {}

    private final int most;
    private final Set<Holder> flying = new HashSet<>();
    private final PriorityQueue<Landing> landings = new PriorityQueue<>(Comparator.comparing(Landing::at));

    FlightGauge(int most) {
        this.most = most;
    }

    @Override
    public Optional<Duration> blocked(Instant now, long micros) {
        while (!landings.isEmpty() && !landings.peek().at().isAfter(now)) {
            flying.remove(landings.remove().holder());
        }
        if (flying.size() < most) {
            return Optional.empty();
        }
        // Those who left early are still in the queue of landings; they must not promise a place.
        while (!landings.isEmpty() && !flying.contains(landings.peek().holder())) {
            landings.remove();
        }
        return Optional.of(
                landings.isEmpty()
                        ? UNKNOWN_WAIT
                        : Duration.between(now, landings.peek().at()));
    }

    @Override
    public void take(Holder holder, Instant now) {
        flying.add(holder);
    }

    @Override
    public void leave(Holder holder) {
        flying.remove(holder);
    }

    @Override
    public void leaveAt(Holder holder, Instant end) {
        if (flying.contains(holder)) {
            landings.add(new Landing(end, holder));
        }
    }
}
