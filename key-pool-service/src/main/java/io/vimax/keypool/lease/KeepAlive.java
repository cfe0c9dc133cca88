package io.vimax.keypool.lease;

import io.vimax.keypool.books.Entry.Written;
import io.vimax.keypool.books.LeaseBooks;
import io.vimax.keypool.books.Rebuild;
import io.vimax.keypool.pool.LivePools;
import io.vimax.keypool.pool.Pool.Extended;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keeps a lease alive, in Redis and in the books, so that a Redis that loses its memory gets it back. Throws
 * {@link LivePools.Away} while Redis is away: the holder goes on working and tries again.
 */
@Component
class KeepAlive {

    private final LeaseBooks books;
    private final LivePools pools;
    private final Rebuild rebuild;

    KeepAlive(LeaseBooks books, LivePools pools, Rebuild rebuild) {
        this.books = books;
        this.pools = pools;
        this.rebuild = rebuild;
    }

    Extended extend(UUID id, long fence, Duration length) {
        LeaseBooks.Lease lease = books.find(id, fence).orElseThrow(() -> new LeaseException.Lost(id));
        if (lease.fence() != fence) {
            return new Extended.Lost();
        }
        Extended extended = pools.ask(lease.service(), pool -> pool.extend(id, fence, length));
        if (extended instanceof Extended.Forgotten) {
            rebuild.run(lease.service());
            extended = pools.ask(lease.service(), pool -> pool.extend(id, fence, length));
        }
        return switch (extended) {
            case Extended.Until until
            when books.extend(id, fence, until.expiresAt()) == Written.REFUSED -> {
                books.forget(id);
                yield new Extended.Lost();
            }
            case Extended.Until until -> until;
            case Extended.Lost lost -> {
                books.forget(id);
                yield lost;
            }
            case Extended.Forgotten forgotten -> forgotten;
        };
    }
}
