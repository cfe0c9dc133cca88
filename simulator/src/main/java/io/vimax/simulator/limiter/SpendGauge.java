package io.vimax.simulator.limiter;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Money since the beginning; only a refund makes room again. */
final class SpendGauge implements Gauge {

    private static final Duration UNTIL_SOMEBODY_PAYS = Duration.ofHours(1);

    private final long most;
    private long spent;

    SpendGauge(long mostMicros) {
        this.most = mostMicros;
    }

    @Override
    public Optional<Duration> blocked(Instant now, long micros) {
        return spent + micros <= most ? Optional.empty() : Optional.of(UNTIL_SOMEBODY_PAYS);
    }

    @Override
    public void take(Holder holder, Instant now) {
        spent += holder.micros();
    }

    @Override
    public void refund(Holder holder) {
        spent -= holder.micros();
    }
}
