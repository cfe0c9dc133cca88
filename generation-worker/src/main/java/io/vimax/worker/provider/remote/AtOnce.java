package io.vimax.worker.provider.remote;

import io.vimax.worker.asset.AssetException;
import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Outcome;
import io.vimax.worker.provider.Progress;
import io.vimax.worker.provider.ProgressListener;
import io.vimax.worker.provider.Submission;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.failure.ProviderFailure;
import io.vimax.worker.provider.port.Provider;
import io.vimax.worker.provider.wire.ResultHosts;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Work whose answer comes with the call. The call is made in {@link #submit}, once; its answer is on disk, and where the replicas
 * of other machines find it, before the worker is told of it, so that {@link #follow} finds it after a crash and never asks twice.
 */
public abstract class AtOnce<W extends Work> implements Provider<W> {

    private static final Logger LOG = LoggerFactory.getLogger(AtOnce.class);
    private static final String RESULT = "result";

    private final RemoteParts parts;

    protected AtOnce(RemoteParts parts) {
        this.parts = parts;
    }

    protected final RemoteParts parts() {
        return parts;
    }

    /** Makes the call. */
    protected abstract Reply ask(Job<W> job) throws InterruptedException;

    /** Where a result may lie that comes as a link. */
    protected abstract ResultHosts resultHosts(Job<W> job);

    @Override
    public final Submission submit(Job<W> job) throws InterruptedException {
        String jobId = UUID.randomUUID().toString();
        try {
            parts.folders().open(jobId);
        } catch (IOException e) {
            return new Submission.Refused(noRoom(e));
        }
        Reply reply;
        try {
            reply = ask(job);
        } catch (AssetException | UnusablePicture e) {
            reply = Reply.refused(new ProviderFailure.InputUnusable(String.valueOf(e.getMessage())));
        }
        return switch (reply) {
            case Reply.NotMade(var submission) -> {
                parts.folders().discard(jobId);
                yield submission;
            }
            case Reply.Made(var result) -> {
                keep(jobId, result);
                yield new Submission.Taken(jobId);
            }
        };
    }

    /** What cannot be kept was paid for all the same: {@link #follow} says that it is lost. */
    private void keep(String jobId, Result result) {
        try {
            AnswerFile.write(parts.folders(), jobId, result);
        } catch (IOException e) {
            LOG.error("The answer of job {} could not be written down: {}", jobId, e.toString());
        }
    }

    @Override
    public final Outcome follow(Job<W> job, String jobId, ProgressListener progress) throws InterruptedException {
        progress.on(new Progress("fetching the result", 2, 2, null));
        try {
            Optional<AnswerFile> answer = AnswerFile.read(parts.folders(), jobId);
            if (answer.isEmpty()) {
                return AnswerFile.lost();
            }
            Optional<Outcome> known = answer.get().outcome(parts.folders(), jobId);
            return known.isPresent()
                    ? known.get()
                    : parts.fetch(
                            Objects.requireNonNull(answer.get().link()),
                            resultHosts(job),
                            parts.folders().open(jobId).resolve(RESULT),
                            Objects.requireNonNull(answer.get().role()));
        } catch (IOException | JacksonException e) {
            LOG.error("The answer of job {} could not be read: {}", jobId, e.toString());
            return AnswerFile.lost();
        }
    }

    private static ProviderFailure noRoom(IOException e) {
        return new ProviderFailure.DiskFull("The folder for answers cannot be written: "
                + e.getClass().getSimpleName() + ". Make room and try again.");
    }

    @Override
    public final void discard(Job<W> job, String jobId) {
        parts.folders().discard(jobId);
    }

    /** A second call would be a second piece of work. */
    @Override
    public final boolean knowsRepeats() {
        return false;
    }

    @Override
    public final boolean worksInsideTheWorker() {
        return false;
    }
}
