package io.vimax.keypool.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Who was refused and has not come back yet, as far as this replica knows: the queue before a provider. Workers come again with the
 * same lease id when they were told to; one that does not come back any more is forgotten a little later.
 */
@Component
public class Queues {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int MOST = 20_000;

    private final Clock clock;
    private final MeterRegistry metrics;
    private final Map<String, Map<UUID, Instant>> waiting = new ConcurrentHashMap<>();

    Queues(Clock clock, MeterRegistry metrics) {
        this.clock = clock;
        this.metrics = metrics;
    }

    /** @param retryAfter when it was told to come again */
    public void refused(String service, UUID leaseId, Duration retryAfter) {
        Map<UUID, Instant> queue = waiting.computeIfAbsent(service, name -> {
            Gauge.builder("keypool.queue", () -> length(name))
                    .description("callers that were refused and are expected again")
                    .tag("service", name)
                    .register(metrics);
            return new ConcurrentHashMap<>();
        });
        if (queue.size() < MOST) {
            queue.put(leaseId, clock.instant().plus(retryAfter).plus(GRACE));
        }
    }

    public void granted(String service, UUID leaseId) {
        Map<UUID, Instant> queue = waiting.get(service);
        if (queue != null) {
            queue.remove(leaseId);
        }
    }

    /** How many wait. */
    public int length(String service) {
        Map<UUID, Instant> queue = waiting.getOrDefault(service, Map.of());
        Instant now = clock.instant();
        queue.values().removeIf(until -> until.isBefore(now));
        return queue.size();
    }
}
