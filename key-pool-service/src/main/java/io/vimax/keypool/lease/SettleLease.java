package io.vimax.keypool.lease;

import io.vimax.keypool.books.Entry;
import io.vimax.keypool.books.Entry.Written;
import io.vimax.keypool.books.LeaseBooks;
import io.vimax.keypool.books.Rebuild;
import io.vimax.keypool.health.Consequence;
import io.vimax.keypool.health.Outcome;
import io.vimax.keypool.pool.LivePools;
import io.vimax.keypool.pool.LivePools.Away;
import io.vimax.keypool.pool.Settled;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * Ends a lease: Redis frees the slot and lets rest what must rest, then the books count it, with events and key states, in one
 * transaction. Either can be asked again: Redis gives its first answer again, the books count once. While Redis is away the books
 * close the lease all the same, and what it would have been told is told when it is back.
 */
@Component
class SettleLease {

    private final LeaseBooks books;
    private final LivePools pools;
    private final Rebuild rebuild;
    private final Aftermath aftermath;
    private final LateReleases late;
    private final LeaseMetrics metrics;
    private final Clock clock;

    SettleLease(
            LeaseBooks books,
            LivePools pools,
            Rebuild rebuild,
            Aftermath aftermath,
            LateReleases late,
            LeaseMetrics metrics,
            Clock clock) {
        this.books = books;
        this.pools = pools;
        this.rebuild = rebuild;
        this.aftermath = aftermath;
        this.late = late;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @return what the holder should do with its work */
    Consequence.Task settle(UUID id, Settlement settlement) {
        Outcome outcome = Outcome.of(
                        settlement.outcome().kind(),
                        settlement.outcome().longestHint(),
                        settlement.outcome().saysPerDay())
                .orElseThrow(() ->
                        new LeaseException.UnknownOutcome(settlement.outcome().kind()));
        LeaseBooks.Lease lease = books.find(id, settlement.fence()).orElseThrow(() -> new LeaseException.NotFound(id));
        if (lease.fence() != settlement.fence()) {
            throw new LeaseException.Lost(id);
        }
        Consequence consequence =
                Consequence.of(outcome, ThreadLocalRandom.current().nextDouble());
        Settled.Done done = inRedis(lease, settlement.costMicros(), consequence);
        Written written = books.close(new Entry.Closing(
                id,
                settlement.fence(),
                outcome.word(),
                !(outcome instanceof Outcome.NotSent),
                settlement.costMicros(),
                settlement.mediaMs(),
                settlement.latencyMs(),
                clock.instant(),
                () -> aftermath.enter(lease, consequence, done)));
        switch (written) {
            case ENTERED -> metrics.settled(lease.service(), outcome.word(), done);
            case KNOWN -> {}
            case REFUSED -> throw new LeaseException.Lost(id);
        }
        return consequence.task();
    }

    private Settled.Done inRedis(LeaseBooks.Lease lease, long cost, Consequence consequence) {
        try {
            Settled settled = ask(lease, cost, consequence);
            if (settled instanceof Settled.Forgotten) {
                rebuild.run(lease.service());
                settled = ask(lease, cost, consequence);
            }
            return switch (settled) {
                case Settled.Done done -> done;
                case Settled.Foreign _ -> throw new LeaseException.Lost(lease.id());
                // It ended long ago, or before a rebuild: nothing is held, and the books know whether it was counted.
                case Settled.Unknown _, Settled.Forgotten _ -> Settled.Done.NOTHING;
            };
        } catch (Away e) {
            late.add(lease, cost, consequence);
            return Settled.Done.NOTHING;
        }
    }

    private Settled ask(LeaseBooks.Lease lease, long cost, Consequence consequence) {
        return pools.ask(lease.service(), pool -> pool.settle(lease.id(), lease.fence(), cost, consequence.effect()));
    }
}
