package io.vimax.worker.provider.google;

import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Progress;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.remote.ClipWire;
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
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST models/{model}:predictLongRunning}, then the operation that it names until it is done. */
final class VeoClips implements ClipWire {

    private static final List<String> SHAPES = List.of("16:9", "9:16");
    private static final int[] SECONDS = {4, 6, 8};
    private static final int LONGEST = 8;
    private static final int USUAL_LINES = 720;
    private static final double MS = 1_000;

    /** Part of an address as it is, so it is nothing but a name. */
    private static final Pattern OPERATION = Pattern.compile("models/[A-Za-z0-9._-]+/operations/[A-Za-z0-9_-]+");

    private final RemoteParts parts;

    VeoClips(RemoteParts parts) {
        this.parts = parts;
    }

    @Override
    public Optional<String> objectionTo(String model, Work.Video video) {
        if (!model.startsWith("veo-3")) {
            return Optional.of("Of Google's clip models those of Veo 3 can be used, and " + model + " is none.");
        }
        if (!video.characters().isEmpty()) {
            return Optional.of(model + " takes no pictures of characters beside the shot's keyframe.");
        }
        if (Shapes.of(video.width(), video.height(), SHAPES).isEmpty()) {
            return Optional.of(Shapes.objection(model, video.width(), video.height(), SHAPES));
        }
        return video.durationMs() > LONGEST * MS
                ? Optional.of(
                        "%s makes clips of at most %d s, and the shot lasts %.1f s. Split the shot or choose another model."
                                .formatted(model, LONGEST, video.durationMs() / MS))
                : Optional.empty();
    }

    @Override
    public WireCall begin(Job<Work.Video> job, Endpoint endpoint, String model) {
        Work.Video video = job.work();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode instance = body.putArray("instances").addObject().put("prompt", video.prompt());
        if (video.keyframeAssetId() != null) {
            for (Picture picture : parts.pictures().of(List.of(video.keyframeAssetId()), job.ownerId())) {
                instance.putObject("image")
                        .put("bytesBase64Encoded", picture.base64())
                        .put("mimeType", picture.type().mime());
            }
        }
        boolean fine = Math.min(video.width(), video.height()) > USUAL_LINES;
        body.putObject("parameters")
                .put(
                        "aspectRatio",
                        Shapes.of(video.width(), video.height(), SHAPES).orElse("16:9"))
                .put("resolution", fine ? "1080p" : "720p")
                .put("durationSeconds", fine ? LONGEST : seconds(video));
        return WireCall.post(
                endpoint,
                endpoint.root() + "/v1beta/models/" + URLEncoder.encode(model, StandardCharsets.UTF_8)
                        + ":predictLongRunning",
                body,
                job.generationId(),
                parts.properties().longestCreate());
    }

    /** The shortest that covers the shot; the finer resolution has only the longest. */
    private static int seconds(Work.Video video) {
        for (int seconds : SECONDS) {
            if (video.durationMs() <= seconds * MS) {
                return seconds;
            }
        }
        return LONGEST;
    }

    @Override
    public String idOf(JsonNode answer) {
        String name = StrictJson.text(answer, "name");
        return OPERATION.matcher(name).matches() ? name : "";
    }

    @Override
    public WireCall question(Job<Work.Video> job, Endpoint endpoint, String jobId) {
        return WireCall.get(
                endpoint,
                endpoint.root() + "/v1beta/" + jobId,
                job.generationId(),
                parts.properties().longestPoll());
    }

    /** An operation has no state but done. */
    @Override
    public View view(JsonNode answer) {
        if (!answer.path("done").asBoolean(false)) {
            return new View.Waiting(new Progress("filming", 1, 2, null));
        }
        String error = StrictJson.text(answer, "error.message");
        if (!error.isEmpty()) {
            return new View.Broke("The provider could not make the clip: " + error.replaceFirst("[.]+$", "") + ".");
        }
        JsonNode response = answer.path("response").path("generateVideoResponse");
        String filtered = StrictJson.text(response, "raiMediaFilteredReasons.0");
        if (!filtered.isEmpty()) {
            return new View.Rejected(
                    "The provider refuses what the clip shows: " + filtered.replaceFirst("[.]+$", "") + ".");
        }
        String link = StrictJson.text(response, "generatedSamples.0.video.uri");
        return link.isEmpty() ? new View.ReadyWithoutLink() : new View.Ready(link);
    }
}
