package io.vimax.keypool.lease;

import io.vimax.keypool.books.Entry;
import io.vimax.keypool.books.Entry.Written;
import io.vimax.keypool.books.LeaseBooks;
import io.vimax.keypool.books.Rebuild;
import io.vimax.keypool.health.Queues;
import io.vimax.keypool.lease.LeaseDecision.Granted;
import io.vimax.keypool.lease.LeaseDecision.Refused;
import io.vimax.keypool.limit.Configurations;
import io.vimax.keypool.limit.Configurations.Known;
import io.vimax.keypool.pool.Answer;
import io.vimax.keypool.pool.Effect;
import io.vimax.keypool.pool.LivePools;
import io.vimax.keypool.pool.LivePools.Away;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lends keys: Redis decides and reserves, the books make it last, then the worker is told. A grant that cannot be entered is given
 * back and never told. Fails closed: without Redis or without the books nothing is lent.
 */
@Component
class LendKeys {

    private static final Logger log = LoggerFactory.getLogger(LendKeys.class);

    /** Enough for a configuration that changes while it is loaded and a memory that is lost meanwhile. */
    private static final int MOST_STEPS = 8;

    private final Configurations configurations;
    private final LivePools pools;
    private final Rebuild rebuild;
    private final LeaseBooks books;
    private final OpenedKeys opened;
    private final Queues queues;
    private final LeaseMetrics metrics;
    private final Clock clock;

    LendKeys(
            Configurations configurations,
            LivePools pools,
            Rebuild rebuild,
            LeaseBooks books,
            OpenedKeys opened,
            Queues queues,
            LeaseMetrics metrics,
            Clock clock) {
        this.configurations = configurations;
        this.pools = pools;
        this.rebuild = rebuild;
        this.books = books;
        this.opened = opened;
        this.queues = queues;
        this.metrics = metrics;
        this.clock = clock;
    }

    LeaseDecision lend(LeaseRequest wanted) {
        LeaseDecision decision;
        try {
            decision = decide(wanted);
        } catch (Away e) {
            decision = LeaseDecision.away();
        }
        metrics.decided(wanted.service(), decision);
        decision.granted().forEach(granted -> queues.granted(wanted.service(), granted.leaseId()));
        if (decision.granted().isEmpty() && decision.refused() != null) {
            queues.refused(
                    wanted.service(), wanted.leaseId(), decision.refused().retryAfter());
        }
        return decision;
    }

    private LeaseDecision decide(LeaseRequest wanted) {
        String service = wanted.service();
        for (int step = 0; step < MOST_STEPS; step++) {
            Known known = configurations.current(service);
            Answer answer = pools.ask(service, pool -> pool.acquire(wanted.toWish(known.owners()), known.version()));
            switch (answer) {
                case Answer.Outdated _ -> {
                    Known newest = configurations.newest(service);
                    pools.ask(service, pool -> pool.load(newest.configuration(), clock.instant()));
                }
                case Answer.Behind _ -> configurations.newest(service);
                case Answer.Forgotten _ -> rebuild.run(service);
                case Answer.Lent lent -> {
                    LeaseDecision decision = enter(wanted, known, lent);
                    if (decision != null) {
                        return decision;
                    }
                }
            }
        }
        log.warn("The pool of {} changed faster than it could be asked", service);
        return LeaseDecision.away();
    }

    /** @return null when the books do not know the memory that was lent from, so that the pool has to be asked again */
    private @org.jspecify.annotations.Nullable LeaseDecision enter(LeaseRequest wanted, Known known, Answer.Lent lent) {
        UUID epoch = UUID.fromString(lent.epoch());
        List<Written> written;
        try {
            written = books.grant(lent.grants().stream()
                    .map(grant -> new Entry.Grant(
                            grant.leaseId(),
                            grant.keyId(),
                            grant.scopeId(),
                            wanted.service(),
                            wanted.model(),
                            wanted.generationId(),
                            wanted.userId(),
                            wanted.owner(),
                            grant.fence(),
                            lent.at(),
                            grant.expiresAt(),
                            wanted.price(),
                            epoch))
                    .toList());
        } catch (RuntimeException e) {
            lent.grants().forEach(grant -> giveBack(wanted.service(), grant));
            throw e;
        }
        List<Granted> granted = new ArrayList<>();
        boolean lost = false;
        for (int at = 0; at < lent.grants().size(); at++) {
            Answer.Grant grant = lent.grants().get(at);
            var version = known.versionOf(grant.keyId());
            if (written.get(at) == Written.ENTERED && version.isPresent()) {
                granted.add(new Granted(
                        grant.leaseId(),
                        grant.keyId(),
                        grant.scopeId(),
                        grant.fence(),
                        grant.expiresAt(),
                        opened.open(grant.keyId(), version.get())));
            } else if (written.get(at) == Written.REFUSED) {
                giveBack(wanted.service(), grant);
                lost = true;
            }
        }
        if (lost && granted.isEmpty()) {
            rebuild.forgetUnlessKnown(wanted.service(), epoch);
            return null;
        }
        return new LeaseDecision(
                granted,
                lent.refused()
                        .map(refusal -> Refused.of(refusal.reason(), refusal.retryAfter(), wanted.service()))
                        .orElse(null));
    }

    private void giveBack(String service, Answer.Grant grant) {
        try {
            var _ = pools.ask(service, pool -> pool.settle(grant.leaseId(), grant.fence(), 0, Effect.NONE));
        } catch (Away e) {
            log.debug("Lease {} was not entered and ends by itself", grant.leaseId());
        }
    }
}
