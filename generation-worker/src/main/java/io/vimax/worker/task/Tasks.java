package io.vimax.worker.task;

import io.vimax.worker.lease.Lease;
import io.vimax.worker.progress.ReportLog;
import io.vimax.worker.provider.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of the table {@code task}. Whatever a worker writes names its claim; a write under a claim that is gone changes
 * nothing and throws {@link ClaimLost}.
 */
@Component
public class Tasks implements ReportLog {

    private final JdbcClient jdbc;
    private final TaskRows rows;

    public Tasks(JdbcClient jdbc, TaskRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    public Optional<Task> find(UUID id) {
        return jdbc.sql("select * from task where id = :id")
                .param("id", id)
                .query(rows)
                .optional();
    }

    /** The lease is held and the provider will be asked next. The person and the episode had their turn. */
    @Transactional
    public Task submitting(Task task, Lease lease) {
        jdbc.sql("""
                insert into turn_of_user (user_id, served_at) values (:user, clock_timestamp())
                on conflict (user_id) do update set served_at = excluded.served_at
                """).param("user", task.subject().userId()).update();
        jdbc.sql("""
                insert into turn_of_episode (episode_id, served_at) values (:episode, clock_timestamp())
                on conflict (episode_id) do update set served_at = excluded.served_at
                """).param("episode", task.subject().episodeId()).update();
        return change(
                task,
                TaskState.SUBMITTING,
                "attempt = attempt + 1, started_at = now(), lease_id = :lease, key_id = :key, scope_id = :scope",
                lease(lease));
    }

    /** The task goes on under another lease, because the one it had is gone. */
    public Task leased(Task task, Lease lease) {
        return assign(task, task.state(), "lease_id = :lease, key_id = :key, scope_id = :scope", lease(lease));
    }

    public Task running(Task task, String providerJobId) {
        return change(task, TaskState.RUNNING, "provider_job_id = :job", Map.of("job", providerJobId));
    }

    public Task storing(Task task) {
        return change(task, TaskState.STORING, "progress = greatest(progress, 0.99)", Map.of());
    }

    /** In a transaction with the assets and the event. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Task succeeded(Task task, long costMicros) {
        return change(
                task,
                TaskState.SUCCEEDED,
                "finished_at = now(), progress = 1, cost_micros = :cost, claimed_by = null",
                Map.of("cost", costMicros));
    }

    /** In a transaction with the event. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Task ended(Task task, TaskState end, String code, String detail) {
        return change(
                task,
                end,
                "finished_at = now(), failure_code = :code, failure_detail = :detail, claimed_by = null",
                Map.of("code", code, "detail", detail));
    }

    /** Back into the queue after a failure that allows another try. */
    public Task again(Task task, Duration after, boolean otherKey, boolean free) {
        String key = task.held() == null || task.held().keyId() == null
                ? ""
                : task.held().keyId();
        return change(
                task,
                TaskState.QUEUED,
                """
                claimed_by = null, lease_id = null, key_id = null, scope_id = null, provider_job_id = null,
                not_before = now() + make_interval(secs => :wait), attempt = attempt - :refund,
                excluded_keys = case when :other and :key <> '' then array_append(excluded_keys, :key) else excluded_keys end
                """,
                Map.of("wait", after.toMillis() / 1000.0, "refund", free ? 1 : 0, "other", otherKey, "key", key));
    }

    /** Lets go of a claim as it stands: another replica goes on, at once or after a wait. Losing the claim meanwhile is fine. */
    public void release(Task task, Duration wait, String waitingFor, boolean withLease) {
        jdbc.sql("""
                update task set claimed_by = null, version = version + 1, updated_at = now(),
                    not_before = now() + make_interval(secs => :wait), waiting_for = nullif(:for, ''),
                    lease_id = case when :withLease then null else lease_id end,
                    key_id = case when :withLease then null else key_id end,
                    scope_id = case when :withLease then null else scope_id end
                where id = :id and fence = :fence and claimed_by = :owner
                """)
                .param("wait", wait.toMillis() / 1000.0)
                .param("for", waitingFor)
                .param("withLease", withLease)
                .param("id", task.id())
                .param("fence", task.fence())
                .param("owner", task.claimedBy())
                .update();
    }

    @Override
    public Optional<Entry> note(UUID generationId, long fence, double share) {
        return jdbc.sql("""
                update task set progress = greatest(progress, :share), version = version + 1
                where id = :id and fence = :fence and state in ('QUEUED', 'SUBMITTING', 'RUNNING', 'STORING')
                returning progress, version
                """)
                .param("share", share)
                .param("id", generationId)
                .param("fence", fence)
                .query((row, _) -> new Entry(row.getDouble("progress"), row.getLong("version")))
                .optional();
    }

    /** Inserts a task unless it is there; says whether it was not. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean insert(TaskRequest request, TaskState state) {
        return jdbc.sql("""
                insert into task (id, episode_id, user_id, kind, target_type, target_id, target_label, provider, model,
                    priority, work, input_hash, estimated_cost_micros, state, trace, trace_id)
                values (:id, :episode, :user, :kind, :targetType, :targetId, :targetLabel, :provider, :model,
                    :priority, cast(:work as jsonb), :hash, :estimated, :state, :trace, :traceId)
                on conflict (id) do nothing
                """)
                        .param("id", request.subject().generationId())
                        .param("episode", request.subject().episodeId())
                        .param("user", request.subject().userId())
                        .param("kind", request.subject().kind().name())
                        .param("targetType", request.subject().targetType())
                        .param("targetId", request.subject().targetId())
                        .param("targetLabel", request.subject().targetLabel())
                        .param("provider", request.provider())
                        .param("model", request.subject().model())
                        .param("priority", request.priority())
                        .param("work", rows.write(request.work()))
                        .param("hash", request.inputHash())
                        .param("estimated", request.estimatedCostMicros())
                        .param("state", state.name())
                        .param("trace", request.trace())
                        .param("traceId", request.traceId())
                        .update()
                == 1;
    }

    /** Ends a task from outside of its worker: the fence grows, so whoever works on it writes nothing any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Task cancelled(Task task, String reason) {
        return jdbc.sql("""
                update task set state = :next, fence = fence + 1, claimed_by = null, version = version + 1,
                    failure_code = 'cancelled', failure_detail = :reason, finished_at = now(), updated_at = now()
                where id = :id returning *
                """)
                .param("next", task.become(TaskState.CANCELLED).name())
                .param("reason", reason)
                .param("id", task.id())
                .query(rows)
                .single();
    }

    /** Two events about one task that arrive at once, on two replicas, are taken one after the other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Task> lock(UUID id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(cast(:id as text), 0))")
                .param("id", id)
                .query((_, _) -> true)
                .list();
        return jdbc.sql("select * from task where id = :id for update")
                .param("id", id)
                .query(rows)
                .optional();
    }

    /** Open tasks by kind, for the metrics. */
    Map<Kind, Long> backlog() {
        return jdbc
                .sql(
                        "select kind, count(*) as tasks from task where state in ('QUEUED', 'SUBMITTING', 'RUNNING', 'STORING') group by kind")
                .query((row, _) -> Map.entry(Kind.valueOf(row.getString("kind")), row.getLong("tasks")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Task change(Task task, TaskState next, String assignments, Map<String, ?> values) {
        return assign(task, task.become(next), assignments, values);
    }

    private Task assign(Task task, TaskState next, String assignments, Map<String, ?> values) {
        return jdbc.sql("update task set state = :next, version = version + 1, updated_at = now(), " + assignments
                        + " where id = :id and fence = :fence and claimed_by = :owner and state = :state returning *")
                .params(values)
                .param("next", next.name())
                .param("id", task.id())
                .param("fence", task.fence())
                .param("owner", task.claimedBy())
                .param("state", task.state().name())
                .query(rows)
                .optional()
                .or(() -> alreadyWritten(task, next))
                .orElseThrow(() -> new ClaimLost(task.id()));
    }

    /** When the connection broke during the commit the write is repeated, and the first may have been made. */
    private Optional<Task> alreadyWritten(Task task, TaskState next) {
        return find(task.id())
                .filter(now -> now.state() == next && next != task.state() && now.fence() == task.fence());
    }

    private static Map<String, ?> lease(Lease lease) {
        return Map.of("lease", lease.id(), "key", lease.keyId(), "scope", lease.scopeId());
    }
}
