package io.vimax.worker.task;

import io.vimax.worker.progress.Subject;
import io.vimax.worker.provider.Outcome;
import io.vimax.worker.provider.Work;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work as its row stands.
 *
 * @param subject what it is and whose
 * @param priority 0 interactive, 1 normal, 2 batch
 * @param inputHash SHA-256 of the inputs as the request named it
 * @param estimatedCostMicros what the request expected it to cost, in millionths of a US dollar
 * @param fence grows with every claim
 * @param claimedBy the instance that works on it
 * @param attempt attempts that reached the provider
 * @param providerJobId how the provider names the job
 * @param held the lease that goes with the job
 * @param excludedKeys keys that did not work for it
 * @param progress highest share that was reported, 0 to 1
 * @param trace W3C traceparent of the event that brought it
 * @param version grows with every change and every report
 * @param startedAt when the first attempt began
 */
public record Task(
        Subject subject,
        int priority,
        String provider,
        Work work,
        String inputHash,
        long estimatedCostMicros,
        TaskState state,
        long fence,
        @Nullable String claimedBy,
        int attempt,
        @Nullable String providerJobId,
        @Nullable HeldLease held,
        List<String> excludedKeys,
        double progress,
        @Nullable String trace,
        long version,
        Instant createdAt,
        @Nullable Instant startedAt) {

    /** The lease that a task was submitted with; it sticks to the provider's job. */
    public record HeldLease(UUID leaseId, @Nullable String keyId) {}

    public UUID id() {
        return subject.generationId();
    }

    /** Few providers say what a job did cost; where one does not, it is what the request expected. */
    public long costOf(Outcome.Done done) {
        Long told = done.costMicros();
        return told == null ? estimatedCostMicros : told;
    }

    /** Work that one limit may hold back, without holding back any other. */
    public String lane() {
        return provider + "/" + subject.model();
    }

    /**
     * The only way from one state to another.
     *
     * @throws IllegalStateException if the table does not know the step
     */
    TaskState become(TaskState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException("Task " + id() + " cannot go from " + state + " to " + next);
        }
        return next;
    }
}
