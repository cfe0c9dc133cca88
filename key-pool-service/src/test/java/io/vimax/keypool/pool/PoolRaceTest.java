package io.vimax.keypool.pool;

import static io.vimax.keypool.limit.LimitKind.CLOCK_DAY;
import static io.vimax.keypool.limit.LimitKind.IN_FLIGHT;
import static io.vimax.keypool.limit.LimitKind.ROLLING_MINUTE;
import static io.vimax.keypool.pool.TestPool.MODEL;
import static io.vimax.keypool.pool.TestPool.REDIS;
import static io.vimax.keypool.pool.TestPool.limit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 200 threads over three replicas on one Redis by its own clock; what was granted is checked afterwards by a ledger of its own. */
class PoolRaceTest {

    private static final int THREADS = 200;

    private record Held(Answer.Grant grant, long from, long to) {}

    @Test
    void noLimitIsPassedAndNoFenceIsGivenTwice() throws Exception {
        TestPool setting = new TestPool(java.time.Instant.ofEpochMilli(redisMs()));
        List<UUID> scopes = new ArrayList<>();
        for (int account = 0; account < 4; account++) {
            UUID scope = setting.scope(
                    limit(IN_FLIGHT, null, 5), limit(ROLLING_MINUTE, "*", 60), limit(CLOCK_DAY, null, 100_000));
            scopes.add(scope);
            setting.key(scope, limit(IN_FLIGHT, null, 3));
            setting.key(scope);
        }
        List<Pool> replicas = IntStream.range(0, 3)
                .mapToObj(_ -> new Pool(REDIS, setting.service))
                .toList();
        replicas.getFirst().load(setting.configuration(), setting.instant());
        replicas.getFirst().restore(Books.empty(UUID.randomUUID().toString()));
        Queue<Held> ledger = new ConcurrentLinkedQueue<>();
        AtomicInteger refusals = new AtomicInteger();

        List<Thread> threads = IntStream.range(0, THREADS)
                .mapToObj(number -> Thread.ofVirtual()
                        .unstarted(() -> work(
                                replicas.get(number % 3),
                                setting.configuration().version(),
                                ledger,
                                refusals)))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(ledger).hasSize(4 * 60);
        assertThat(refusals.get()).isPositive();
        assertThat(ledger.stream().map(held -> held.grant().fence())).doesNotHaveDuplicates();
        Map<UUID, List<Held>> byScope = ledger.stream()
                .collect(Collectors.groupingBy(held -> held.grant().scopeId()));
        Map<UUID, List<Held>> byKey = ledger.stream()
                .collect(Collectors.groupingBy(held -> held.grant().keyId()));
        assertThat(byScope.keySet()).containsExactlyInAnyOrderElementsOf(scopes);
        byScope.values().forEach(all -> assertThat(atOnce(all)).isLessThanOrEqualTo(5));
        byScope.values().forEach(all -> assertThat(all).hasSize(60));
        Set<UUID> tight = setting.configuration().keys().stream()
                .filter(key -> !key.limits().isEmpty())
                .map(io.vimax.keypool.limit.PoolConfiguration.Key::id)
                .collect(Collectors.toSet());
        byKey.forEach((key, all) -> {
            if (tight.contains(key)) {
                assertThat(atOnce(all)).isLessThanOrEqualTo(3);
            }
        });
    }

    /** Acquires until the minute is used up; a lease is held from when it was surely granted until it was surely not yet given back. */
    private static void work(Pool pool, long version, Queue<Held> ledger, AtomicInteger refusals) {
        while (true) {
            var lent = (Answer.Lent) pool.acquire(Wish.of(UUID.randomUUID(), MODEL, Duration.ofMinutes(1)), version);
            if (lent.refusal() != null) {
                refusals.incrementAndGet();
                if (lent.refusal().reason().equals("requests_per_minute")) {
                    return;
                }
                Thread.yield();
                continue;
            }
            Answer.Grant grant = lent.grants().getFirst();
            long from = System.nanoTime();
            IntStream.range(0, ThreadLocalRandom.current().nextInt(50)).forEach(_ -> Thread.yield());
            ledger.add(new Held(grant, from, System.nanoTime()));
            pool.settle(grant.leaseId(), grant.fence(), 0, Effect.WORKS);
        }
    }

    /** The most that were held at one moment. */
    private static int atOnce(List<Held> all) {
        return all.stream()
                .mapToInt(one -> (int) all.stream()
                        .filter(other -> other.from() <= one.from() && other.to() > one.from())
                        .count())
                .max()
                .orElse(0);
    }

    private static long redisMs() {
        return Long.parseLong((String) REDIS.eval("return redis.call('TIME')[1]")) * 1_000;
    }
}
