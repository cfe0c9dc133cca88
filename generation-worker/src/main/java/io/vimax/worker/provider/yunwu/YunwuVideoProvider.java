package io.vimax.worker.provider.yunwu;

import io.vimax.worker.asset.AssetException;
import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Outcome;
import io.vimax.worker.provider.Product.Role;
import io.vimax.worker.provider.Progress;
import io.vimax.worker.provider.ProgressListener;
import io.vimax.worker.provider.ProviderFailure;
import io.vimax.worker.provider.Submission;
import io.vimax.worker.provider.VideoProvider;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.remote.Creation;
import io.vimax.worker.provider.remote.JobWatch;
import io.vimax.worker.provider.remote.Pictures.Picture;
import io.vimax.worker.provider.remote.RemoteParts;
import io.vimax.worker.provider.remote.UnusablePicture;
import io.vimax.worker.provider.wire.Endpoint;
import io.vimax.worker.provider.wire.StrictJson;
import io.vimax.worker.provider.wire.WireCall;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Clips by the relay's unified form: {@code POST /v1/video/create}, then {@code GET /v1/video/query?id=}. */
@Component
class YunwuVideoProvider implements VideoProvider {

    private static final String FILE = "clip.mp4";

    private final RemoteParts parts;
    private final JobWatch watch;
    private final YunwuProperties properties;

    YunwuVideoProvider(RemoteParts parts, JobWatch watch, YunwuProperties properties) {
        this.parts = parts;
        this.watch = watch;
        this.properties = properties;
    }

    @Override
    public String name() {
        return "yunwu";
    }

    @Override
    public Optional<String> objectionTo(String model, Work.Video video) {
        return ClipModel.named(properties.gatewayModel(model))
                .map(known -> known.objectionTo(video))
                .orElseGet(() -> Optional.of(
                        "Nobody told this worker what the relay's clip model " + model + " takes, so it is not used."));
    }

    @Override
    public Submission submit(Job<Work.Video> job) throws InterruptedException {
        ObjectNode body;
        try {
            body = body(job);
        } catch (AssetException | UnusablePicture e) {
            return new Submission.Refused(new ProviderFailure.InputUnusable(String.valueOf(e.getMessage())));
        }
        Endpoint endpoint = properties.endpoint(job.credentials());
        WireCall call = WireCall.post(
                endpoint,
                endpoint.root() + "/v1/video/create",
                body,
                job.generationId(),
                parts.properties().longestCreate());
        return Creation.read(
                parts.client().send(call), RelayFailures.TABLE, answer -> StrictJson.text(answer, "id", "task_id"));
    }

    private ObjectNode body(Job<Work.Video> job) {
        Work.Video video = job.work();
        String model = properties.gatewayModel(job.model());
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("model", model)
                .put("prompt", video.prompt())
                // Translates what is not English, which the upstream models want.
                .put("enhance_prompt", true)
                .put("enable_upsample", true);
        ArrayNode images = body.putArray("images");
        if (video.keyframeAssetId() != null) {
            parts.pictures().of(List.of(video.keyframeAssetId()), job.ownerId()).stream()
                    .map(Picture::dataUri)
                    .forEach(images::add);
        }
        ClipModel.named(model).flatMap(known -> known.shape(video)).ifPresent(shape -> body.put("aspect_ratio", shape));
        return body;
    }

    @Override
    public Outcome follow(Job<Work.Video> job, String jobId, ProgressListener progress) throws InterruptedException {
        Endpoint endpoint = properties.endpoint(job.credentials());
        // The id has a colon in it, and may have anything else.
        String address = endpoint.root() + "/v1/video/query?id=" + URLEncoder.encode(jobId, StandardCharsets.UTF_8);
        WireCall question = WireCall.get(
                endpoint, address, job.generationId(), parts.properties().longestPoll());
        return switch (watch.watch(question, UnifiedView::read, progress)) {
            case JobWatch.End.Broke(var detail) -> new Outcome.Failed(new ProviderFailure.JobBroke(detail));
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
                    link,
                    properties.resultHosts(job.credentials()),
                    parts.folders().open(jobId).resolve(FILE),
                    Role.CLIP);
        } catch (IOException e) {
            return new Outcome.Failed(
                    new ProviderFailure.DiskFull("The folder for results cannot be written. Make room and try again."));
        }
    }

    /** The relay has no call to stop a job. */
    @Override
    public void discard(Job<Work.Video> job, String jobId) {
        parts.folders().discard(jobId);
    }

    @Override
    public boolean knowsRepeats() {
        return false;
    }

    @Override
    public boolean worksInsideTheWorker() {
        return false;
    }
}
