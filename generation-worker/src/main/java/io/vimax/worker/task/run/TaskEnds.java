package io.vimax.worker.task.run;

import io.vimax.worker.asset.Assets;
import io.vimax.worker.progress.DurationHistory;
import io.vimax.worker.provider.Outcome;
import io.vimax.worker.task.Kept;
import io.vimax.worker.task.Task;
import io.vimax.worker.task.TaskEvents;
import io.vimax.worker.task.TaskState;
import io.vimax.worker.task.Tasks;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends tasks: the row, its results and the event that says so, in one transaction. Each end may be repeated. */
@Component
class TaskEnds {

    private final Tasks tasks;
    private final TaskEvents events;
    private final Assets assets;
    private final DurationHistory history;

    TaskEnds(Tasks tasks, TaskEvents events, Assets assets, DurationHistory history) {
        this.tasks = tasks;
        this.events = events;
        this.assets = assets;
        this.history = history;
    }

    /**
     * The results are there.
     *
     * @param took how long the attempt took, or zero if it was resumed and the figure says nothing
     */
    @Transactional
    public Task succeed(Task task, List<Kept> outputs, Outcome.Done done, Duration took) {
        if (isEnded(task, TaskState.SUCCEEDED)) {
            return task;
        }
        long cost = task.costOf(done);
        Task succeeded = tasks.succeeded(task, cost);
        for (Kept kept : outputs) {
            assets.add(kept.assetId(), task.subject().userId(), task.id(), kept.file());
        }
        if (took.isPositive()) {
            history.add(task.subject(), took);
        }
        events.completed(succeeded, outputs, done.text(), cost);
        return succeeded;
    }

    @Transactional
    public Task fail(Task task, String code, String detail, boolean retryable, long costMicros) {
        if (isEnded(task, TaskState.FAILED)) {
            return task;
        }
        Task failed = tasks.ended(task, TaskState.FAILED, code, detail);
        events.failed(failed, code, detail, retryable, costMicros);
        return failed;
    }

    @Transactional
    public Task leaveAmbiguous(Task task, String detail) {
        if (isEnded(task, TaskState.AMBIGUOUS)) {
            return task;
        }
        Task ambiguous = tasks.ended(task, TaskState.AMBIGUOUS, "ambiguous-submission", detail);
        events.ambiguous(ambiguous, detail);
        return ambiguous;
    }

    private boolean isEnded(Task task, TaskState end) {
        return tasks.find(task.id())
                .filter(now -> now.state() == end && now.fence() == task.fence())
                .isPresent();
    }
}
