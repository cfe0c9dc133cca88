package io.vimax.simulator.yunwu;

import io.vimax.simulator.desk.Call;
import io.vimax.simulator.desk.CallRefused;
import io.vimax.simulator.desk.ImageReferences;
import io.vimax.simulator.desk.Json;
import io.vimax.simulator.http.Reply;
import io.vimax.simulator.job.Order;
import io.vimax.simulator.media.FrameSize;
import io.vimax.simulator.media.MediaStyle;
import io.vimax.simulator.model.ModelCard;
import io.vimax.simulator.model.WorkKind;
import io.vimax.simulator.scenario.Operation;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code POST /v1/video/create} and {@code GET /v1/video/query?id=}. */
final class UnifiedVideo {

    /** The clips of the Veo family behind the relay have one length. */
    private static final int SECONDS = 8;

    private static final FrameSize WIDE = new FrameSize(1280, 720);

    private UnifiedVideo() {}

    static Reply create(Call call) throws InterruptedException {
        call.caller();
        JsonNode body = call.json();
        ModelCard model = call.model(Json.required(body, "model"), WorkKind.VIDEO);
        String prompt = Json.required(body, "prompt");
        List<byte[]> images = images(call, body.path("images"), model);
        requireBoolean(body, "enhance_prompt");
        requireBoolean(body, "enable_upsample");
        FrameSize size = size(body, model);
        List<byte[]> kept = call.desk().media().style() == MediaStyle.DRAWN
                ? images.stream().filter(image -> image.length > 0).toList()
                : List.of();
        var order = new Order(model, prompt, size, SECONDS, images.size(), kept, null);
        long second = call.desk().clock().instant().getEpochSecond();
        return call.intake()
                .later(
                        order,
                        word -> model.name() + ":" + second + "-" + word,
                        job -> Json.reply(
                                200,
                                Json.object()
                                        .put("id", job.id())
                                        .put("status", "pending")
                                        .put("status_update_time", job.begins().toEpochMilli())
                                        .put("enhanced_prompt", prompt)));
    }

    static Reply query(Call call) throws InterruptedException {
        call.caller();
        String id = call.request()
                .query("id")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> CallRefused.unacceptable("id", "id is required"));
        return call.read(
                Operation.POLL, call.modelOf(id), () -> Json.reply(200, VideoView.of(call.poll(id), call.desk())));
    }

    private static List<byte[]> images(Call call, JsonNode list, ModelCard model) throws InterruptedException {
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray()) {
            throw CallRefused.unacceptable("images", "images must be a list");
        }
        if (list.size() > model.mostImages()) {
            throw CallRefused.unacceptable("images", model.name() + " takes at most " + model.mostImages() + " images");
        }
        var references = new ImageReferences(call.desk());
        var images = new ArrayList<byte[]>();
        for (JsonNode image : list) {
            images.add(references.read("images", image.asString("")));
        }
        return images;
    }

    private static FrameSize size(JsonNode body, ModelCard model) {
        String ratio = Json.string(body, "aspect_ratio").orElse("16:9");
        // Models other than Veo 3 take no notice of the field.
        if (!model.name().startsWith("veo3")) {
            return WIDE;
        }
        if (!model.ratios().contains(ratio)) {
            throw CallRefused.unacceptable("aspect_ratio", "aspect_ratio must be one of " + model.ratios());
        }
        return ratio.equals("9:16") ? WIDE.turned() : WIDE;
    }

    private static void requireBoolean(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
            throw CallRefused.unacceptable(field, field + " must be true or false");
        }
    }
}
