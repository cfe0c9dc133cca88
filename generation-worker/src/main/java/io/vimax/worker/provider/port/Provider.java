package io.vimax.worker.provider.port;

import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Outcome;
import io.vimax.worker.provider.ProgressListener;
import io.vimax.worker.provider.Submission;
import io.vimax.worker.provider.Work;
import java.util.Optional;

/**
 * One provider's way to do one kind of work. The worker commits what it is about to do before it calls {@link #submit}, and the
 * job id before it calls {@link #follow}; after a crash it goes on with {@link #follow} alone.
 */
public interface Provider<W extends Work> {

    /** The provider's name as requests give it, such as {@code local}. */
    String name();

    /**
     * Why this model cannot do this work, in words for people; empty if nothing speaks against it. Asked before a key is lent, so
     * it calls nobody.
     */
    default Optional<String> objectionTo(String model, W work) {
        return Optional.empty();
    }

    /** Asks for the work; returns as soon as the provider has taken or refused it. */
    Submission submit(Job<W> job) throws InterruptedException;

    /**
     * Waits until a job that was taken is over. May be called again for the same job, by any worker, also for one that is over.
     *
     * @throws InterruptedException if the waiting was stopped; the job itself is as it was
     */
    Outcome follow(Job<W> job, String jobId, ProgressListener progress) throws InterruptedException;

    /** Stops a job and forgets what it left; harmless for one that is over or was never known. */
    void discard(Job<W> job, String jobId);

    /** Whether asking twice for the same generation makes one job: then a submission of unknown fate is simply repeated. */
    boolean knowsRepeats();

    /** Whether a job rests when its worker stops, so that the lease may go too; otherwise the lease stays with the job. */
    boolean worksInsideTheWorker();
}
