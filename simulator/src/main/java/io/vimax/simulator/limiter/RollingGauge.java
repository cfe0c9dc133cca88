package io.vimax.simulator.limiter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/** Calls of the last 60 seconds: the one made exactly 60 seconds ago counts no more. */
final class RollingGauge implements Gauge {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int most;
    private final boolean refusalsCount;
    private final Deque<Instant> calls = new ArrayDeque<>();

    RollingGauge(int most, boolean refusalsCount) {
        this.most = most;
        this.refusalsCount = refusalsCount;
    }

    @Override
    public Optional<Duration> blocked(Instant now, long micros) {
        Instant begin = now.minus(WINDOW);
        while (!calls.isEmpty() && !calls.peekFirst().isAfter(begin)) {
            calls.removeFirst();
        }
        if (calls.size() < most) {
            return Optional.empty();
        }
        // With counted refusals there may be more than allowed: the place frees when only most - 1 are left.
        Iterator<Instant> oldest = calls.iterator();
        Instant frees = oldest.next();
        for (int surplus = calls.size() - most; surplus > 0; surplus--) {
            frees = oldest.next();
        }
        return Optional.of(Duration.between(now, frees.plus(WINDOW)));
    }

    @Override
    public void take(Holder holder, Instant now) {
        calls.addLast(now);
    }

    @Override
    public void refused(Instant now) {
        if (refusalsCount) {
            calls.addLast(now);
        }
    }
}
