package io.vimax.worker.provider.remote;

import io.vimax.worker.asset.AssetException;
import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Outcome;
import io.vimax.worker.provider.Product.Role;
import io.vimax.worker.provider.Progress;
import io.vimax.worker.provider.ProgressListener;
import io.vimax.worker.provider.Submission;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.failure.ProviderFailure;
import io.vimax.worker.provider.port.VideoProvider;
import io.vimax.worker.provider.wire.Endpoint;
import io.vimax.worker.provider.wire.ResultHosts;
import io.vimax.worker.provider.wire.WireCall;
import java.io.IOException;
import java.util.Optional;

/** Clips that are begun by one call and asked about until they are there. */
public abstract class ClipJobs implements VideoProvider {

    private static final String FILE = "clip.mp4";

    private final RemoteParts parts;
    private final JobWatch watch;
    private final FailureTable failures;

    protected ClipJobs(RemoteParts parts, JobWatch watch, FailureTable failures) {
        this.parts = parts;
        this.watch = watch;
        this.failures = failures;
    }

    protected abstract Endpoint endpoint(Job<Work.Video> job);

    protected abstract ResultHosts resultHosts(Job<Work.Video> job);

    /** The provider's name of a model. */
    protected String gatewayModel(String model) {
        return model;
    }

    /** The protocol of a model, by the provider's name of it. */
    protected abstract ClipWire wire(String model);

    @Override
    public final Optional<String> objectionTo(String model, Work.Video video) {
        String known = gatewayModel(model);
        return wire(known).objectionTo(known, video);
    }

    @Override
    public final Submission submit(Job<Work.Video> job) throws InterruptedException {
        String model = gatewayModel(job.model());
        ClipWire wire = wire(model);
        WireCall call;
        try {
            call = wire.begin(job, endpoint(job), model);
        } catch (AssetException | UnusablePicture e) {
            return new Submission.Refused(new ProviderFailure.InputUnusable(String.valueOf(e.getMessage())));
        }
        return Creation.read(parts.client().send(call), failures, wire::idOf);
    }

    @Override
    public final Outcome follow(Job<Work.Video> job, String jobId, ProgressListener progress)
            throws InterruptedException {
        ClipWire wire = wire(gatewayModel(job.model()));
        WireCall question = wire.question(job, endpoint(job), jobId);
        return switch (watch.watch(question, wire::view, progress)) {
            case JobWatch.End.Broke(var detail, var maybeMade) ->
                new Outcome.Failed(new ProviderFailure.JobBroke(detail), maybeMade);
            case JobWatch.End.Rejected(var detail) -> new Outcome.Failed(new ProviderFailure.ContentRejected(detail));
            case JobWatch.End.Ready(var link) -> {
                progress.on(new Progress("fetching the clip", 2, 2, 1.0));
                yield fetch(job, jobId, link);
            }
        };
    }

    private Outcome fetch(Job<Work.Video> job, String jobId, String link) throws InterruptedException {
        try {
            return parts.fetch(
                    link, resultHosts(job), parts.folders().open(jobId).resolve(FILE), Role.CLIP);
        } catch (IOException e) {
            return new Outcome.Failed(
                    new ProviderFailure.DiskFull("The folder for results cannot be written. Make room and try again."),
                    true);
        }
    }

    /** What runs is paid for, so only what lies here is thrown away. */
    @Override
    public final void discard(Job<Work.Video> job, String jobId) {
        parts.folders().discard(jobId);
    }

    @Override
    public final boolean knowsRepeats() {
        return false;
    }

    @Override
    public final boolean worksInsideTheWorker() {
        return false;
    }
}
