package io.vimax.worker.lease;

import io.vimax.worker.outage.Outage;
import io.vimax.worker.provider.failure.Verdict.Settlement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** The leases that this replica holds. */
@Component
public class Leases implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    /** After this a lease that could not be settled has ended by itself. */
    private static final Duration LONGEST_SETTLING = Duration.ofSeconds(8);

    /** As many as the pool answers at once without making those wait who ask for a key. */
    private static final int BEATS_AT_ONCE = 8;

    private final KeyPool pool;
    private final Clock clock;
    private final Outage outage = new Outage("The key pool");
    private final Map<UUID, Held> held = new ConcurrentHashMap<>();
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("lease-beat").factory());

    private record Held(Lease lease, LeaseWish wish) {}

    Leases(KeyPool pool, LeaseProperties properties, Clock clock) {
        this.pool = pool;
        this.clock = clock;
        long beat = properties.beat().toMillis();
        var _ = beats.scheduleWithFixedDelay(this::keepAllAlive, beat, beat, TimeUnit.MILLISECONDS);
    }

    /** Asks once; a granted lease is kept alive from now on. */
    public LeaseAnswer acquire(LeaseWish wish) {
        try {
            LeaseAnswer answer = pool.acquire(wish);
            outage.over();
            if (answer instanceof LeaseAnswer.Granted(var lease)) {
                held.put(lease.id(), new Held(lease, wish));
            }
            return answer;
        } catch (RestClientException e) {
            return new LeaseAnswer.PoolAway(outage.failed(e));
        }
    }

    /**
     * Takes over the lease that a job was begun with. If it has ended meanwhile, another is asked for, with the same key where
     * that is possible, because only the account that has the job can ask for it.
     */
    public LeaseAnswer resume(LeaseWish wish) {
        LeaseAnswer answer = acquire(wish);
        if (!(answer instanceof LeaseAnswer.Granted(var lease))) {
            return answer;
        }
        try {
            if (pool.keepAlive(lease)) {
                return answer;
            }
        } catch (RestClientException e) {
            return answer;
        }
        held.remove(lease.id());
        return acquire(wish.withNewLease(UUID.randomUUID()));
    }

    /** Gives a lease back. Tries for a while, then leaves it to its expiry. */
    public void settle(Lease lease, LeaseEnd end) throws InterruptedException {
        Held current = held.remove(lease.id());
        Lease last = current == null ? lease : current.lease();
        Instant giveUp = clock.instant().plus(LONGEST_SETTLING);
        while (true) {
            try {
                pool.settle(last, end);
                outage.over();
                return;
            } catch (RestClientException e) {
                Duration wait = outage.failed(e);
                if (clock.instant().plus(wait).isAfter(giveUp)) {
                    return;
                }
                Thread.sleep(wait);
            }
        }
    }

    /** Stops to keep a lease alive without giving it back: it stays with the provider's job, and another replica takes it up. */
    public void leave(Lease lease) {
        held.remove(lease.id());
    }

    /** Several at a time: with thousands of jobs, one after the other would take longer than a lease lives. */
    private void keepAllAlive() {
        var room = new Semaphore(BEATS_AT_ONCE);
        var away = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Held one : held.values()) {
                room.acquire();
                if (away.get()) {
                    return;
                }
                var _ = threads.submit(() -> {
                    try {
                        away.compareAndSet(false, !keepAlive(one));
                    } finally {
                        room.release();
                    }
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return false if the pool did not answer, so that asking for the others is of no use now */
    private boolean keepAlive(Held one) {
        try {
            if (!pool.keepAlive(one.lease())) {
                takeUpAgain(one);
            }
            outage.over();
        } catch (RestClientException e) {
            outage.failed(e);
            return false;
        } catch (RuntimeException e) {
            LOG.error("Lease {} could not be kept alive", one.lease().id(), e);
        }
        return true;
    }

    /** The job runs whether or not the pool remembers it, so the slot is asked for again and the work goes on. */
    private void takeUpAgain(Held lost) {
        if (!held.containsKey(lost.lease().id())) {
            return; // Settled while its heartbeat was on its way.
        }
        if (pool.acquire(lost.wish()) instanceof LeaseAnswer.Granted(var lease)) {
            if (held.computeIfPresent(lease.id(), (_, _) -> new Held(lease, lost.wish())) == null) {
                pool.settle(lease, LeaseEnd.of(Settlement.NOT_SENT));
            }
        } else {
            LOG.debug(
                    "The pool has no slot for the running lease {}",
                    lost.lease().id());
        }
    }

    @Override
    public void destroy() {
        beats.shutdownNow();
    }
}
