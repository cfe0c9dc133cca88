package io.vimax.worker.task.claim;

import io.vimax.worker.task.Task;
import io.vimax.worker.task.TaskProperties;
import io.vimax.worker.task.TaskRows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who works on which task. Time is the database's, so that replicas need not agree on theirs. */
@Component
public class Claims {

    private final JdbcClient jdbc;
    private final TaskRows rows;
    private final TaskProperties properties;

    Claims(JdbcClient jdbc, TaskRows rows, TaskProperties properties) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.properties = properties;
    }

    /**
     * Takes the task that is next in turn, or one whose worker went silent. Work that was begun goes before work that was not;
     * then the priority class, which rises by one for every minute of waiting; then the person with the least work in hand,
     * then the one who waited longest for a turn, then likewise the episode; then age.
     *
     * @param closedLanes lanes that take nothing at the moment
     * @param inHand what this instance is working on: after an outage of the database its own claims look silent, and its own work
     *     must not be begun again beside it
     */
    @Transactional
    public Optional<Task> claim(String instance, Collection<String> closedLanes, Collection<UUID> inHand) {
        return jdbc.sql("""
                with busy as (
                    select user_id, count(*) as tasks from task
                    where claimed_by is not null and state in ('QUEUED', 'SUBMITTING', 'RUNNING', 'STORING')
                    group by user_id),
                candidate as (
                    select t.id from task t
                    left join busy on busy.user_id = t.user_id
                    left join turn_of_user u on u.user_id = t.user_id
                    left join turn_of_episode e on e.episode_id = t.episode_id
                    where t.state in ('QUEUED', 'SUBMITTING', 'RUNNING', 'STORING')
                      and t.not_before <= now()
                      and (t.claimed_by is null or t.heartbeat_at < now() - make_interval(secs => :stale))
                      and not (t.provider || '/' || t.model = any (:closed))
                      and not (t.id = any (:inHand))
                    order by (t.state = 'QUEUED'),
                        greatest(0, t.priority - floor(extract(epoch from now() - t.created_at) / 60)),
                        coalesce(busy.tasks, 0),
                        coalesce(u.served_at, '-infinity'),
                        coalesce(e.served_at, '-infinity'),
                        t.created_at, t.id
                    limit 1
                    for update of t skip locked)
                update task set claimed_by = :instance, fence = fence + 1, heartbeat_at = now(), waiting_for = null,
                    updated_at = now()
                from candidate where task.id = candidate.id
                returning task.*
                """)
                .param("instance", instance)
                .param("stale", properties.adoptAfter().toMillis() / 1000.0)
                .param("closed", closedLanes.toArray(String[]::new))
                .param("inHand", inHand.toArray(UUID[]::new))
                .query(rows)
                .optional();
    }

    /** Says that these claims live. Returns the fences that the table has for those which still do. */
    public Map<UUID, Long> beat(String instance, Collection<UUID> tasks) {
        return jdbc
                .sql(
                        "update task set heartbeat_at = now() where claimed_by = :instance and id = any (:ids) returning id, fence")
                .param("instance", instance)
                .param("ids", tasks.toArray(UUID[]::new))
                .query((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getLong("fence")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Frees what a former instance of the same name left behind: a restarted replica need not wait for its own silence. The
     * fence grows, in case that instance is not as dead as it seems.
     */
    public int adoptFormer(String worker, String instance) {
        return jdbc.sql("""
                update task set claimed_by = null, fence = fence + 1, updated_at = now()
                where starts_with(claimed_by, :worker || '#') and claimed_by <> :instance
                """).param("worker", worker).param("instance", instance).update();
    }

    public boolean isCancelled(UUID task) {
        return jdbc.sql("select state = 'CANCELLED' from task where id = :id")
                .param("id", task)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Lets other replicas and this one know at once that there may be something to do. */
    public void wakeAll(Signal signal) {
        jdbc.sql("select pg_notify('vimax_task', :signal)")
                .param("signal", signal.encode())
                .query((_, _) -> true)
                .list();
    }

    /** A slot became free: who waits for one need not wait out what the pool told it, which is the longest it can take. */
    @Transactional
    public void slotFreed(String provider) {
        jdbc.sql("""
                update task set not_before = now()
                where claimed_by is null and waiting_for = 'in_flight' and provider = :provider
                  and state in ('QUEUED', 'SUBMITTING', 'RUNNING', 'STORING')
                """).param("provider", provider).update();
        wakeAll(new Signal.SlotFreed(provider));
    }

    /** Tasks that wait, in the order of their age within their class, with their place from 1. */
    public List<Waiting> waiting(int most) {
        List<Task> queued = jdbc.sql(
                        "select * from task where state = 'QUEUED' and claimed_by is null order by priority, created_at, id limit :most")
                .param("most", most)
                .query(rows)
                .list();
        return IntStream.range(0, queued.size())
                .mapToObj(index -> new Waiting(queued.get(index), index + 1))
                .toList();
    }

    /** A task and its place in the queue. */
    public record Waiting(Task task, int place) {}
}
