package io.vimax.gateway.signin;

import io.vimax.gateway.problem.Problem;
import io.vimax.gateway.redis.RedisCalls;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * Links that sign a browser in once. Redis keeps the hash of a code only, so who reads Redis cannot sign in. Fails closed: without
 * Redis there are no links.
 */
@Component
class SignInLinks {

    private static final int CODE_BYTES = 32;

    private final RedisClient redis;
    private final RedisCalls calls;
    private final Clock clock;
    private final Duration life;
    private final SecureRandom random = new SecureRandom();

    SignInLinks(RedisClient redis, RedisCalls calls, Clock clock, SignInProperties properties) {
        this.redis = redis;
        this.calls = calls;
        this.clock = clock;
        this.life = properties.link();
    }

    /** @param expiresAt when the code can no longer be used */
    record Link(String code, Instant expiresAt) {}

    Mono<Link> make(UUID personId) {
        return onRedis(() -> {
            byte[] bytes = new byte[CODE_BYTES];
            random.nextBytes(bytes);
            String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            redis.set(key(code), personId.toString(), new SetParams().px(life.toMillis()));
            return new Link(code, clock.instant().plus(life));
        });
    }

    /** The person of the link; empty when it was used, has expired or never was. */
    Mono<Optional<UUID>> use(String code) {
        return onRedis(() -> Optional.ofNullable(redis.getDel(key(code))).map(UUID::fromString));
    }

    private <T> Mono<T> onRedis(Callable<T> work) {
        return calls.call(work)
                .onErrorMap(
                        JedisException.class,
                        _ -> Problem.of(
                                        HttpStatus.SERVICE_UNAVAILABLE,
                                        "service-unavailable",
                                        "A part is away",
                                        "Redis does not answer; try again in a moment.")
                                .with("part", "redis")
                                .retryAfter(Duration.ofSeconds(2)));
    }

    private static String key(String code) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return "vimax:sign-in:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
