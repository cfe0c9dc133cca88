package io.vimax.editor.result;

import io.vimax.editor.column.Columns;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which events were processed, for as long as Kafka could bring them again. */
@Component
public class ProcessedEvents {

    /** Topics keep events for a week. */
    private static final Duration KEPT = Duration.ofDays(8);

    private final JdbcClient jdbc;
    private final Clock clock;

    ProcessedEvents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** True the first time; it stays so only if the caller's transaction commits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isNew(UUID eventId) {
        return jdbc.sql(
                                "insert into processed_event (event_id, processed_at) values (:id, :now) on conflict do nothing")
                        .param("id", eventId)
                        .param("now", Columns.utc(clock.instant()))
                        .update()
                == 1;
    }

    @Scheduled(fixedDelay = 6 * 3_600_000, initialDelay = 3_600_000)
    void forgetOld() {
        jdbc.sql("delete from processed_event where processed_at < :before")
                .param("before", Columns.utc(clock.instant().minus(KEPT)))
                .update();
    }
}
