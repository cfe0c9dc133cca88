package io.vimax.editor.generation;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.vimax.editor.column.Columns;
import io.vimax.editor.event.Events;
import io.vimax.editor.id.TimeOrderedIds;
import io.vimax.schemas.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * All generations. Callers that ask for one, end one or cancel one hold the lock of its episode. Every change of state is one
 * statement that names the states it may leave, so a late event never revives what has ended.
 */
@Component
public class Generations {

    private static final int SHOWN_PER_UNIT = 3;

    private final JdbcClient jdbc;
    private final Events events;
    private final TimeOrderedIds ids;
    private final Clock clock;
    private final Tracer tracer;

    Generations(JdbcClient jdbc, Events events, TimeOrderedIds ids, Clock clock, Tracer tracer) {
        this.jdbc = jdbc;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.tracer = tracer;
    }

    /**
     * Asks for a generation, unless the same work is under way for this unit.
     *
     * @param version of the episode after the change
     * @return its id, or empty when there was nothing to ask for
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> request(UUID userId, UUID episodeId, long version, GenerationOrder order) {
        UUID id = ids.next();
        Instant now = clock.instant();
        int added = jdbc.sql("""
                insert into generation (id, user_id, episode_id, kind, target_type, target_id, target_label, state,
                    input_hash, content_hash, source_asset_id, provider, model, seed, cost_estimated_micros, cost_simulated,
                    note, trace_id, created_at)
                values (:id, :user, :episode, :kind, :type, :target, :label, 'queued',
                    :input, :content, :source, :provider, :model, :seed, :cost, :simulated, :note, :trace, :now)
                on conflict (target_type, target_id, input_hash) where state in ('queued', 'running') do nothing
                """)
                .param("id", id)
                .param("user", userId)
                .param("episode", episodeId)
                .param("kind", order.target().type().kind().word())
                .param("type", order.target().type().word())
                .param("target", order.target().id())
                .param("label", order.target().label())
                .param("input", order.inputHash())
                .param("content", order.contentHash())
                .param("source", order.work() instanceof Work.Clip clip ? clip.keyframeAssetId() : null)
                .param("provider", order.provider())
                .param("model", order.model())
                .param("seed", order.seed())
                .param("cost", order.estimatedMicros())
                .param("simulated", order.simulated())
                .param("note", order.note())
                .param("trace", traceId())
                .param("now", Columns.utc(now))
                .update();
        if (added == 0) {
            return Optional.empty();
        }
        events.publish(
                Topics.GENERATION_REQUESTED,
                episodeId,
                GenerationMessages.requested(ids.next(), now, userId, version, id, episodeId, order));
        return Optional.of(id);
    }

    private @Nullable String traceId() {
        Span span = tracer.currentSpan();
        return span == null ? null : span.context().traceId();
    }

    /**
     * Takes a generation back and tells the workers.
     *
     * @param version of the episode after the change
     * @return false when it was not under way any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean cancel(Generation generation, long version, String reason) {
        Instant now = clock.instant();
        int cancelled = jdbc.sql("""
                update generation set state = 'cancelled', finished_at = :now, queue_position = null
                where id = :id and state in ('queued', 'running')
                """)
                .param("now", Columns.utc(now))
                .param("id", generation.id())
                .update();
        if (cancelled == 0) {
            return false;
        }
        events.publish(
                Topics.GENERATION_CANCEL_REQUESTED,
                generation.episodeId(),
                generation.id(),
                GenerationMessages.cancelRequested(ids.next(), now, generation, version, reason));
        return true;
    }

    /** How a finished generation went. */
    public record Outcome(
            long version,
            long costMicros,
            int attempt,
            @Nullable Instant startedAt,
            Instant finishedAt) {}

    /** False when it is not under way any more: the event came twice, or the person had cancelled it. What it cost is kept. */
    public boolean complete(UUID id, Outcome outcome) {
        return end(id, "ready", outcome, null);
    }

    public boolean fail(UUID id, Outcome outcome, Generation.Failure failure) {
        return end(id, "failed", outcome, failure);
    }

    /** Nobody knows whether the provider took it. What it may have cost is kept, also where the person had cancelled it. */
    public boolean leaveAmbiguous(UUID id, Outcome outcome, Generation.Failure failure) {
        jdbc.sql("""
                update generation set cost_possible_micros = cost_estimated_micros, attempt = greatest(attempt, :attempt)
                where id = :id and cost_actual_micros is null and decision is null
                """).param("attempt", outcome.attempt()).param("id", id).update();
        return settle(id, "ambiguous", outcome, failure);
    }

    /** The worker says that it was cancelled; the row may say so already. */
    public boolean cancelled(UUID id, Outcome outcome) {
        return end(id, "cancelled", outcome, null);
    }

    private boolean end(UUID id, String state, Outcome outcome, Generation.@Nullable Failure failure) {
        jdbc.sql(
                        "update generation set cost_actual_micros = :cost, attempt = greatest(attempt, :attempt) where id = :id")
                .param("cost", outcome.costMicros())
                .param("attempt", outcome.attempt())
                .param("id", id)
                .update();
        return settle(id, state, outcome, failure);
    }

    private boolean settle(UUID id, String state, Outcome outcome, Generation.@Nullable Failure failure) {
        return jdbc.sql("""
                update generation set state = :state, seen_version = greatest(seen_version, :version), queue_position = null,
                    progress = case when :state = 'ready' then 1 else progress end,
                    started_at = coalesce(:started, started_at), finished_at = :finished,
                    error_code = :code, error_detail = :detail, error_retryable = :retryable
                where id = :id and decision is null
                  and (state in ('queued', 'running') or (state in ('failed', 'ambiguous') and :state = 'ready'))
                """)
                        .param("state", state)
                        .param("version", outcome.version())
                        .param(
                                "started",
                                Columns.utcOrNull(outcome.startedAt()),
                                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("finished", Columns.utc(outcome.finishedAt()))
                        .param("code", failure == null ? null : failure.code(), java.sql.Types.VARCHAR)
                        .param("detail", failure == null ? null : failure.detail(), java.sql.Types.VARCHAR)
                        .param("retryable", failure == null ? null : failure.retryable(), java.sql.Types.BOOLEAN)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** A progress report: one statement, no lock of the episode, no new version of its document; never goes backwards. */
    public void report(UUID id, long version, boolean begun, Instant at, Generation.Reported reported) {
        jdbc.sql("""
                update generation set seen_version = :version,
                    state = case when :begun then 'running' else state end,
                    started_at = case when :begun then coalesce(started_at, :at) else started_at end,
                    stage = :stage, stage_index = :index, stage_count = :count,
                    progress = greatest(progress, :progress), progress_kind = :kind, queue_position = :queue,
                    eta_p50_ms = :p50, eta_p90_ms = :p90, eta_samples = :samples, attempt = greatest(attempt, :attempt)
                where id = :id and state in ('queued', 'running') and seen_version < :version
                """)
                .param("version", version)
                .param("begun", begun)
                .param("at", Columns.utc(at))
                .param("stage", reported.stage(), java.sql.Types.VARCHAR)
                .param("index", reported.stageIndex(), java.sql.Types.INTEGER)
                .param("count", reported.stageCount(), java.sql.Types.INTEGER)
                .param("progress", reported.progress(), java.sql.Types.DOUBLE)
                .param("kind", reported.progressKind())
                .param("queue", reported.queuePosition(), java.sql.Types.INTEGER)
                .param("p50", reported.etaP50Ms(), java.sql.Types.BIGINT)
                .param("p90", reported.etaP90Ms(), java.sql.Types.BIGINT)
                .param("samples", reported.etaSamples())
                .param("attempt", reported.attempt())
                .param("id", id)
                .update();
    }

    public Optional<Generation> find(UUID id) {
        return jdbc.sql("select * from generation where id = :id")
                .param("id", id)
                .query(GenerationRows::read)
                .optional();
    }

    /** @throws GenerationException.NotFound if there is none of this person */
    public Generation get(UUID userId, UUID id) {
        return find(id).filter(generation -> generation.userId().equals(userId))
                .orElseThrow(() -> new GenerationException.NotFound(id));
    }

    /** Those under way and the newest few of every unit, oldest first. */
    public List<Generation> recentOfEpisode(UUID episodeId) {
        return jdbc.sql("""
                select * from (
                    select g.*, row_number() over (partition by target_type, target_id order by created_at desc, id desc) as age
                    from generation g where episode_id = :id) aged
                where age <= :most or state in ('queued', 'running')
                order by created_at, id
                """)
                .param("id", episodeId)
                .param("most", SHOWN_PER_UNIT)
                .query(GenerationRows::read)
                .list();
    }

    /** Newest first; {@code after} is the last one of the page before. */
    public List<Generation> list(
            UUID userId, @Nullable UUID episodeId, @Nullable GenerationState state, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select * from generation
                where user_id = :user and (cast(:episode as uuid) is null or episode_id = :episode)
                  and (cast(:state as text) is null or state = :state)
                  and (cast(:after as uuid) is null
                       or (created_at, id) < (select created_at, id from generation where id = :after))
                order by created_at desc, id desc limit :limit
                """)
                .param("user", userId)
                .param("episode", episodeId)
                .param("state", state == null ? null : state.word())
                .param("after", after)
                .param("limit", limit)
                .query(GenerationRows::read)
                .list();
    }

    /**
     * Money of an episode in micro-USD.
     *
     * @param spentMicros what it did cost
     * @param committedMicros what it cost with all that is under way and all that may have cost something
     * @param possibleMicros what may have been paid beside what was, for jobs of which nobody knows whether they were taken
     * @param simulated whether prices of the provider simulator are among them, which nobody pays
     */
    public record Spending(long spentMicros, long committedMicros, long possibleMicros, boolean simulated) {}

    public Spending spending(UUID episodeId) {
        return jdbc.sql("""
                select coalesce(sum(cost_actual_micros), 0) as spent,
                       coalesce(sum(coalesce(cost_actual_micros,
                           case when state in ('queued', 'running') then cost_estimated_micros else cost_possible_micros end)), 0)
                           as committed,
                       coalesce(sum(cost_possible_micros) filter (where cost_actual_micros is null), 0) as possible,
                       coalesce(bool_or(cost_simulated), false) as simulated
                from generation where episode_id = :id
                """)
                .param("id", episodeId)
                .query((row, _) -> new Spending(
                        row.getLong("spent"),
                        row.getLong("committed"),
                        row.getLong("possible"),
                        row.getBoolean("simulated")))
                .single();
    }
}
