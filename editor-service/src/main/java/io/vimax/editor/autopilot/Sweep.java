package io.vimax.editor.autopilot;

import io.vimax.editor.column.Columns;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Continues episodes that stand still although nothing of them is under way: a follow-up may have waited for the
 * list of models, or a crash came between a result and what follows from it.
 * Takes them in turn by id, a few at a time, so that one that cannot go on never keeps the others from it.
 */
@Component
class Sweep {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final Duration STILL = Duration.ofSeconds(5);
    private static final Duration OPEN_ENDS = Duration.ofHours(1);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int AT_ONCE = 20;

    private final JdbcClient jdbc;
    private final GoOn goOn;
    private final Clock clock;
    private UUID after = FIRST;

    Sweep(JdbcClient jdbc, GoOn goOn, Clock clock) {
        this.jdbc = jdbc;
        this.goOn = goOn;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${autopilot.sweep-every:3s}", initialDelayString = "${autopilot.sweep-every:3s}")
    void continueWhatStandsStill() {
        try {
            List<UUID> still = standingStill();
            after = still.size() < AT_ONCE ? FIRST : still.getLast();
            still.forEach(this::goOnWith);
        } catch (DataAccessException | TransactionException e) {
            log.warn("The database is away, the next sweep tries again: {}", e.getMessage());
        }
    }

    private void goOnWith(UUID id) {
        try {
            goOn.with(id);
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("Episode {} cannot be continued", id, e);
        }
    }

    private List<UUID> standingStill() {
        var now = clock.instant();
        return jdbc.sql("""
                select e.id from episode e
                where not e.paused and e.id > :after and e.updated_at < :still
                  and ((e.autopilot and e.state <> 'completed') or e.updated_at > :recent)
                  and not exists (select 1 from generation g where g.episode_id = e.id and g.state in ('queued', 'running'))
                order by e.id limit :most
                """)
                .param("after", after)
                .param("still", Columns.utc(now.minus(STILL)))
                .param("recent", Columns.utc(now.minus(OPEN_ENDS)))
                .param("most", AT_ONCE)
                .query((row, _) -> Columns.uuid(row, "id"))
                .list();
    }
}
