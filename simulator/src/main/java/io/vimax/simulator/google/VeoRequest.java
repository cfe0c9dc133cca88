package io.vimax.simulator.google;

import io.vimax.simulator.desk.Call;
import io.vimax.simulator.desk.CallRefused;
import io.vimax.simulator.desk.ImageReferences;
import io.vimax.simulator.desk.Json;
import io.vimax.simulator.job.Order;
import io.vimax.simulator.media.FrameSize;
import io.vimax.simulator.media.MediaStyle;
import io.vimax.simulator.model.ModelCard;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads {@code instances} and {@code parameters} of predictLongRunning. */
final class VeoRequest {

    private static final int USUAL_SECONDS = 8;

    private VeoRequest() {}

    static Order read(Call call, ModelCard model) {
        JsonNode body = call.json();
        JsonNode instances = body.path("instances");
        if (!instances.isArray() || instances.size() != 1) {
            throw CallRefused.unacceptable("instances", "Exactly one instance is supported");
        }
        JsonNode instance = instances.get(0);
        var images = new ArrayList<byte[]>();
        boolean first = add(images, instance.path("image"), "instances[0].image");
        boolean last = add(images, instance.path("lastFrame"), "instances[0].lastFrame");
        if (last && !first) {
            throw CallRefused.unacceptable("instances[0].lastFrame", "lastFrame needs image beside it");
        }
        int references = 0;
        for (JsonNode reference : instance.path("referenceImages")) {
            if (!"asset".equals(Json.required(reference, "referenceType"))) {
                throw CallRefused.unacceptable(
                        "instances[0].referenceImages.referenceType", "referenceType must be asset");
            }
            if (!add(images, reference.path("image"), "instances[0].referenceImages.image")) {
                throw CallRefused.unacceptable("instances[0].referenceImages.image", "image is required");
            }
            references++;
        }
        if (references > 0 && first) {
            throw CallRefused.unacceptable(
                    "instances[0].referenceImages", "referenceImages cannot be mixed with frames");
        }
        if (images.size() > model.mostImages()) {
            throw CallRefused.unacceptable(
                    "instances[0]", model.name() + " takes at most " + model.mostImages() + " images");
        }
        String prompt = first ? Json.string(instance, "prompt").orElse("") : Json.required(instance, "prompt");
        JsonNode parameters = body.path("parameters");
        FrameSize size = size(parameters, model);
        int seconds = seconds(parameters, model, size, references);
        int samples = Json.integer(parameters, "sampleCount").orElse(1);
        if (samples != 1) {
            throw CallRefused.unacceptable("parameters.sampleCount", "sampleCount must be 1");
        }
        List<byte[]> kept = call.desk().media().style() == MediaStyle.DRAWN ? List.copyOf(images) : List.of();
        return new Order(model, prompt, size, seconds, images.size(), kept, null);
    }

    /** Whether there was a picture. */
    private static boolean add(List<byte[]> images, JsonNode image, String field) {
        if (image.isMissingNode() || image.isNull()) {
            return false;
        }
        JsonNode inline = image.path("inlineData");
        JsonNode holder = inline.isObject() ? inline : image;
        String data = inline.isObject() ? "data" : "bytesBase64Encoded";
        Json.required(holder, "mimeType");
        images.add(ImageReferences.decode(field, Json.required(holder, data)));
        return true;
    }

    private static FrameSize size(JsonNode parameters, ModelCard model) {
        String ratio = Json.string(parameters, "aspectRatio").orElse("16:9");
        if (!model.ratios().contains(ratio)) {
            throw CallRefused.unacceptable("parameters.aspectRatio", "aspectRatio must be one of " + model.ratios());
        }
        FrameSize wide = switch (Json.string(parameters, "resolution").orElse("720p")) {
            case "720p" -> new FrameSize(1280, 720);
            case "1080p" -> new FrameSize(1920, 1080);
            default -> throw CallRefused.unacceptable("parameters.resolution", "resolution must be 720p or 1080p");
        };
        return ratio.equals("9:16") ? wide.turned() : wide;
    }

    /** The samples of the documents write the length as a text, the SDKs as a number; both are taken. */
    private static int seconds(JsonNode parameters, ModelCard model, FrameSize size, int references) {
        String text = parameters.path("durationSeconds").asString(String.valueOf(USUAL_SECONDS));
        if (!text.matches("\\d{1,2}") || !model.seconds().contains(Integer.parseInt(text))) {
            throw CallRefused.unacceptable(
                    "parameters.durationSeconds", "durationSeconds must be one of " + model.seconds());
        }
        int seconds = Integer.parseInt(text);
        boolean large = Math.min(size.width(), size.height()) > 720;
        if (seconds != USUAL_SECONDS && (large || references > 0)) {
            throw CallRefused.unacceptable(
                    "parameters.durationSeconds", "durationSeconds must be 8 with 1080p or reference images");
        }
        return seconds;
    }
}
