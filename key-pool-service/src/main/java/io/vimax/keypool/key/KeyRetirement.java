package io.vimax.keypool.key;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What time does to keys on their way out: replaced keys are drained, drained keys are paused or deleted, secrets of deleted keys
 * are forgotten. Each key is one transaction that looks again under its lock, so any number of replicas may do this at once.
 */
@Component
class KeyRetirement {

    /** A lease that was being granted while the draining began is in the books by then. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final KeySteps steps;
    private final RetireKey retire;
    private final TransactionTemplate transaction;

    KeyRetirement(JdbcClient jdbc, KeySteps steps, RetireKey retire, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.retire = retire;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelay = 1_000)
    void goOn() {
        // A replacement that turned out useless does not push out what works.
        each("""
                select k.id from api_keys k join api_keys next on next.id = k.replaced_by
                where k.deleted_at is null and k.drain_at <= :now and next.deleted_at is null and next.status = 'ACTIVE'""", id -> retire.drainAndDelete(id, "replaced by another key", null));
        each("""
                select id from api_keys where status = 'DRAINING' and status_since < :settled""", this::end);
        each("select id from api_keys where purge_at <= :now and key_value is not null", this::forget);
    }

    private void each(String which, Consumer<UUID> step) {
        Instant now = steps.now();
        var found = jdbc.sql(which + " limit :batch").param("batch", BATCH);
        List<UUID> ids = (which.contains(":now")
                        ? found.param("now", Timestamp.from(now))
                        : found.param("settled", Timestamp.from(now.minus(SETTLING))))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
        ids.forEach(id -> transaction.executeWithoutResult(_ -> step.accept(id)));
    }

    private void end(UUID id) {
        steps.lock(id).filter(key -> key.state() == KeyState.DRAINING).ifPresent(key -> {
            Instant now = steps.now();
            boolean over = key.drainsUntil().map(until -> !until.isAfter(now)).orElse(false);
            if (!over && steps.openLeases(key) > 0) {
                return;
            }
            String reason = over ? "drained; the time for it was over" : "drained";
            if (key.isDeletedOnceDrained()) {
                key.delete(reason, now, RetireKey.UNDO);
            } else {
                key.become(KeyState.PAUSED, reason, now);
            }
            steps.save(key, KeyState.DRAINING, reason, null);
        });
    }

    private void forget(UUID id) {
        int forgotten = jdbc.sql("""
                        update api_keys set key_value = null, master_key = null, purge_at = null
                        where id = :id and deleted_at is not null and purge_at is not null""").param("id", id).update();
        if (forgotten == 1) {
            steps.lock(id).ifPresent(key -> steps.note(key, null, "secret_forgotten", ""));
        }
    }
}
