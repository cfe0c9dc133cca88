package io.vimax.worker.task.intake;

import io.vimax.schemas.generation.v1.GenerationCancelRequested;
import io.vimax.schemas.generation.v1.GenerationRequested;
import io.vimax.worker.task.Task;
import io.vimax.worker.task.TaskEvents;
import io.vimax.worker.task.TaskRequest;
import io.vimax.worker.task.TaskState;
import io.vimax.worker.task.Tasks;
import io.vimax.worker.task.WorkTrace;
import io.vimax.worker.task.claim.Claims;
import io.vimax.worker.task.claim.Signal;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes requests and cancellations over into the table. A repeat of either changes nothing: a task is unique by its generation,
 * and what is over stays over. The two may arrive in any order, because they come by different topics.
 */
@Component
public class TaskIntake {

    private static final Logger LOG = LoggerFactory.getLogger(TaskIntake.class);

    private final Tasks tasks;
    private final Claims claims;
    private final TaskEvents events;
    private final WorkTrace trace;
    private final JdbcClient jdbc;

    TaskIntake(Tasks tasks, Claims claims, TaskEvents events, WorkTrace trace, JdbcClient jdbc) {
        this.tasks = tasks;
        this.claims = claims;
        this.events = events;
        this.trace = trace;
        this.jdbc = jdbc;
    }

    @KafkaListener(id = "generation-requests", idIsGroup = false, topics = "vimax.generation.requested.v1")
    @Transactional
    public void onRequested(GenerationRequested event) {
        TaskRequest request = TaskRequest.of(event, trace.currentParent(), trace.currentId());
        UUID id = request.subject().generationId();
        if (tasks.lock(id).isPresent()) {
            return;
        }
        tasks.insert(request, TaskState.QUEUED);
        Optional<String> reason = cancellation(id, request.subject().userId());
        if (reason.isPresent()) {
            cancel(tasks.find(id).orElseThrow(), reason.get());
        } else {
            LOG.info(
                    "Took {} {} for {}",
                    request.subject().kind(),
                    id,
                    request.subject().targetLabel());
            claims.wakeAll(new Signal.Work());
        }
    }

    @KafkaListener(id = "generation-cancellations", idIsGroup = false, topics = "vimax.generation.cancel-requested.v1")
    @Transactional
    public void onCancelRequested(GenerationCancelRequested event) {
        Optional<Task> known = tasks.lock(event.getGenerationId());
        if (known.isEmpty()) {
            jdbc.sql("""
                    insert into cancellation (generation_id, user_id, reason) values (:id, :user, :reason)
                    on conflict (generation_id) do nothing
                    """)
                    .param("id", event.getGenerationId())
                    .param("user", event.getUserId())
                    .param("reason", event.getReason())
                    .update();
            return;
        }
        Task task = known.get();
        if (task.subject().userId().equals(event.getUserId()) && !task.state().isFinal()) {
            cancel(task, event.getReason());
        }
    }

    private void cancel(Task task, String reason) {
        Task cancelled = tasks.cancelled(task, reason);
        trace.within(cancelled, "generation cancelled", () -> events.cancelled(cancelled, reason));
        claims.wakeAll(new Signal.Cancelled(task.id()));
        LOG.info("Cancelled {} from {}", task.id(), task.state());
    }

    private Optional<String> cancellation(UUID id, UUID user) {
        return jdbc.sql("select reason from cancellation where generation_id = :id and user_id = :user")
                .param("id", id)
                .param("user", user)
                .query(String.class)
                .optional();
    }
}
