package io.vimax.worker.task.run;

import io.vimax.worker.lease.Lease;
import io.vimax.worker.lease.LeaseEnd;
import io.vimax.worker.outage.Patience;
import io.vimax.worker.provider.Credentials;
import io.vimax.worker.provider.failure.ProviderFailure;
import io.vimax.worker.provider.failure.Verdict.Settlement;
import io.vimax.worker.provider.port.Engagement;
import io.vimax.worker.provider.port.Providers;
import io.vimax.worker.task.ClaimLost;
import io.vimax.worker.task.Task;
import io.vimax.worker.task.TaskState;
import io.vimax.worker.task.claim.Lanes;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Works on one claimed task: gets the lease, has the steps taken, gives the lease back; and ends in order when it is stopped. */
@Component
class TaskRunner {

    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);

    private final Providers providers;
    private final TaskLeases leases;
    private final TaskSteps steps;
    private final ClaimEnds claimEnds;
    private final Lanes lanes;

    TaskRunner(Providers providers, TaskLeases leases, TaskSteps steps, ClaimEnds claimEnds, Lanes lanes) {
        this.providers = providers;
        this.leases = leases;
        this.steps = steps;
        this.claimEnds = claimEnds;
        this.lanes = lanes;
    }

    void run(Task task, Stop stop) {
        try {
            Optional<Engagement<?>> engagement = providers.find(task.provider(), task.work());
            if (engagement.isEmpty()) {
                claimEnds.fail(
                        task,
                        "provider-not-installed",
                        "This worker has no provider named " + task.provider() + " for "
                                + task.subject().kind().name().toLowerCase(java.util.Locale.ROOT)
                                + ". Choose another model.");
                return;
            }
            // What has begun goes on, whatever is known of its model today.
            Optional<String> objection = task.state() == TaskState.QUEUED
                    ? engagement.get().objectionTo(task.subject().model())
                    : Optional.empty();
            if (objection.isPresent()) {
                claimEnds.fail(task, "bad-request", objection.get());
                return;
            }
            switch (leases.obtain(task)) {
                case TaskLeases.Answer.PutBack _ -> {}
                case TaskLeases.Answer.Hopeless(var detail) -> claimEnds.fail(task, "unknown-provider", detail);
                case TaskLeases.Answer.Held(var lease) -> {
                    lanes.answered(task.lane());
                    underLease(task, engagement.get(), lease, stop);
                }
            }
        } catch (ClaimLost e) {
            LOG.info("{}; another worker goes on", e.getMessage());
        } catch (InterruptedException e) {
            claimEnds.stoppedBeforeWork(task, stop);
        } catch (RuntimeException e) {
            if (stop.reason() != null) {
                claimEnds.stoppedBeforeWork(task, stop);
            } else if (Patience.isAway(e)) {
                claimEnds.putDown(task, false);
            } else {
                LOG.error("Task {} could not be begun", task.id(), e);
                claimEnds.failInternally(task);
            }
        }
    }

    private void underLease(Task task, Engagement<?> engagement, Lease lease, Stop stop) throws InterruptedException {
        var job = engagement.assign(
                task.id(),
                task.subject().episodeId(),
                task.subject().userId(),
                task.subject().model(),
                new Credentials(lease.secret(), lease.baseUrl()));
        var run = new TaskSteps.Run(task, lease, job, engagement.provider().knowsRepeats(), stop);
        LeaseEnd end;
        try {
            end = steps.carryOut(run);
        } catch (InterruptedException | RuntimeException e) {
            Stop.Reason signalled = stop.reason();
            // What follows is the orderly end: nothing may interrupt it, not even a signal that comes late.
            stop.seal();
            Stop.Reason reason = e instanceof ClaimLost ? claimEnds.whyLost(task) : signalled;
            if (reason != null) {
                stopped(run, engagement, reason);
                return;
            }
            end = broke(run, e);
        }
        leases.settle(lease, end);
        claimEnds.slotFreed(task.provider());
    }

    private LeaseEnd broke(TaskSteps.Run run, Exception e) {
        Task task = run.task();
        if (e instanceof RuntimeException cause && Patience.isAway(cause)) {
            claimEnds.putDown(task, true);
        } else {
            LOG.error("Task {} broke", task.id(), e);
            claimEnds.failInternally(task);
        }
        return LeaseEnd.of(Settlement.NOT_SENT);
    }

    private void stopped(TaskSteps.Run run, Engagement<?> engagement, Stop.Reason reason) throws InterruptedException {
        Task task = run.task();
        LOG.info("Work on {} is stopped: {}", task.id(), reason);
        switch (reason) {
            case ABANDONED, CLAIM_LOST -> leases.leave(run.lease());
            case CANCELLED -> {
                claimEnds.current(task).map(Task::providerJobId).ifPresent(run.job()::discard);
                settle(run.lease(), LeaseEnd.of(Settlement.CANCELLED), task);
            }
            case SHUTDOWN -> {
                boolean rests = engagement.provider().worksInsideTheWorker();
                if (rests) {
                    settle(run.lease(), LeaseEnd.of(Settlement.NOT_SENT), task);
                } else {
                    leases.leave(run.lease());
                }
                claimEnds.release(task, Duration.ZERO, rests);
            }
            case DEADLINE -> {
                Optional<Task> now = claimEnds.currentUnderClaim(task);
                if (now.isEmpty()) {
                    leases.leave(run.lease());
                    return;
                }
                now.map(Task::providerJobId).ifPresent(run.job()::discard);
                settle(
                        run.lease(),
                        steps.fail(run.at(now.get()), overdue(), now.get().providerJobId() != null),
                        task);
            }
        }
    }

    private void settle(Lease lease, LeaseEnd end, Task task) throws InterruptedException {
        leases.settle(lease, end);
        claimEnds.slotFreed(Objects.requireNonNull(task.provider()));
    }

    private static ProviderFailure overdue() {
        return new ProviderFailure.DeadlinePassed("It did not end in the time that such work is given.");
    }
}
