package io.vimax.keypool.usage;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds settled leases into the cells, forgets what is old, and notes at the keys when they were used last and what went wrong
 * last. One replica folds at a time; one that dies leaves its batch as it was.
 */
@Component
class FoldUsage {

    /** Small enough not to hold up the settling of leases, which shares the disk. */
    private static final int BATCH = 1_000;

    private static final int BATCHES = 10;

    /** In steps of a tenth of a second: how long nothing is looked for after nothing was found. */
    private static final int REST = 9;

    private static final int FORGOTTEN_AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final UsageProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private int rest;

    FoldUsage(JdbcClient jdbc, UsageProperties properties, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Often and little: what is folded in one go holds a processor for so long, and who asks for a lease then waits. */
    @Scheduled(fixedDelay = 100)
    void goOn() {
        if (rest > 0) {
            rest--;
            return;
        }
        // Bounded, because other regular work waits on the same thread.
        int batches = 0;
        int folded;
        do {
            folded = foldBatch();
            batches++;
        } while (folded == BATCH && batches < BATCHES);
        rest = folded == 0 ? REST : 0;
    }

    /** @return how many leases were folded in */
    int foldBatch() {
        Integer folded = transaction.execute(_ -> {
            boolean alone = jdbc.sql("select pg_try_advisory_xact_lock(hashtext('fold usage'))")
                    .query(Boolean.class)
                    .single();
            return alone ? fold() : 0;
        });
        return folded == null ? 0 : folded;
    }

    private int fold() {
        return jdbc.sql("""
                        with picked as (
                            select id from lease where settled_at is not null and not counted
                              -- its worker may still come back and tell how it ended; till then reports read the lease itself
                              and (outcome is distinct from 'expired' or settled_at < now() - interval '1 day')
                            order by settled_at limit :batch for update skip locked
                        ), folded as (
                            update lease l set counted = true from picked p where l.id = p.id
                            returning l.user_id, l.granted_at, l.settled_at, l.key_id, l.scope_id, l.service, l.model,
                                coalesce(l.outcome, 'expired') as outcome, l.latency_ms, l.cost_micros, l.media_ms
                        ), cells as (
                            %2$s
                        ), days as (
                            %3$s
                        ), uses as (
                            update api_keys k set last_used_at = greatest(k.last_used_at, f.used)
                            , last_error = case when f.failed_at >= coalesce(k.last_error_at, '-infinity') then f.failure else k.last_error end
                            , last_error_at = greatest(k.last_error_at, f.failed_at)
                            from (
                                select key_id, max(settled_at) as used,
                                    max(settled_at) filter (where %1$s) as failed_at,
                                    (array_agg(outcome order by settled_at desc) filter (where %1$s))[1] as failure
                                from folded where outcome <> 'not_sent' group by key_id
                            ) f where k.id = f.key_id
                        )
                        select count(*) from folded""".formatted(Outcomes.FAULT, into("usage_cell", Steps.CELL), into("usage_day", Steps.DAY)))
                .param("batch", BATCH)
                .query(Integer.class)
                .single();
    }

    /** SQL that adds what was folded to a table of sums. */
    private static String into(String table, String cell) {
        return """
                insert into %1$s as u (user_id, cell, key_id, scope_id, service, model, outcome, step,
                    requests, cost_micros, media_ms, latency_ms)
                select user_id, %2$s, key_id, (max(scope_id::text))::uuid, max(service), model, outcome, %3$s,
                    count(*), sum(cost_micros), sum(media_ms), sum(latency_ms)
                from folded group by user_id, %2$s, key_id, model, outcome, %3$s
                on conflict (user_id, cell, key_id, model, outcome, step) do update set
                    requests = u.requests + excluded.requests,
                    cost_micros = u.cost_micros + excluded.cost_micros,
                    media_ms = u.media_ms + excluded.media_ms,
                    latency_ms = u.latency_ms + excluded.latency_ms""".formatted(table, cell, Steps.STEP);
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    void forget() {
        var leasesBefore = Timestamp.from(clock.instant().minus(properties.leases()));
        int batches = 0;
        int gone;
        do {
            gone = jdbc.sql("""
                            delete from lease where ctid = any (array(
                                select ctid from lease where granted_at < :before and settled_at is not null and counted
                                limit :most))""")
                    .param("before", leasesBefore)
                    .param("most", FORGOTTEN_AT_ONCE)
                    .update();
            batches++;
        } while (gone == FORGOTTEN_AT_ONCE && batches < BATCHES);
        for (String table : List.of("usage_cell", "usage_day")) {
            jdbc.sql("delete from " + table + " where cell < :before")
                    .param("before", Timestamp.from(clock.instant().minus(properties.cells())))
                    .update();
        }
    }
}
