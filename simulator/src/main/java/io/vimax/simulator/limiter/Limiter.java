package io.vimax.simulator.limiter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All limits of one account. Exact under any number of threads: one lock, and the clock is read inside it. */
public final class Limiter {

    private record Counted(Limit limit, Gauge gauge) {}

    private final Clock clock;
    private final List<Limit> limits;
    private final Map<String, Gauge> gauges = new HashMap<>();

    public Limiter(Clock clock, List<Limit> limits) {
        this.clock = clock;
        this.limits = List.copyOf(limits);
    }

    /**
     * Counts one call, if every limit has a place for it.
     *
     * @param micros price of the call in millionths of a dollar
     */
    public synchronized Decision take(String model, long micros) {
        Instant now = clock.instant();
        List<Counted> counted = counted(model);
        @Nullable Limit blocking = null;
        Duration wait = Duration.ZERO;
        for (Counted each : counted) {
            Optional<Duration> blocked = each.gauge().blocked(now, micros);
            if (blocked.isPresent() && (blocking == null || blocked.get().compareTo(wait) > 0)) {
                blocking = each.limit();
                wait = blocked.get();
            }
        }
        if (blocking != null) {
            counted.forEach(each -> each.gauge().refused(now));
            return new Decision.Refused(blocking, wait);
        }
        var holder = new Holder(micros);
        counted.forEach(each -> each.gauge().take(holder, now));
        return new Decision.Granted(
                new TakenPlace(holder, counted.stream().map(Counted::gauge).toList()));
    }

    private List<Counted> counted(String model) {
        var counted = new ArrayList<Counted>(limits.size());
        for (int i = 0; i < limits.size(); i++) {
            Limit limit = limits.get(i);
            boolean each = limit.models().equals(Limit.EACH_MODEL);
            if (each
                    || limit.models().equals(Limit.ALL_MODELS)
                    || limit.models().equals(model)) {
                String count = each ? i + "/" + model : String.valueOf(i);
                counted.add(new Counted(limit, gauges.computeIfAbsent(count, _ -> gauge(limit))));
            }
        }
        return counted;
    }

    private static Gauge gauge(Limit limit) {
        return switch (limit) {
            case Limit.PerMinute minute ->
                switch (minute.window()) {
                    case ROLLING -> new RollingGauge(minute.calls(), minute.refusalsCount());
                    case CALENDAR ->
                        new CalendarGauge(minute.calls(), ChronoUnit.MINUTES, ZoneOffset.UTC, minute.refusalsCount());
                };
            case Limit.PerDay day -> new CalendarGauge(day.calls(), ChronoUnit.DAYS, day.zone(), false);
            case Limit.InFlight flight -> new FlightGauge(flight.jobs());
            case Limit.Spend spend -> new SpendGauge(spend.micros());
        };
    }

    private final class TakenPlace implements Place {

        private final Holder holder;
        private final List<Gauge> taken;

        TakenPlace(Holder holder, List<Gauge> taken) {
            this.holder = holder;
            this.taken = taken;
        }

        @Override
        public void leave() {
            synchronized (Limiter.this) {
                taken.forEach(gauge -> gauge.leave(holder));
            }
        }

        @Override
        public void leaveAt(Instant end) {
            synchronized (Limiter.this) {
                taken.forEach(gauge -> gauge.leaveAt(holder, end));
            }
        }

        @Override
        public void refund() {
            synchronized (Limiter.this) {
                if (holder.refundOnce()) {
                    taken.forEach(gauge -> gauge.refund(holder));
                }
            }
        }
    }
}
