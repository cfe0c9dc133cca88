package io.vimax.worker.task.run;

import io.vimax.worker.lease.Lease;
import io.vimax.worker.lease.LeaseAnswer;
import io.vimax.worker.lease.LeaseEnd;
import io.vimax.worker.lease.LeaseWish;
import io.vimax.worker.lease.Leases;
import io.vimax.worker.outage.Patience;
import io.vimax.worker.task.Task;
import io.vimax.worker.task.TaskNews;
import io.vimax.worker.task.Tasks;
import io.vimax.worker.task.claim.Lanes;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gets a task the lease that it needs, or puts it back until one may be had. */
@Component
class TaskLeases {

    /**
     * What the pool says about a slot in flight is when a lease ends by itself; most are given back long before, and a worker
     * elsewhere may have missed the signal.
     */
    private static final Duration LONGEST_WAIT_FOR_A_SLOT = Duration.ofSeconds(2);

    /** A person who adds a key wants to see it used. */
    private static final Duration LONGEST_WAIT_FOR_A_KEY = Duration.ofSeconds(5);

    private final Leases leases;
    private final Tasks tasks;
    private final Lanes lanes;
    private final TaskNews news;
    private final Patience patience;

    TaskLeases(Leases leases, Tasks tasks, Lanes lanes, TaskNews news, Patience patience) {
        this.leases = leases;
        this.tasks = tasks;
        this.lanes = lanes;
        this.news = news;
        this.patience = patience;
    }

    /** What came of asking. */
    sealed interface Answer {
        record Held(Lease lease) implements Answer {}

        /** The claim is given back; the task waits. */
        record PutBack() implements Answer {}

        record Hopeless(String detail) implements Answer {}
    }

    Answer obtain(Task task) throws InterruptedException {
        Task.HeldLease former = task.held();
        var wish = new LeaseWish(
                former == null ? UUID.randomUUID() : former.leaseId(),
                task.provider(),
                task.subject().model(),
                task.id(),
                task.subject().userId(),
                String.valueOf(task.claimedBy()),
                task.excludedKeys(),
                former == null ? null : former.keyId());
        return switch (former == null ? leases.acquire(wish) : leases.resume(wish)) {
            case LeaseAnswer.Granted(var lease) -> new Answer.Held(lease);
            case LeaseAnswer.Refused(var reason, var retryAfter, var _) -> {
                Duration wait = shorter(retryAfter, longestWait(reason));
                lanes.close(task.lane(), wait);
                putBack(task, wait, reason);
                yield new Answer.PutBack();
            }
            case LeaseAnswer.PoolAway(var retryAfter) -> {
                lanes.closeAll(retryAfter);
                putBack(task, retryAfter, "pool_away");
                yield new Answer.PutBack();
            }
            case LeaseAnswer.UnknownService(var detail) -> new Answer.Hopeless(detail);
        };
    }

    void settle(Lease lease, LeaseEnd end) throws InterruptedException {
        leases.settle(lease, end);
    }

    void leave(Lease lease) {
        leases.leave(lease);
    }

    private void putBack(Task task, Duration wait, String reason) throws InterruptedException {
        patience.insist(() -> {
            tasks.release(task, wait, reason, false);
            return true;
        });
        news.of(task, "waiting for a key");
    }

    /** Limits of time are waited out exactly; what others can end at any moment is asked for again sooner. */
    private static Duration longestWait(String reason) {
        return switch (reason) {
            case "in_flight" -> LONGEST_WAIT_FOR_A_SLOT;
            case "no_key" -> LONGEST_WAIT_FOR_A_KEY;
            default -> Duration.ofDays(1);
        };
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
