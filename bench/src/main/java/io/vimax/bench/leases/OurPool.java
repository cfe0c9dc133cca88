package io.vimax.bench.leases;

import io.vimax.keypool.limit.Limit;
import io.vimax.keypool.limit.LimitKind;
import io.vimax.keypool.limit.Policy;
import io.vimax.keypool.limit.PoolConfiguration;
import io.vimax.keypool.pool.Answer;
import io.vimax.keypool.pool.Books;
import io.vimax.keypool.pool.Effect;
import io.vimax.keypool.pool.Pool;
import io.vimax.keypool.pool.Wish;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import redis.clients.jedis.UnifiedJedis;

/** Our pool in Redis: chooses the key and reserves its calls in flight, by the minute and by the day. */
final class OurPool implements Limiter {

    private static final Duration LENGTH = Duration.ofMinutes(2);
    private static final long MOST_IN_FLIGHT = 1_000_000;
    private static final long PER_DAY = 1_000_000_000;

    private final Pool pool;
    private final String model;
    private final ConcurrentLinkedQueue<Answer.Grant> held = new ConcurrentLinkedQueue<>();

    OurPool(UnifiedJedis redis, Setting setting) {
        pool = new Pool(redis, "bench-" + UUID.randomUUID());
        model = setting.model();
        List<UUID> ids = IntStream.range(0, setting.keys())
                .mapToObj(_ -> UUID.randomUUID())
                .toList();
        List<Limit> limits = List.of(
                new Limit(LimitKind.IN_FLIGHT, null, MOST_IN_FLIGHT),
                new Limit(LimitKind.ROLLING_MINUTE, Limit.EVERY, setting.perMinute()),
                new Limit(LimitKind.CLOCK_DAY, Limit.EVERY, PER_DAY));
        var configuration = new PoolConfiguration(
                "bench",
                1,
                Policy.LEAST_LOADED,
                ids.stream()
                        .map(id -> new PoolConfiguration.Scope(id, null, ZoneOffset.UTC, limits))
                        .toList(),
                IntStream.range(0, ids.size())
                        .mapToObj(at -> new PoolConfiguration.Key(
                                UUID.randomUUID(), ids.get(at), 1, 1, 1, Set.copyOf(Setting.modelsOf(at)), List.of()))
                        .toList());
        pool.load(configuration, Instant.now());
        pool.restore(Books.empty(UUID.randomUUID().toString()));
    }

    @Override
    public String name() {
        return "ViMax";
    }

    @Override
    public boolean take(int number) {
        return lend() != null;
    }

    /** @return the lease, or null when nothing is free; it is kept for {@link #settleOne} */
    Answer.@org.jspecify.annotations.Nullable Grant lend() {
        var random = ThreadLocalRandom.current();
        Answer answer = pool.acquire(Wish.of(new UUID(random.nextLong(), random.nextLong()), model, LENGTH), 1);
        if (!(answer instanceof Answer.Lent lent)) {
            throw new IllegalStateException("The pool answered " + answer);
        }
        if (lent.grants().isEmpty()) {
            return null;
        }
        held.add(lent.grants().getFirst());
        return lent.grants().getFirst();
    }

    /** Ends a lease that was lent before. */
    void settleOne() {
        Answer.Grant grant = held.remove();
        var _ = pool.settle(grant.leaseId(), grant.fence(), 0, Effect.WORKS);
    }

    @Override
    public void close() {
        held.clear();
    }
}
