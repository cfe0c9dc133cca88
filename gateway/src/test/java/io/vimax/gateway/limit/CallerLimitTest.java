package io.vimax.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.gateway.redis.RedisCalls;
import io.vimax.testing.FreePort;
import io.vimax.testing.RedisServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.util.JedisURIHelper;

class CallerLimitTest {

    private static CallerLimit limit(String redis, int burst, int perSecond) {
        var pool = new ConnectionPoolConfig();
        pool.setMaxTotal(64);
        RedisClient client = RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(URI.create(redis)))
                .poolConfig(pool)
                .build();
        return new CallerLimit(
                client,
                new RedisCalls(),
                new LimitProperties(burst, perSecond, Duration.ofSeconds(20)),
                Clock.systemUTC());
    }

    private static Duration take(CallerLimit limit, UUID person) {
        return Objects.requireNonNull(limit.take(person).block());
    }

    @Test
    void passesABurstAndThenSaysHowLongToWait() {
        CallerLimit limit = limit(RedisServer.url(), 3, 1);
        // On a slow machine a token may come back before the fourth call; then another person tries.
        Duration wait = Awaitility.await()
                .until(
                        () -> {
                            UUID person = UUID.randomUUID();
                            for (int i = 0; i < 3; i++) {
                                assertThat(take(limit, person)).isZero();
                            }
                            return take(limit, person);
                        },
                        it -> !it.isZero());

        assertThat(wait).isBetween(Duration.ofMillis(1), Duration.ofMillis(1_000));
        assertThat(take(limit, UUID.randomUUID())).isZero();
    }

    @Test
    void givesTokensBackAsTimePasses() {
        CallerLimit limit = limit(RedisServer.url(), 1, 20);
        UUID person = UUID.randomUUID();
        assertThat(take(limit, person)).isZero();

        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> take(limit, person).isZero());
    }

    @Test
    void neverPassesMoreThanTheBurstWhenCallersRace() throws Exception {
        CallerLimit limit = limit(RedisServer.url(), 50, 1);
        UUID person = UUID.randomUUID();

        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Duration> call = () -> take(limit, person);
            long begun = System.nanoTime();
            long passed = callers
                    .invokeAll(IntStream.range(0, 200).mapToObj(_ -> call).toList())
                    .stream()
                    .filter(it -> it.resultNow().isZero())
                    .count();
            // A token comes back each second while the callers run, however long the machine lets them.
            long comeBack = Duration.ofNanos(System.nanoTime() - begun).toSeconds() + 1;
            assertThat(passed).isBetween(50L, 50 + comeBack);
        }
    }

    @Test
    void leavesNothingBehindForThoseWhoStayAway() {
        CallerLimit limit = limit(RedisServer.url(), 2, 1);
        UUID person = UUID.randomUUID();
        take(limit, person);

        try (RedisClient redis = RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(URI.create(RedisServer.url())))
                .build()) {
            assertThat(redis.pttl("vimax:limit:{" + person + "}")).isBetween(1L, 3_000L);
        }
    }

    @Test
    void passesEverybodyWhileRedisIsAway() {
        CallerLimit limit = limit("redis://127.0.0.1:" + FreePort.find(), 1, 1);
        UUID person = UUID.randomUUID();

        for (int i = 0; i < 5; i++) {
            assertThat(take(limit, person)).isZero();
        }
    }
}
