package io.vimax.keypool.lease;

import io.vimax.keypool.books.LeaseBooks;
import io.vimax.keypool.health.Consequence;
import io.vimax.keypool.pool.LivePools;
import io.vimax.keypool.pool.LivePools.Away;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Settlements that Redis could not be told because it was away. They are in the books; if this process dies too, their slots end with
 * their leases. When there are too many, the same holds for the rest of them.
 */
@Component
class LateReleases {

    private static final Logger log = LoggerFactory.getLogger(LateReleases.class);

    private static final int MOST = 10_000;

    private final LivePools pools;
    private final Queue<Late> waiting = new ArrayBlockingQueue<>(MOST);

    private record Late(String service, UUID lease, long fence, long cost, Consequence consequence) {}

    LateReleases(LivePools pools) {
        this.pools = pools;
    }

    void add(LeaseBooks.Lease lease, long cost, Consequence consequence) {
        if (!waiting.offer(new Late(lease.service(), lease.id(), lease.fence(), cost, consequence))) {
            log.debug("Lease {} ends by itself", lease.id());
        }
    }

    int waiting() {
        return waiting.size();
    }

    @Scheduled(fixedDelay = 500)
    void tell() {
        try {
            for (Late late = waiting.peek(); late != null; late = waiting.peek()) {
                Late next = late;
                var _ = pools.ask(
                        next.service(),
                        pool -> pool.settle(
                                next.lease(),
                                next.fence(),
                                next.cost(),
                                next.consequence().effect()));
                waiting.remove(next);
            }
        } catch (Away e) {
            log.debug("{} settlements wait for Redis", waiting.size());
        }
    }
}
