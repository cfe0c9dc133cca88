package io.vimax.keypool.pool;

import io.vimax.keypool.limit.Limit;
import io.vimax.keypool.limit.LimitKind;
import io.vimax.keypool.limit.PoolConfiguration;
import io.vimax.keypool.limit.Resets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pool as plain, slow Java without rings, logs or Redis: every question is answered from the whole history. Least loaded only.
 * What the scripts must agree with.
 */
final class PoolModel {

    private final PoolConfiguration configuration;
    private final Map<UUID, Lease> leases = new HashMap<>();
    private final List<Lease> history = new ArrayList<>();
    private final Map<String, Long> rests = new HashMap<>();
    private final Map<UUID, Long> lastFence = new HashMap<>();
    private long fence;

    PoolModel(PoolConfiguration configuration) {
        this.configuration = configuration;
    }

    static final class Lease {
        final UUID id;
        final PoolConfiguration.Key key;
        final PoolConfiguration.Scope scope;
        final String model;
        final long fence;
        final long granted;
        long expiry;
        long cost;
        boolean over;

        Lease(
                UUID id,
                PoolConfiguration.Key key,
                PoolConfiguration.Scope scope,
                String model,
                long fence,
                long at,
                long length,
                long price) {
            this.id = id;
            this.key = key;
            this.scope = scope;
            this.model = model;
            this.fence = fence;
            this.granted = at;
            this.expiry = at + length;
            this.cost = price;
        }

        boolean live(long now) {
            return !over && expiry > now;
        }
    }

    /** @param key null when refused; then {@code retryAfter} is how long until one is free, empty when none may be used at all */
    record Expected(@Nullable UUID key, long fence, OptionalLong retryAfter) {}

    /**
     * Each lease as if it had been asked for alone; after one is refused the others are, too.
     *
     * @param lent what the scripts chose: taken when several keys are equally good, because none was ever used
     */
    List<Expected> acquire(Wish wish, Map<UUID, Answer.Grant> lent, long now) {
        List<Expected> all = new ArrayList<>();
        Expected refused = null;
        boolean granted = false;
        int left = 0;
        for (UUID id : wish.leaseIds()) {
            Lease held = leases.get(id);
            if (held != null && held.live(now)) {
                all.add(new Expected(held.key.id(), held.fence, OptionalLong.empty()));
                continue;
            }
            Answer.Grant chosen = lent.get(id);
            Expected one = refused == null ? acquire(id, wish, chosen == null ? null : chosen.keyId(), now) : refused;
            all.add(one);
            if (one.key() == null) {
                refused = one;
                left++;
            } else {
                granted = true;
            }
        }
        // Fences were taken for all of them at once.
        fence += granted ? left : 0;
        return all;
    }

    private Expected acquire(UUID id, Wish wish, @Nullable UUID lent, long now) {
        String model = wish.model();
        long price = wish.priceMicros();
        PoolConfiguration.Key best = null;
        long soonest = Long.MAX_VALUE;
        for (PoolConfiguration.Key key : configuration.keys()) {
            PoolConfiguration.Scope scope = configuration.scope(key.scopeId()).orElseThrow();
            boolean allowed = (scope.owner() == null || scope.owner().equals(wish.owner()))
                    && !wish.excluded().contains(key.id())
                    && (key.models().isEmpty() || key.models().contains(model));
            if (!allowed) {
                continue;
            }
            long free = freeAt(key, scope, model, price, now);
            soonest = Math.min(soonest, free);
            if (free <= now && (best == null || before(key, best, lent, now))) {
                best = key;
            }
            if (free <= now && key.id().equals(wish.preferred())) {
                best = key;
                break;
            }
        }
        if (best == null) {
            return new Expected(
                    null, 0, soonest == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(soonest - now));
        }
        fence++;
        var lease = new Lease(
                id,
                best,
                configuration.scope(best.scopeId()).orElseThrow(),
                model,
                fence,
                now,
                wish.length().toMillis(),
                price);
        leases.put(id, lease);
        history.add(lease);
        lastFence.put(best.id(), fence);
        return new Expected(best.id(), fence, OptionalLong.empty());
    }

    boolean extend(UUID id, long byFence, long length, long now) {
        Lease lease = leases.get(id);
        if (lease == null || !lease.live(now) || lease.fence != byFence) {
            return false;
        }
        lease.expiry = Math.max(lease.expiry, now + length);
        return true;
    }

    /** @param restMs how long the key rests for this model, or 0 */
    void settle(UUID id, long cost, long restMs, long now) {
        Lease lease = Objects.requireNonNull(leases.get(id));
        if (lease.over) {
            return;
        }
        lease.over = true;
        lease.cost = cost;
        if (restMs > 0) {
            rests.merge(lease.key.id() + "|" + lease.model, now + restMs, Math::max);
        }
    }

    private boolean before(PoolConfiguration.Key one, PoolConfiguration.Key other, @Nullable UUID lent, long now) {
        long a = Math.floorDiv(load(one, now) * 1024, one.weight());
        long b = Math.floorDiv(load(other, now) * 1024, other.weight());
        long used = lastFence.getOrDefault(one.id(), 0L) - lastFence.getOrDefault(other.id(), 0L);
        return a != b ? a < b : used != 0 ? used < 0 : one.id().equals(lent);
    }

    private long load(PoolConfiguration.Key key, long now) {
        return history.stream()
                .filter(lease -> lease.live(now) && lease.key.id().equals(key.id()))
                .count();
    }

    private long freeAt(PoolConfiguration.Key key, PoolConfiguration.Scope scope, String model, long price, long now) {
        long free = rests.getOrDefault(key.id() + "|" + model, 0L);
        for (Limit limit : applying(scope.limits(), model)) {
            free = Math.max(
                    free,
                    freeAt(
                            limit,
                            price,
                            now,
                            scope,
                            used(limit, lease -> lease.scope.id().equals(scope.id()), model)));
        }
        for (Limit limit : applying(key.limits(), model)) {
            free = Math.max(
                    free,
                    freeAt(
                            limit,
                            price,
                            now,
                            scope,
                            used(limit, lease -> lease.key.id().equals(key.id()), model)));
        }
        return Math.max(free, now);
    }

    private static List<Limit> applying(List<Limit> limits, String model) {
        return limits.stream()
                .filter(limit -> limit.model() == null
                        || limit.model().equals(model)
                        || (limit.model().equals(Limit.EVERY)
                                && limits.stream()
                                        .noneMatch(it -> model.equals(it.model())
                                                && it.kind()
                                                        .reason()
                                                        .equals(limit.kind().reason()))))
                .toList();
    }

    private List<Lease> used(Limit limit, java.util.function.Predicate<Lease> whose, String model) {
        return history.stream()
                .filter(whose)
                .filter(lease -> limit.model() == null || lease.model.equals(model))
                .toList();
    }

    private static long freeAt(Limit limit, long price, long now, PoolConfiguration.Scope scope, List<Lease> leases) {
        Resets resets = Resets.of(scope.zone(), Instant.ofEpochMilli(now));
        return switch (limit.kind()) {
            case IN_FLIGHT -> nth(leases.stream().filter(it -> it.live(now)).map(it -> it.expiry), limit.most(), now);
            case ROLLING_MINUTE, ROLLING_DAY ->
                nth(
                        leases.stream()
                                .map(it -> it.granted + limit.kind().windowMs())
                                .filter(it -> it > now),
                        limit.most(),
                        now);
            case CLOCK_MINUTE -> {
                long start = now / 60_000 * 60_000;
                yield lent(leases, start, limit, now, start + 60_000);
            }
            case CLOCK_DAY -> {
                long start = resets.dayOf(Instant.ofEpochMilli(now)).toEpochMilli();
                yield lent(leases, start, limit, now, next(resets.days(), now));
            }
            case SPEND_DAY -> {
                long start = resets.dayOf(Instant.ofEpochMilli(now)).toEpochMilli();
                yield counted(spent(leases, start), limit, price, now, next(resets.days(), now));
            }
            case SPEND_MONTH -> {
                long start = resets.monthOf(Instant.ofEpochMilli(now)).toEpochMilli();
                yield counted(spent(leases, start), limit, price, now, next(resets.months(), now));
            }
        };
    }

    /** Nothing is lent so late in a window that it might arrive in the next one. */
    private static long lent(List<Lease> leases, long start, Limit limit, long now, long end) {
        return end - now <= LimitKind.TRANSIT_MS
                ? end
                : counted(leases.stream().filter(it -> it.granted >= start).count(), limit, 0, now, end);
    }

    private static long spent(List<Lease> leases, long start) {
        return leases.stream()
                .filter(it -> it.granted >= start)
                .mapToLong(it -> it.cost)
                .sum();
    }

    private static long counted(long n, Limit limit, long price, long now, long reset) {
        return n < limit.most() && n + price <= limit.most() ? now : reset;
    }

    private static long next(List<Instant> boundaries, long now) {
        return boundaries.stream()
                .mapToLong(Instant::toEpochMilli)
                .filter(it -> it > now)
                .findFirst()
                .orElseThrow();
    }

    /** When fewer than {@code most} of what ends at the given moments are left. */
    private static long nth(Stream<Long> ends, long most, long now) {
        List<Long> sorted = ends.sorted().toList();
        return sorted.size() < most ? now : sorted.get((int) (sorted.size() - most));
    }
}
