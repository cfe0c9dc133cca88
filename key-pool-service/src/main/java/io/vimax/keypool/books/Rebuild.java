package io.vimax.keypool.books;

import io.vimax.keypool.limit.Configurations;
import io.vimax.keypool.limit.PoolConfiguration;
import io.vimax.keypool.pool.Books;
import io.vimax.keypool.pool.LivePools;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills a Redis that lost its memory from the books. The epoch names a memory: it lies in Redis and in the books, and a grant of an
 * earlier memory is not entered any more, so nothing that is not in the copy is ever told to a worker. Scopes with limits by the
 * minute that lent something just before rest for one minute, because the books do not know them to the millisecond; days, months
 * and spending are counted anew.
 */
@Component
public class Rebuild {

    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Configurations configurations;
    private final LivePools pools;
    private final UsedWindows used;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Rebuild(
            Configurations configurations,
            LivePools pools,
            UsedWindows used,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.configurations = configurations;
        this.pools = pools;
        this.used = used;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Fills the pool unless another replica was faster. */
    public void run(String service) {
        transaction.executeWithoutResult(status -> {
            // Waits for grants that are being entered, and lets none in before the copy is complete.
            jdbc.sql("select pg_advisory_xact_lock(hashtext('pool ' || :service))")
                    .param("service", service)
                    .query((ResultSet _) -> {});
            UUID epoch = UUID.randomUUID();
            PoolConfiguration configuration = configurations.newest(service).configuration();
            pools.ask(service, pool -> pool.load(configuration, clock.instant()));
            Books books = new Books(
                    epoch.toString(),
                    highestFence(service),
                    open(service),
                    used.counts(configuration),
                    used.logs(configuration),
                    rests(service),
                    WINDOW.toMillis(),
                    busy(service));
            jdbc.sql("update pool set epoch = :epoch where service = :service")
                    .param("epoch", epoch)
                    .param("service", service)
                    .update();
            if (pools.ask(service, pool -> pool.restore(books))) {
                log.info(
                        "Filled the pool of {} from the books: {} open leases, {} rests",
                        service,
                        books.open().size(),
                        books.rests().size());
            } else {
                status.setRollbackOnly();
            }
        });
    }

    /** Redis holds a memory that is not the one of the books, because the database was put back or never saw it: it must go. */
    public void forgetUnlessKnown(String service, UUID epoch) {
        boolean known = jdbc.sql("select coalesce(epoch = :epoch, false) from pool where service = :service")
                .param("epoch", epoch)
                .param("service", service)
                .query(Boolean.class)
                .single();
        if (!known) {
            log.warn("Redis holds a memory of the pool of {} that the books do not know; it is filled anew", service);
            pools.ask(service, pool -> {
                pool.forget(epoch.toString());
                return true;
            });
        }
    }

    private long highestFence(String service) {
        return jdbc.sql("select coalesce(max(fence), 0) from lease where service = :service")
                .param("service", service)
                .query(Long.class)
                .single();
    }

    /** Every lease that may still be in use, by the clock of the books with a little to spare. */
    private List<Books.Open> open(String service) {
        return jdbc.sql("""
                        select id, key_id, scope_id, model, fence, expires_at, granted_at, price_micros from lease
                        where service = :service and settled_at is null and expires_at > now() - interval '1 minute'""")
                .param("service", service)
                .query((row, _) -> new Books.Open(
                        row.getObject("id", UUID.class),
                        row.getObject("key_id", UUID.class),
                        row.getObject("scope_id", UUID.class),
                        row.getString("model"),
                        row.getLong("fence"),
                        row.getTimestamp("expires_at").getTime(),
                        row.getTimestamp("granted_at").getTime(),
                        row.getLong("price_micros")))
                .list();
    }

    /** Scopes that lent something in the last window, with a little to spare for clocks that differ. */
    private List<UUID> busy(String service) {
        return jdbc.sql("""
                        select distinct scope_id from lease
                        where service = :service and granted_at > now() - interval '90 seconds'""")
                .param("service", service)
                .query((row, _) -> row.getObject("scope_id", UUID.class))
                .list();
    }

    private List<Books.Rest> rests(String service) {
        return jdbc.sql("""
                        select coalesce(scope_id::text, '') as scope, holder, until, in_a_row, since, half, reason from pool_rest
                        where service = :service and (until > now() or half)""")
                .param("service", service)
                .query((row, _) -> new Books.Rest(
                        row.getString("scope"),
                        row.getString("holder"),
                        row.getTimestamp("until").getTime(),
                        row.getInt("in_a_row"),
                        row.getTimestamp("since").getTime(),
                        row.getBoolean("half"),
                        row.getString("reason")))
                .list();
    }
}
