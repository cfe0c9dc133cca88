package io.vimax.keypool.pool;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The pools of all providers over one Redis, behind a breaker: after a few failures in a row callers are refused at once for a
 * moment instead of each waiting for its own time-out, and then one call tries. Lends nothing while Redis is away.
 */
@Component
public class LivePools {

    private static final Logger log = LoggerFactory.getLogger(LivePools.class);

    private static final int FAILURES_TO_OPEN = 3;
    private static final Duration OPEN = Duration.ofMillis(500);

    private final UnifiedJedis redis;
    private final Clock clock;
    private final Map<String, Pool> pools = new ConcurrentHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicReference<Instant> openUntil = new AtomicReference<>(Instant.MIN);

    LivePools(UnifiedJedis redis, Clock clock, MeterRegistry metrics) {
        this.redis = redis;
        this.clock = clock;
        Gauge.builder("keypool.redis.up", this, it -> it.away() ? 0 : 1)
                .description("whether Redis answered the last calls")
                .register(metrics);
    }

    /** Redis does not answer, or did not answer the calls before. */
    public static final class Away extends RuntimeException {
        private Away(String message) {
            super(message);
        }
    }

    /** @throws Away when Redis does not answer in time */
    public <T> T ask(String service, Function<Pool, T> question) {
        Instant open = openUntil.get();
        Instant now = clock.instant();
        if (now.isBefore(open)) {
            throw new Away("Redis did not answer the last calls");
        }
        if (failures.get() >= FAILURES_TO_OPEN && !openUntil.compareAndSet(open, now.plus(OPEN))) {
            throw new Away("Another call tries whether Redis is back");
        }
        try {
            T answer = question.apply(pools.computeIfAbsent(service, name -> new Pool(redis, name)));
            if (failures.getAndSet(0) >= FAILURES_TO_OPEN) {
                log.info("Redis answers again");
            }
            openUntil.set(Instant.MIN);
            return answer;
        } catch (JedisDataException e) {
            // It answered, though not with what was asked for: loading its memory after a start, or a fault of ours.
            if (String.valueOf(e.getMessage()).startsWith("LOADING")) {
                throw new Away("Redis is loading its memory");
            }
            throw e;
        } catch (JedisException e) {
            if (failures.incrementAndGet() >= FAILURES_TO_OPEN) {
                openUntil.set(clock.instant().plus(OPEN));
            }
            log.warn("Redis does not answer: {}", e.getMessage());
            throw new Away("Redis does not answer");
        }
    }

    /** Whether calls are refused without asking. */
    public boolean away() {
        return clock.instant().isBefore(openUntil.get());
    }
}
