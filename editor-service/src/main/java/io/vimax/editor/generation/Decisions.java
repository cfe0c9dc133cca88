package io.vimax.editor.generation;

import io.vimax.editor.column.Columns;
import io.vimax.editor.event.Events;
import io.vimax.editor.id.TimeOrderedIds;
import io.vimax.schemas.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people decided of ambiguous generations. Callers hold the episode's lock and know that nobody decided before. Either way
 * what the generation may have cost stays counted, a result that still comes is kept and not shown, and the workers are told, so
 * that they let go of its inputs.
 */
@Component
public class Decisions {

    private final JdbcClient jdbc;
    private final Events events;
    private final TimeOrderedIds ids;
    private final Clock clock;

    Decisions(JdbcClient jdbc, Events events, TimeOrderedIds ids, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Ends it as failed.
     *
     * @param version of the episode after the change
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveUp(Generation generation, long version) {
        Instant now = clock.instant();
        jdbc.sql("""
                update generation set decision = 'give_up', decided_at = :now, state = 'failed', error_code = 'given-up',
                    error_detail = :detail, error_retryable = true
                where id = :id and state = 'ambiguous' and decision is null
                """)
                .param("now", Columns.utc(now))
                .param(
                        "detail",
                        "You gave it up. The provider may have taken the job all the same, so what it may have cost stays counted.")
                .param("id", generation.id())
                .update();
        tellWorkers(generation, version, now, "The person gave it up.");
    }

    /**
     * Notes that another was sent in its place; it stays ambiguous.
     *
     * @param version of the episode after the change
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sentAgain(Generation generation, UUID successor, long version) {
        Instant now = clock.instant();
        jdbc.sql("""
                update generation set decision = 'resubmit', decided_at = :now, successor_id = :successor, error_detail = :detail
                where id = :id and state = 'ambiguous' and decision is null
                """)
                .param("now", Columns.utc(now))
                .param("successor", successor)
                .param(
                        "detail",
                        "You sent it again. If the provider took the first job too, both are paid: that was your decision.")
                .param("id", generation.id())
                .update();
        tellWorkers(generation, version, now, "The person sent it again.");
    }

    private void tellWorkers(Generation generation, long version, Instant now, String reason) {
        events.publish(
                Topics.GENERATION_CANCEL_REQUESTED,
                generation.episodeId(),
                generation.id(),
                GenerationMessages.cancelRequested(ids.next(), now, generation, version, reason));
    }
}
