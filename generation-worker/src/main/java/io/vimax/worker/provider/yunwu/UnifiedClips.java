package io.vimax.worker.provider.yunwu;

import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.remote.ClipWire;
import io.vimax.worker.provider.remote.Pictures.Picture;
import io.vimax.worker.provider.remote.RemoteParts;
import io.vimax.worker.provider.remote.View;
import io.vimax.worker.provider.wire.Endpoint;
import io.vimax.worker.provider.wire.StrictJson;
import io.vimax.worker.provider.wire.WireCall;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The relay's unified form: {@code POST /v1/video/create}, then {@code GET /v1/video/query?id=}. */
final class UnifiedClips implements ClipWire {

    private final RemoteParts parts;

    UnifiedClips(RemoteParts parts) {
        this.parts = parts;
    }

    @Override
    public Optional<String> objectionTo(String model, Work.Video video) {
        return ClipModel.named(model)
                .map(known -> known.objectionTo(video))
                .orElseGet(() -> Optional.of(
                        "Nobody told this worker what the relay's clip model " + model + " takes, so it is not used."));
    }

    @Override
    public WireCall begin(Job<Work.Video> job, Endpoint endpoint, String model) {
        Work.Video video = job.work();
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("model", model)
                .put("prompt", video.prompt())
                // Translates what is not English, which the upstream models want.
                .put("enhance_prompt", true)
                .put("enable_upsample", true);
        ArrayNode images = body.putArray("images");
        List<UUID> pictures =
                ClipModel.named(model).map(known -> known.pictures(video)).orElseGet(List::of);
        parts.pictures().of(pictures, job.ownerId()).stream()
                .map(Picture::dataUri)
                .forEach(images::add);
        ClipModel.named(model).flatMap(known -> known.shape(video)).ifPresent(shape -> body.put("aspect_ratio", shape));
        return WireCall.post(
                endpoint,
                endpoint.root() + "/v1/video/create",
                body,
                job.generationId(),
                parts.properties().longestCreate());
    }

    @Override
    public String idOf(JsonNode answer) {
        return StrictJson.text(answer, "id", "task_id");
    }

    /** Always by the id of the creation, which has a colon in it and may have anything else. */
    @Override
    public WireCall question(Job<Work.Video> job, Endpoint endpoint, String jobId) {
        return WireCall.get(
                endpoint,
                endpoint.root() + "/v1/video/query?id=" + URLEncoder.encode(jobId, StandardCharsets.UTF_8),
                job.generationId(),
                parts.properties().longestPoll());
    }

    @Override
    public View view(JsonNode answer) {
        return UnifiedView.read(answer);
    }
}
