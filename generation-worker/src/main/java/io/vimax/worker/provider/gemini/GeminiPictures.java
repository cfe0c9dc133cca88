package io.vimax.worker.provider.gemini;

import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.remote.FailureTable;
import io.vimax.worker.provider.remote.Pictures.Picture;
import io.vimax.worker.provider.remote.RemoteParts;
import io.vimax.worker.provider.remote.Reply;
import io.vimax.worker.provider.remote.Result;
import io.vimax.worker.provider.remote.Shapes;
import io.vimax.worker.provider.wire.Endpoint;
import io.vimax.worker.provider.wire.StrictJson;
import io.vimax.worker.provider.wire.WireCall;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keyframes by {@code generateContent}. References come first, the words last. A model of words and pictures may answer with words
 * alone, and with status 200 when it refuses; of several pictures the last one is the finished one.
 */
public final class GeminiPictures {

    private static final List<String> SHAPES =
            List.of("1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3", "5:4", "4:5", "21:9");

    /** The 2.5 models take three references, those after them fourteen (ai.google.dev/gemini-api/docs/image-generation). */
    private static final int FEW_REFERENCES = 3;

    private static final int MANY_REFERENCES = 14;

    private static final List<String> REFUSALS = List.of(
            "SAFETY",
            "PROHIBITED_CONTENT",
            "BLOCKLIST",
            "SPII",
            "RECITATION",
            "IMAGE_SAFETY",
            "IMAGE_PROHIBITED_CONTENT",
            "IMAGE_RECITATION");

    private final RemoteParts parts;
    private final FailureTable failures;

    public GeminiPictures(RemoteParts parts, FailureTable failures) {
        this.parts = parts;
        this.failures = failures;
    }

    public static Optional<String> objectionTo(String model, Work.Image image) {
        int most = model.contains("2.5") || model.contains("2.0") ? FEW_REFERENCES : MANY_REFERENCES;
        int references = image.referenceAssetIds().size();
        if (references > most) {
            return Optional.of(
                    model + " takes at most " + most + " reference pictures, and there are " + references + ".");
        }
        return Shapes.of(image.width(), image.height(), SHAPES).isPresent()
                ? Optional.empty()
                : Optional.of(Shapes.objection(model, image.width(), image.height(), SHAPES));
    }

    public Reply draw(Job<Work.Image> job, Endpoint endpoint, String model) throws InterruptedException {
        Work.Image image = job.work();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode content =
                body.putArray("contents").addObject().put("role", "user").putArray("parts");
        for (Picture picture : parts.pictures().of(image.referenceAssetIds(), job.ownerId())) {
            content.addObject()
                    .putObject("inlineData")
                    .put("mimeType", picture.type().mime())
                    .put("data", picture.base64());
        }
        content.addObject().put("text", image.prompt());
        ObjectNode settings = body.putObject("generationConfig");
        settings.putArray("responseModalities").add("TEXT").add("IMAGE");
        Shapes.of(image.width(), image.height(), SHAPES)
                .ifPresent(shape -> settings.putObject("imageConfig").put("aspectRatio", shape));
        String address = endpoint.root() + "/v1beta/models/" + URLEncoder.encode(model, StandardCharsets.UTF_8)
                + ":generateContent";
        return Reply.ofJson(
                parts.client()
                        .send(WireCall.post(
                                endpoint,
                                address,
                                body,
                                job.generationId(),
                                parts.properties().longestWork())),
                failures,
                GeminiPictures::read);
    }

    private static Optional<Result> read(JsonNode body) {
        String blocked = StrictJson.text(body, "promptFeedback.blockReason");
        if (!blocked.isEmpty()) {
            return Optional.of(new Result.Rejected("The model refuses this description (" + blocked + ")."));
        }
        if (!body.path("candidates").isArray()) {
            return Optional.empty();
        }
        JsonNode candidate = body.path("candidates").path(0);
        String picture = "";
        var words = new StringBuilder();
        for (JsonNode part : candidate.path("content").path("parts")) {
            String data = StrictJson.text(part, "inlineData.data", "inline_data.data");
            picture = data.isEmpty() ? picture : data;
            words.append(StrictJson.text(part, "text")).append(' ');
        }
        if (!picture.isEmpty()) {
            return Optional.of(Result.picture(picture));
        }
        String reason = StrictJson.text(candidate, "finishReason");
        if (REFUSALS.contains(reason)) {
            return Optional.of(new Result.Rejected("The model refuses to draw this (" + reason + ")."));
        }
        String said = words.toString().strip();
        return Optional.of(new Result.Broke("The model answered without a picture"
                + (said.isEmpty() ? "." : ": " + said.substring(0, Math.min(200, said.length())))));
    }
}
