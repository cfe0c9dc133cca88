package io.vimax.worker.task.run;

import io.vimax.worker.asset.AssetException;
import io.vimax.worker.lease.Lease;
import io.vimax.worker.lease.LeaseEnd;
import io.vimax.worker.media.MediaProblem;
import io.vimax.worker.outage.Patience;
import io.vimax.worker.provider.Outcome;
import io.vimax.worker.provider.Submission;
import io.vimax.worker.provider.failure.FailurePolicy;
import io.vimax.worker.provider.failure.ProviderFailure;
import io.vimax.worker.provider.failure.RetryHints;
import io.vimax.worker.provider.failure.Verdict;
import io.vimax.worker.provider.failure.Verdict.Settlement;
import io.vimax.worker.provider.port.Engagement.Assignment;
import io.vimax.worker.task.Kept;
import io.vimax.worker.task.Task;
import io.vimax.worker.task.TaskNews;
import io.vimax.worker.task.TaskState;
import io.vimax.worker.task.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes one claimed task from where it stands to its end: submit, follow, store. Every step is committed before the next
 * begins, so that whoever claims the task next goes on from there.
 */
@Component
class TaskSteps {

    private static final Logger LOG = LoggerFactory.getLogger(TaskSteps.class);

    private final Tasks tasks;
    private final TaskEnds ends;
    private final ResultShelf shelf;
    private final TaskNews news;
    private final StepSettings settings;

    TaskSteps(Tasks tasks, TaskEnds ends, ResultShelf shelf, TaskNews news, StepSettings settings) {
        this.tasks = tasks;
        this.ends = ends;
        this.shelf = shelf;
        this.news = news;
        this.settings = settings;
    }

    /** What all steps share. */
    @Component
    record StepSettings(Patience patience, FailurePolicy policy, CrashPoints crashPoints, Clock clock) {}

    /** One run of one task: its claim, its lease and the job. */
    record Run(Task task, Lease lease, Assignment job, boolean knowsRepeats, Stop stop) {

        Run at(Task now) {
            return new Run(now, lease, job, knowsRepeats, stop);
        }
    }

    /** Carries the task to its end, or back into the queue. Returns what the key pool is told. */
    LeaseEnd carryOut(Run claimed) throws InterruptedException {
        Task task = claimed.task();
        pass(CrashPoint.CLAIMED, task);
        boolean fresh = task.state() == TaskState.QUEUED;
        Run run = claimed.at(adoptLease(claimed));
        return switch (run.task().state()) {
            case QUEUED -> {
                Task submitting = insist(() -> tasks.submitting(run.task(), run.lease()));
                pass(CrashPoint.SUBMITTING_COMMITTED, submitting);
                yield submit(run.at(submitting), true);
            }
            case SUBMITTING ->
                run.knowsRepeats() ? submit(run, fresh) : giveUpUnknown(run, "The worker stopped while it");
            case RUNNING, STORING -> follow(run, fresh);
            case SUCCEEDED, FAILED, CANCELLED, AMBIGUOUS ->
                throw new IllegalStateException(
                        "Task " + task.id() + " is over: " + run.task().state());
        };
    }

    /**
     * What follows from a failure, for the task and for the key.
     *
     * @param paid whether the provider charges for it all the same
     */
    LeaseEnd fail(Run run, ProviderFailure failure, boolean paid) throws InterruptedException {
        long cost = paid ? run.task().estimatedCostMicros() : 0;
        Verdict verdict = settings.policy().after(failure, run.task().attempt());
        switch (verdict.step()) {
            case Verdict.Step.Again(var after, var otherKey, var free) -> {
                String jobId = run.task().providerJobId();
                if (jobId != null) {
                    discard(run, jobId);
                }
                Task queued = end(run, () -> tasks.again(run.task(), after, otherKey, free));
                news.of(queued, "waiting to try again");
            }
            case Verdict.Step.GiveUp(var code, var retryable) ->
                end(run, () -> ends.fail(run.task(), code, failure.detail(), retryable, cost));
        }
        return new LeaseEnd(verdict.settlement(), hints(failure), failure.detail(), cost, 0, sofar(run.task()));
    }

    /** The task goes on with the lease it now has, which need not be the one it began with. */
    private Task adoptLease(Run run) throws InterruptedException {
        Task task = run.task();
        Task.HeldLease former = task.held();
        boolean begun = task.state() != TaskState.QUEUED;
        return begun && (former == null || !former.leaseId().equals(run.lease().id()))
                ? insist(() -> tasks.leased(task, run.lease()))
                : task;
    }

    private LeaseEnd submit(Run run, boolean fresh) throws InterruptedException {
        news.of(run.task(), "submitting");
        Submission submission = run.job().submit();
        pass(CrashPoint.SUBMITTED, run.task());
        return switch (submission) {
            case Submission.Taken(var jobId) -> {
                Task running = insist(() -> tasks.running(run.task(), jobId));
                pass(CrashPoint.RUNNING_COMMITTED, running);
                yield follow(run.at(running), fresh);
            }
            case Submission.Refused(var failure) -> fail(run, failure, false);
            case Submission.Unknown(var detail) -> giveUpUnknown(run, detail + ": it");
        };
    }

    private LeaseEnd follow(Run run, boolean fresh) throws InterruptedException {
        Task task = run.task();
        String jobId = Objects.requireNonNull(task.providerJobId(), "a running task has a job id");
        Outcome outcome = run.job().follow(jobId, progress -> news.of(task, progress));
        pass(CrashPoint.FOLLOWED, task);
        return switch (outcome) {
            case Outcome.Failed(var failure, var paid) -> fail(run, failure, paid);
            case Outcome.Done done -> store(run, jobId, done, fresh);
        };
    }

    private LeaseEnd store(Run run, String jobId, Outcome.Done done, boolean fresh) throws InterruptedException {
        Task task = run.task();
        Duration took = sofar(task);
        Task storing = task.state() == TaskState.STORING ? task : insist(() -> tasks.storing(task));
        pass(CrashPoint.STORING_COMMITTED, storing);
        List<Kept> outputs;
        try {
            outputs = shelf.keep(storing, done.products());
        } catch (AssetException e) {
            return fail(run.at(storing), failureOf(e), true);
        } catch (MediaProblem.Unreadable e) {
            return fail(
                    run.at(storing),
                    new ProviderFailure.JobBroke("The result cannot be played: " + e.getMessage()),
                    true);
        }
        pass(CrashPoint.FILES_KEPT, storing);
        end(run, () -> ends.succeed(storing, outputs, done, fresh ? took : Duration.ZERO));
        pass(CrashPoint.SUCCESS_COMMITTED, storing);
        discard(run, jobId);
        return new LeaseEnd(
                Settlement.SUCCESS,
                RetryHints.NONE,
                null,
                task.costOf(done),
                task.subject().lengthMs(),
                took);
    }

    /** What is not tidied now is tidied later; the task does not suffer. */
    private static void discard(Run run, String jobId) {
        try {
            run.job().discard(jobId);
        } catch (RuntimeException e) {
            LOG.warn("Job {} could not be discarded: {}", jobId, e.toString());
        }
    }

    private LeaseEnd giveUpUnknown(Run run, String subject) throws InterruptedException {
        String detail = subject + " may or may not have reached the provider. Decide whether to send it again.";
        end(run, () -> ends.leaveAmbiguous(run.task(), detail));
        return LeaseEnd.of(Settlement.CANCELLED);
    }

    private static ProviderFailure failureOf(AssetException e) {
        String detail = String.valueOf(e.getMessage());
        return switch (e) {
            case AssetException.DiskFull _ -> new ProviderFailure.DiskFull(detail);
            case AssetException.WrongContent _ -> new ProviderFailure.JobBroke(detail);
            case AssetException.NotFound _ -> new ProviderFailure.InputUnusable(detail);
            case AssetException.FileLost _ -> new ProviderFailure.InputUnusable(detail);
            // Storing waits for the store, so this would be a fault of ours; trying again would pay for the work twice.
            case AssetException.StoreUnreachable away -> throw away;
        };
    }

    private static RetryHints hints(ProviderFailure failure) {
        return switch (failure) {
            case ProviderFailure.RateLimited(var hints, var _) -> hints;
            case ProviderFailure.ConcurrencyLimited(var hints, var _) -> hints;
            default -> RetryHints.NONE;
        };
    }

    private Duration sofar(Task task) {
        return task.startedAt() == null
                ? Duration.ZERO
                : Duration.between(task.startedAt(), settings.clock().instant());
    }

    /** What is committed is not stopped any more: what remains is to tidy up. */
    private Task end(Run run, Supplier<Task> write) throws InterruptedException {
        Task ended = insist(write);
        run.stop().seal();
        news.over(ended.id());
        return ended;
    }

    private Task insist(Supplier<Task> write) throws InterruptedException {
        return settings.patience().insist(write);
    }

    private void pass(CrashPoint point, Task task) {
        settings.crashPoints().passed(point, task);
    }
}
