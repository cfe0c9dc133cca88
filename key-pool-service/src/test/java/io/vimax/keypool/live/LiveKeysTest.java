package io.vimax.keypool.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.keypool.limit.Limit;
import io.vimax.keypool.limit.LimitKind;
import io.vimax.keypool.limit.Policy;
import io.vimax.keypool.limit.PoolConfiguration;
import io.vimax.keypool.pool.KeyView;
import io.vimax.keypool.pool.Pool;
import io.vimax.testing.TestServers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import redis.clients.jedis.UnifiedJedis;

@SpringBootTest
@ContextConfiguration(initializers = TestServers.class)
class LiveKeysTest {

    @Autowired
    UnifiedJedis redis;

    @Autowired
    LiveKeys keys;

    @Test
    void tellsWhatIsLeftOfLimits() {
        UUID scope = UUID.randomUUID();
        UUID key = UUID.randomUUID();
        String service = "test-" + scope;
        var pool = new Pool(redis, service);
        pool.load(
                new PoolConfiguration(
                        service,
                        1,
                        Policy.LEAST_LOADED,
                        List.of(new PoolConfiguration.Scope(
                                scope,
                                null,
                                ZoneOffset.UTC,
                                List.of(
                                        new Limit(LimitKind.IN_FLIGHT, null, 4),
                                        new Limit(LimitKind.CLOCK_DAY, "m", 100)))),
                        List.of(new PoolConfiguration.Key(
                                key, scope, 1, 1, 1, Set.of(), List.of(new Limit(LimitKind.ROLLING_MINUTE, null, 7))))),
                Instant.now());

        Map<UUID, KeyView> seen = keys.look(Map.of(key, service, UUID.randomUUID(), service));

        assertThat(seen).containsOnlyKeys(key);
        Headroom headroom = Headroom.of(Objects.requireNonNull(seen.get(key)), key);
        assertThat(headroom.limits())
                .extracting(Headroom.Left::kind, Headroom.Left::left)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("in_flight", 4L),
                        org.assertj.core.groups.Tuple.tuple("requests_per_minute", 7L));
        assertThat(headroom.ofScope().limits()).extracting(Headroom.Left::kind).doesNotContain("requests_per_minute");
        assertThat(Rest.ofWhole(Objects.requireNonNull(seen.get(key)), key)).isEmpty();
    }
}
