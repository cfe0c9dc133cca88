package io.vimax.worker.provider.port;

import io.vimax.worker.provider.Credentials;
import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Outcome;
import io.vimax.worker.provider.ProgressListener;
import io.vimax.worker.provider.Submission;
import io.vimax.worker.provider.Work;
import java.util.Optional;
import java.util.UUID;

/** A provider and the work it is to do; keeps the two of one kind, so that callers need not know which. */
public record Engagement<W extends Work>(Provider<W> provider, W work) {

    /** Why this model cannot do the work, in words for people; empty if nothing speaks against it. */
    public Optional<String> objectionTo(String model) {
        return provider.objectionTo(model, work);
    }

    /** The work as a job that can be submitted, followed and discarded. */
    public Assignment assign(UUID generationId, UUID episodeId, UUID ownerId, String model, Credentials credentials) {
        return new Bound<>(provider, new Job<>(generationId, episodeId, ownerId, model, work, credentials));
    }

    /** A job with its provider. */
    public interface Assignment {
        Submission submit() throws InterruptedException;

        Outcome follow(String jobId, ProgressListener progress) throws InterruptedException;

        void discard(String jobId);
    }

    private record Bound<W extends Work>(Provider<W> provider, Job<W> job) implements Assignment {
        @Override
        public Submission submit() throws InterruptedException {
            return provider.submit(job);
        }

        @Override
        public Outcome follow(String jobId, ProgressListener progress) throws InterruptedException {
            return provider.follow(job, jobId, progress);
        }

        @Override
        public void discard(String jobId) {
            provider.discard(job, jobId);
        }
    }
}
