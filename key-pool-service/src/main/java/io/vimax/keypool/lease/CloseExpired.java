package io.vimax.keypool.lease;

import io.vimax.keypool.books.Entry;
import io.vimax.keypool.books.LeaseBooks;
import io.vimax.keypool.health.Outcome;
import io.vimax.keypool.limit.Configurations;
import io.vimax.keypool.pool.LivePools;
import io.vimax.keypool.pool.LivePools.Away;
import io.vimax.keypool.pool.Reaped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Ends in Redis what nobody kept alive, also while nobody asks for a lease, and closes it in the books a while later: a worker that was
 * cut off for a moment may still bring what it did, and then that is what counts, for a day after the closing, too. Redis says which leases live; where the books are
 * behind, they are corrected.
 */
@Component
class CloseExpired {

    private static final Logger log = LoggerFactory.getLogger(CloseExpired.class);

    /** Longer than a worker goes on trying to settle. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int AT_ONCE = 500;

    private final Configurations configurations;
    private final LivePools pools;
    private final LeaseBooks books;
    private final LeaseMetrics metrics;
    private final Clock clock;

    CloseExpired(Configurations configurations, LivePools pools, LeaseBooks books, LeaseMetrics metrics, Clock clock) {
        this.configurations = configurations;
        this.pools = pools;
        this.books = books;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${key-pool.reap:1s}")
    void run() {
        try {
            configurations.services().forEach(service -> close(service, PATIENCE));
        } catch (Away | DataAccessException | TransactionException e) {
            log.debug("Expired leases are looked for again: {}", e.getMessage());
        }
    }

    /** @param patience how long after its end a lease is closed */
    void close(String service, Duration patience) {
        List<LeaseBooks.Lease> doubtful =
                books.doubtful(service, clock.instant().minus(patience), AT_ONCE);
        Reaped reaped = pools.ask(
                        service,
                        pool -> pool.reap(
                                doubtful.stream().map(LeaseBooks.Lease::id).toList()))
                .orElse(null);
        if (reaped == null) {
            // Without memory nothing is certain; the pool is filled when a lease is next asked for.
            return;
        }
        metrics.expired(service, reaped.ended());
        Map<UUID, Reaped.Alive> alive =
                reaped.alive().stream().collect(Collectors.toMap(Reaped.Alive::leaseId, Function.identity()));
        for (LeaseBooks.Lease lease : doubtful) {
            Reaped.Alive living = alive.get(lease.id());
            if (living == null) {
                close(lease);
            } else if (living.fence() == lease.fence()) {
                var _ = books.extend(lease.id(), lease.fence(), living.expiresAt());
            }
        }
    }

    private void close(LeaseBooks.Lease lease) {
        Instant now = clock.instant();
        var _ = books.close(new Entry.Closing(
                lease.id(), lease.fence(), new Outcome.Expired().word(), true, 0, 0, 0, now, () -> {}));
    }
}
