package io.vimax.worker.provider.ark;

import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Progress;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.remote.ClipWire;
import io.vimax.worker.provider.remote.JobState;
import io.vimax.worker.provider.remote.Pictures.Picture;
import io.vimax.worker.provider.remote.RemoteParts;
import io.vimax.worker.provider.remote.Shapes;
import io.vimax.worker.provider.remote.View;
import io.vimax.worker.provider.wire.Endpoint;
import io.vimax.worker.provider.wire.StrictJson;
import io.vimax.worker.provider.wire.WireCall;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Clips by {@code POST .../contents/generations/tasks}, at Ark itself or at a relay that passes it through. */
public final class Seedance implements ClipWire {

    private static final String TASKS = "/contents/generations/tasks";
    private static final int LONGEST_REASON = 300;

    private final RemoteParts parts;
    private final String prefix;
    private final boolean watermark;

    /**
     * @param prefix of the protocol's paths, such as {@code /api/v3}
     * @param watermark whether the provider marks its clips as made by a machine
     */
    public Seedance(RemoteParts parts, String prefix, boolean watermark) {
        this.parts = parts;
        this.prefix = prefix;
        this.watermark = watermark;
    }

    @Override
    public Optional<String> objectionTo(String model, Work.Video video) {
        return SeedanceModel.named(model)
                .map(known -> known.objectionTo(model, video))
                .orElseGet(() -> Optional.of(
                        "Nobody told this worker what the clip model " + model + " takes, so it is not used."));
    }

    @Override
    public WireCall begin(Job<Work.Video> job, Endpoint endpoint, String model) {
        Work.Video video = job.work();
        SeedanceModel known =
                SeedanceModel.named(model).orElseThrow(() -> new IllegalStateException("objected to before: " + model));
        String shape =
                Shapes.of(video.width(), video.height(), SeedanceModel.SHAPES).orElse("16:9");
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", model);
        ArrayNode content = body.putArray("content");
        String words = video.prompt();
        if (known.settingsInWords()) {
            words += " --rs %s --rt %s --dur %d --wm %s"
                    .formatted(known.resolution(video), shape, known.seconds(video), watermark);
        } else {
            body.put("resolution", known.resolution(video))
                    .put("ratio", shape)
                    .put("duration", known.seconds(video))
                    .put("watermark", watermark);
        }
        content.addObject().put("type", "text").put("text", words);
        if (video.keyframeAssetId() != null) {
            for (Picture picture : parts.pictures().of(List.of(video.keyframeAssetId()), job.ownerId())) {
                ObjectNode part = content.addObject().put("type", "image_url").put("role", "first_frame");
                part.putObject("image_url").put("url", picture.dataUri());
            }
        }
        return WireCall.post(
                endpoint,
                endpoint.root() + prefix + TASKS,
                body,
                job.generationId(),
                parts.properties().longestCreate());
    }

    @Override
    public String idOf(JsonNode answer) {
        return StrictJson.text(answer, "id");
    }

    @Override
    public WireCall question(Job<Work.Video> job, Endpoint endpoint, String jobId) {
        return WireCall.get(
                endpoint,
                endpoint.root() + prefix + TASKS + "/" + URLEncoder.encode(jobId, StandardCharsets.UTF_8),
                job.generationId(),
                parts.properties().longestPoll());
    }

    @Override
    public View view(JsonNode answer) {
        String word = StrictJson.text(answer, "status");
        return switch (JobState.of(word)) {
            case QUEUED -> new View.Waiting(new Progress("waiting at the provider", 1, 2, null));
            case RUNNING -> new View.Waiting(new Progress("filming", 2, 2, null));
            case SUCCEEDED -> {
                String link = StrictJson.text(answer, "content.video_url");
                yield link.isEmpty() ? new View.ReadyWithoutLink() : new View.Ready(link);
            }
            case FAILED ->
                failed(word, StrictJson.text(answer, "error.code"), StrictJson.text(answer, "error.message"));
            case UNKNOWN -> new View.Unheard(word);
        };
    }

    private static View failed(String word, String code, String message) {
        String bare = message.replaceAll("\\s+", " ").replaceFirst("[.。]+$", "").strip();
        String reason = bare.isEmpty() ? "it gives no reason (" + word + ")" : bare;
        String shown = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
        return code.toLowerCase(Locale.ROOT).contains("sensitivecontent")
                ? new View.Rejected("The provider refuses what the clip shows: " + shown + ".")
                : new View.Broke("The provider could not make the clip: " + shown + ".");
    }
}
