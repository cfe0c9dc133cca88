package io.vimax.worker.provider.local;

import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Outcome;
import io.vimax.worker.provider.ProgressListener;
import io.vimax.worker.provider.Submission;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.port.Provider;
import java.nio.file.Path;

/** What the local ports have in common: everything but the engine. */
abstract class LocalProvider<W extends Work> implements Provider<W> {

    private final LocalJobs jobs;

    LocalProvider(LocalJobs jobs) {
        this.jobs = jobs;
    }

    /** Does the work in the given folder, which is empty. */
    abstract Made make(Job<W> job, Path folder, ProgressListener progress) throws Exception;

    @Override
    public final String name() {
        return "local";
    }

    @Override
    public final Submission submit(Job<W> job) throws InterruptedException {
        return jobs.accept(job.generationId());
    }

    @Override
    public final Outcome follow(Job<W> job, String jobId, ProgressListener progress) throws InterruptedException {
        return jobs.follow(jobId, folder -> make(job, folder, progress));
    }

    @Override
    public final void discard(Job<W> job, String jobId) {
        jobs.discard(jobId);
    }

    @Override
    public final boolean knowsRepeats() {
        return true;
    }

    @Override
    public final boolean worksInsideTheWorker() {
        return true;
    }
}
