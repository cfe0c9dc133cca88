package io.vimax.keypool.pool;

import io.vimax.keypool.limit.Limit;
import io.vimax.keypool.limit.LimitKind;
import io.vimax.keypool.limit.Policy;
import io.vimax.keypool.limit.PoolConfiguration;
import io.vimax.testing.RedisServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** A pool on a real Redis whose clock the test moves; a name of its own, so that tests do not meet. */
final class TestPool {

    static final String MODEL = "veo";
    private static final String EPOCH = UUID.randomUUID().toString();
    static final Duration LENGTH = Duration.ofSeconds(30);
    static final UnifiedJedis REDIS = RedisClient.builder()
            .hostAndPort(
                    URI.create(RedisServer.url()).getHost(),
                    URI.create(RedisServer.url()).getPort())
            .build();

    final String service = "test-" + UUID.randomUUID();
    final Pool pool = new Pool(REDIS, service, this::moment);
    private final AtomicLong now;
    private final List<PoolConfiguration.Scope> scopes = new ArrayList<>();
    private final List<PoolConfiguration.Key> keys = new ArrayList<>();
    private Policy policy = Policy.LEAST_LOADED;
    private long version;

    TestPool(Instant start) {
        now = new AtomicLong(start.toEpochMilli());
    }

    static TestPool at(String start) {
        return new TestPool(Instant.parse(start));
    }

    static Limit limit(LimitKind kind, @Nullable String model, long most) {
        return new Limit(kind, model, most);
    }

    TestPool policy(Policy chosen) {
        policy = chosen;
        return this;
    }

    UUID scope(Limit... limits) {
        return scope(null, ZoneOffset.UTC, limits);
    }

    UUID scope(@Nullable UUID owner, ZoneId zone, Limit... limits) {
        UUID id = UUID.randomUUID();
        scopes.add(new PoolConfiguration.Scope(id, owner, zone, List.of(limits)));
        return id;
    }

    UUID key(UUID scope, Limit... limits) {
        return key(scope, 1, 100, Set.of(), limits);
    }

    UUID key(UUID scope, int weight, int priority, Set<String> models, Limit... limits) {
        UUID id = UUID.randomUUID();
        keys.add(new PoolConfiguration.Key(id, scope, 0, weight, priority, models, Arrays.asList(limits)));
        return id;
    }

    void change(UUID scope, Limit... limits) {
        scopes.replaceAll(it -> it.id().equals(scope)
                ? new PoolConfiguration.Scope(scope, it.owner(), it.zone(), List.of(limits))
                : it);
    }

    /** What the books say of a key changes. */
    void blame(UUID key, boolean refused) {
        keys.replaceAll(it -> it.id().equals(key)
                ? new PoolConfiguration.Key(
                        key,
                        it.scopeId(),
                        it.version(),
                        refused ? PoolConfiguration.Usable.REFUSED : PoolConfiguration.Usable.YES,
                        it.weight(),
                        it.priority(),
                        it.models(),
                        it.limits())
                : it);
    }

    void remove(UUID key) {
        keys.removeIf(it -> it.id().equals(key));
    }

    PoolConfiguration configuration() {
        return new PoolConfiguration(service, version, policy, List.copyOf(scopes), List.copyOf(keys));
    }

    /** Loads what was configured as a new version and fills the server if it is new. */
    TestPool load() {
        version++;
        pool.load(configuration(), instant());
        pool.restore(Books.empty(EPOCH));
        return this;
    }

    long version() {
        return version;
    }

    Instant instant() {
        return Instant.ofEpochMilli(now.get());
    }

    String moment() {
        return Long.toString(now.get());
    }

    void pass(Duration time) {
        now.addAndGet(time.toMillis());
    }

    void set(String moment) {
        now.set(Instant.parse(moment).toEpochMilli());
    }

    Answer.Lent acquire(Wish wish) {
        return (Answer.Lent) pool.acquire(wish, version);
    }

    Answer.Lent acquire() {
        return acquire(MODEL);
    }

    Answer.Lent acquire(String model) {
        return acquire(Wish.of(UUID.randomUUID(), model, LENGTH));
    }

    Answer.Grant granted() {
        return granted(MODEL);
    }

    Answer.Grant granted(String model) {
        return acquire(model).grants().getFirst();
    }

    Answer.Refusal refused() {
        return acquire().refused().orElseThrow(() -> new AssertionError("granted"));
    }

    Settled.Done settle(Answer.Grant grant, long cost, Effect effect) {
        return (Settled.Done) pool.settle(grant.leaseId(), grant.fence(), cost, effect);
    }

    Settled.Done settle(Answer.Grant grant) {
        return settle(grant, 0, Effect.WORKS);
    }
}
