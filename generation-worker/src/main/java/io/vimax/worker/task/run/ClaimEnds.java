package io.vimax.worker.task.run;

import io.vimax.worker.outage.Patience;
import io.vimax.worker.task.ClaimLost;
import io.vimax.worker.task.Task;
import io.vimax.worker.task.Tasks;
import io.vimax.worker.task.claim.Claims;
import io.vimax.worker.task.claim.Signal;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends claims whose work did not come to its own end. */
@Component
class ClaimEnds {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimEnds.class);

    /** After a fault of the database: time for it to come back, short enough to be hardly noticed. */
    private static final Duration REST = Duration.ofMillis(500);

    private final Tasks tasks;
    private final TaskEnds ends;
    private final Claims claims;
    private final Patience patience;

    ClaimEnds(Tasks tasks, TaskEnds ends, Claims claims, Patience patience) {
        this.tasks = tasks;
        this.ends = ends;
        this.claims = claims;
        this.patience = patience;
    }

    void fail(Task task, String code, String detail) throws InterruptedException {
        patience.insist(() -> ends.fail(task, code, detail, false, 0));
    }

    /** The task may have come further than the caller knows, but never into other hands. */
    void failInternally(Task task) {
        quietly(task, () -> {
            Task now = stillMine(task).orElseThrow(() -> new ClaimLost(task.id()));
            ends.fail(now, "internal-error", "Something went wrong on our side. Trying again may help.", true, 0);
        });
    }

    /** Leaves the task as it stands for whoever claims it next. */
    void putDown(Task task, boolean withLease) {
        quietly(task, () -> tasks.release(task, REST, "", withLease));
    }

    /** A write was refused before any signal came: either a person cancelled, or another worker has the task. */
    Stop.Reason whyLost(Task task) throws InterruptedException {
        return patience.insist(() -> claims.isCancelled(task.id())) ? Stop.Reason.CANCELLED : Stop.Reason.CLAIM_LOST;
    }

    void release(Task task, Duration wait, boolean withLease) {
        quietly(task, () -> {
            tasks.release(task, wait, "", withLease);
            claims.wakeAll(new Signal.Work());
        });
    }

    /** A stop came before there was a lease: only the claim is given back, unless it is as if the process had died. */
    void stoppedBeforeWork(Task task, Stop stop) {
        Thread.interrupted();
        if (stop.reason() == Stop.Reason.SHUTDOWN) {
            release(task, Duration.ZERO, false);
        } else if (stop.reason() == null) {
            putDown(task, false);
        }
    }

    /** Whoever has it now; only for looking. */
    Optional<Task> current(Task task) throws InterruptedException {
        return patience.insist(() -> tasks.find(task.id()));
    }

    /** How far the task has come under this claim; empty when it is in other hands. */
    Optional<Task> currentUnderClaim(Task task) throws InterruptedException {
        return patience.insist(() -> stillMine(task));
    }

    private Optional<Task> stillMine(Task task) {
        return tasks.find(task.id()).filter(found -> found.fence() == task.fence());
    }

    /** A hint: nothing is lost when it does not arrive. */
    void slotFreed(String provider) {
        try {
            claims.slotFreed(provider);
        } catch (RuntimeException e) {
            LOG.debug("The free slot of {} was not announced", provider, e);
        }
    }

    private void quietly(Task task, Runnable end) {
        try {
            patience.insist(() -> {
                end.run();
                return true;
            });
        } catch (ClaimLost e) {
            LOG.info("{}; another worker goes on", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The claim on {} could not be ended; its silence ends it", task.id(), e);
        } catch (InterruptedException e) {
            LOG.info("The claim on {} is left to its silence", task.id());
        }
    }
}
