package io.vimax.simulator.ark;

import io.vimax.simulator.desk.Call;
import io.vimax.simulator.desk.CallRefused;
import io.vimax.simulator.desk.ImageReferences;
import io.vimax.simulator.desk.Json;
import io.vimax.simulator.job.Order;
import io.vimax.simulator.media.FrameSize;
import io.vimax.simulator.media.MediaStyle;
import io.vimax.simulator.model.ModelCard;
import io.vimax.simulator.model.WorkKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads the request for a Seedance task: settings as fields or, the older way, as {@code --name value} behind the prompt. */
final class TaskRequest {

    private static final Pattern SETTING = Pattern.compile("\\s--([a-z_]+)\\s+(\\S+)");
    private static final Map<String, String> LONG_NAMES =
            Map.of("rs", "resolution", "rt", "ratio", "dur", "duration", "wm", "watermark", "cf", "camera_fixed");
    private static final int USUAL_SECONDS = 5;

    private final Call call;
    private final JsonNode body;
    private final ModelCard model;
    private final List<String> roles = new ArrayList<>();
    private final List<byte[]> images = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
    private String prompt = "";

    private TaskRequest(Call call) {
        this.call = call;
        this.body = call.json();
        this.model = call.model(Json.required(body, "model"), WorkKind.VIDEO);
    }

    static Order read(Call call) throws InterruptedException {
        call.caller();
        var request = new TaskRequest(call);
        request.readContent();
        request.checkRoles();
        return request.order();
    }

    private void readContent() throws InterruptedException {
        JsonNode content = body.path("content");
        if (!content.isArray() || content.isEmpty()) {
            throw CallRefused.unacceptable("content", "content is required and must not be empty");
        }
        var references = new ImageReferences(call.desk());
        for (JsonNode part : content) {
            switch (Json.required(part, "type")) {
                case "text" -> readText(Json.required(part, "text"));
                case "image_url" -> {
                    String link = Json.required(part.path("image_url"), "url");
                    images.add(references.read("content.image_url.url", link));
                    roles.add(Json.string(part, "role").orElse(""));
                }
                default -> throw CallRefused.unacceptable("content.type", "content.type must be text or image_url");
            }
        }
        for (String name : List.of("resolution", "ratio", "duration")) {
            JsonNode value = body.path(name);
            if (!value.isMissingNode() && !value.isNull()) {
                settings.put(name, value.asString());
            }
        }
        if (prompt.isBlank() && images.isEmpty()) {
            throw CallRefused.unacceptable("content", "a text or an image is required");
        }
    }

    private void readText(String text) {
        Matcher setting = SETTING.matcher(" " + text);
        while (setting.find()) {
            String name = String.valueOf(setting.group(1));
            settings.put(LONG_NAMES.getOrDefault(name, name), String.valueOf(setting.group(2)));
        }
        prompt = SETTING.matcher(" " + text).replaceAll("").strip();
    }

    private void checkRoles() {
        if (images.size() > model.mostImages()) {
            throw CallRefused.unacceptable(
                    "content", model.name() + " takes at most " + model.mostImages() + " images");
        }
        if (roles.size() > 1 && roles.contains("")) {
            throw CallRefused.unacceptable("content.role", "role is required where there is more than one image");
        }
        for (String role : roles) {
            if (!role.isEmpty() && !model.roles().contains(role)) {
                throw CallRefused.unacceptable(
                        "content.role", "the role " + role + " is not supported by " + model.name());
            }
        }
        long first = roles.stream()
                .filter(role -> role.isEmpty() || role.equals("first_frame"))
                .count();
        long last = roles.stream().filter("last_frame"::equals).count();
        long reference = roles.stream().filter("reference_image"::equals).count();
        if (first > 1 || last > 1 || last > first) {
            throw CallRefused.unacceptable("content.role", "one first_frame, and a last_frame only beside it");
        }
        if (reference > 0 && first > 0) {
            throw CallRefused.unacceptable("content.role", "reference_image cannot be mixed with frames");
        }
    }

    private Order order() {
        int seconds = seconds();
        String ratio = settings.getOrDefault("ratio", "16:9");
        if (!model.ratios().contains(ratio)) {
            throw CallRefused.unacceptable("ratio", "the ratio " + ratio + " is not supported by " + model.name());
        }
        FrameSize size = size(settings.getOrDefault("resolution", "720p"), ratio);
        boolean drawn = call.desk().media().style() == MediaStyle.DRAWN;
        List<byte[]> kept =
                drawn ? images.stream().filter(image -> image.length > 0).toList() : List.of();
        String callback = Json.string(body, "callback_url").orElse(null);
        return new Order(model, prompt, size, seconds, images.size(), kept, callback);
    }

    private int seconds() {
        String text = settings.getOrDefault("duration", String.valueOf(USUAL_SECONDS));
        if (!text.matches("\\d{1,3}") || !model.seconds().contains(Integer.parseInt(text))) {
            throw CallRefused.unacceptable("duration", "the duration " + text + " is not supported by " + model.name());
        }
        return Integer.parseInt(text);
    }

    private static FrameSize size(String resolution, String ratio) {
        int lines = switch (resolution) {
            case "480p" -> 480;
            case "720p" -> 720;
            case "1080p" -> 1080;
            default -> throw CallRefused.unacceptable("resolution", "resolution must be 480p, 720p or 1080p");
        };
        String[] sides = (ratio.equals("adaptive") ? "16:9" : ratio).split(":", 2);
        int wide = Integer.parseInt(sides[0]);
        int high = Integer.parseInt(sides[1]);
        // The short side has the lines; encoders want even numbers.
        return wide >= high
                ? new FrameSize(even(lines * wide / high), lines)
                : new FrameSize(lines, even(lines * high / wide));
    }

    private static int even(int pixels) {
        return pixels + pixels % 2;
    }
}
