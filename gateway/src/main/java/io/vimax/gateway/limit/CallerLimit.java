package io.vimax.gateway.limit;

import io.vimax.gateway.redis.RedisCalls;
import io.vimax.gateway.redis.RedisScript;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/**
 * One token bucket per person, shared by all replicas. Fails open: it protects against a runaway client, not against loss, so
 * while Redis is away or slow everybody passes; that is logged once, and Redis is asked again after a second.
 */
@Component
class CallerLimit {

    private static final Logger log = LoggerFactory.getLogger(CallerLimit.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RedisScript takeToken;
    private final RedisCalls calls;
    private final LimitProperties properties;
    private final Clock clock;
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile Instant askAgainAt = Instant.MIN;

    CallerLimit(RedisClient redis, RedisCalls calls, LimitProperties properties, Clock clock) {
        this.takeToken = new RedisScript(redis, "take-token.lua", CallerLimit.class);
        this.calls = calls;
        this.properties = properties;
        this.clock = clock;
    }

    /** How long the person has to wait before the next request; zero when this one may pass. */
    Mono<Duration> take(UUID personId) {
        if (clock.instant().isBefore(askAgainAt)) {
            return Mono.just(Duration.ZERO);
        }
        return calls.call(() -> ask(personId))
                .timeout(properties.patience())
                .onErrorResume(TimeoutException.class, late -> Mono.just(gone(late)));
    }

    /** Catches here, because after a timeout nobody else would. */
    private Duration ask(UUID personId) {
        try {
            Object wait = takeToken.run(
                    List.of("vimax:limit:{" + personId + "}"),
                    List.of(Integer.toString(properties.burst()), Integer.toString(properties.perSecond())));
            if (away.compareAndSet(true, false)) {
                log.info("Redis answers again: callers are limited");
            }
            return Duration.ofMillis(((Number) Objects.requireNonNull(wait)).longValue());
        } catch (JedisException e) {
            return gone(e);
        }
    }

    private Duration gone(Exception cause) {
        askAgainAt = clock.instant().plus(PAUSE);
        if (away.compareAndSet(false, true)) {
            log.warn("Redis does not answer: callers are not limited until it does ({})", cause.toString());
        }
        return Duration.ZERO;
    }
}
