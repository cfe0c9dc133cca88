package io.vimax.simulator.limiter;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Calls since the last full minute or the last midnight. */
final class CalendarGauge implements Gauge {

    private final int most;
    private final ChronoUnit unit;
    private final ZoneId zone;
    private final boolean refusalsCount;
    private Instant begin = Instant.MIN;
    private int calls;

    /** @param unit minutes or days */
    CalendarGauge(int most, ChronoUnit unit, ZoneId zone, boolean refusalsCount) {
        this.most = most;
        this.unit = unit;
        this.zone = zone;
        this.refusalsCount = refusalsCount;
    }

    @Override
    public Optional<Duration> blocked(Instant now, long micros) {
        ZonedDateTime current = now.atZone(zone).truncatedTo(unit);
        // A clock that is set back does not open a new window.
        if (current.toInstant().isAfter(begin)) {
            begin = current.toInstant();
            calls = 0;
        }
        return calls < most
                ? Optional.empty()
                : Optional.of(Duration.between(now, current.plus(1, unit).toInstant()));
    }

    @Override
    public void take(Holder holder, Instant now) {
        calls++;
    }

    @Override
    public void refused(Instant now) {
        if (refusalsCount) {
            calls++;
        }
    }
}
