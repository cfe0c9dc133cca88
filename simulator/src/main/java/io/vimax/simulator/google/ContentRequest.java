package io.vimax.simulator.google;

import io.vimax.simulator.chat.ChatQuestion;
import io.vimax.simulator.desk.Call;
import io.vimax.simulator.desk.CallRefused;
import io.vimax.simulator.desk.ImageReferences;
import io.vimax.simulator.desk.Json;
import io.vimax.simulator.media.FrameSize;
import io.vimax.simulator.model.ModelCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads {@code contents} and {@code generationConfig}; names in camel case or snake case, as Google takes both. */
record ContentRequest(ChatQuestion question, int imageCount, FrameSize size) {

    private static final Map<String, FrameSize> SIZES = Map.of(
            "1:1", new FrameSize(1024, 1024),
            "16:9", new FrameSize(1344, 768),
            "9:16", new FrameSize(768, 1344),
            "4:3", new FrameSize(1184, 864),
            "3:4", new FrameSize(864, 1184),
            "3:2", new FrameSize(1248, 832),
            "2:3", new FrameSize(832, 1248),
            "5:4", new FrameSize(1152, 896),
            "4:5", new FrameSize(896, 1152),
            "21:9", new FrameSize(1536, 672));

    static ContentRequest read(Call call, ModelCard model) {
        JsonNode body = call.json();
        JsonNode contents = body.path("contents");
        if (!contents.isArray() || contents.isEmpty()) {
            throw CallRefused.unacceptable("contents", "contents is not specified");
        }
        var messages = new ArrayList<ChatQuestion.Message>();
        String system =
                texts(either(body, "systemInstruction", "system_instruction").path("parts"));
        if (!system.isEmpty()) {
            messages.add(new ChatQuestion.Message("system", system));
        }
        int images = 0;
        for (int i = 0; i < contents.size(); i++) {
            images += read(contents.get(i), "contents[" + i + "]", messages);
        }
        if (images > model.mostImages()) {
            throw CallRefused.unacceptable(
                    "contents", model.name() + " takes at most " + model.mostImages() + " images");
        }
        JsonNode settings = either(body, "generationConfig", "generation_config");
        boolean json = Json.string(settings, "responseMimeType")
                .or(() -> Json.string(settings, "response_mime_type"))
                .orElse("")
                .equals("application/json");
        var question = new ChatQuestion(model.provider(), model.name(), messages, json, body);
        return new ContentRequest(question, images, size(either(settings, "imageConfig", "image_config")));
    }

    /** Adds one message and says how many pictures it has. */
    private static int read(JsonNode content, String field, List<ChatQuestion.Message> messages) {
        String role = Json.string(content, "role").orElse("user");
        if (!role.equals("user") && !role.equals("model")) {
            throw CallRefused.unacceptable(field + ".role", "Please use a valid role: user, model.");
        }
        JsonNode parts = content.path("parts");
        if (!parts.isArray() || parts.isEmpty()) {
            throw CallRefused.unacceptable(field + ".parts", "contents.parts must not be empty.");
        }
        int images = 0;
        for (JsonNode part : parts) {
            JsonNode picture = either(part, "inlineData", "inline_data");
            if (picture.isObject()) {
                if (!Json.string(picture, "mimeType")
                        .or(() -> Json.string(picture, "mime_type"))
                        .orElse("")
                        .startsWith("image/")) {
                    throw CallRefused.unacceptable(field + ".parts.inlineData.mimeType", "Unsupported MIME type");
                }
                ImageReferences.decode(field + ".parts.inlineData.data", Json.required(picture, "data"));
                images++;
            } else if (!part.path("text").isString()) {
                throw CallRefused.unacceptable(field + ".parts", "A part must have text or inlineData");
            }
        }
        messages.add(new ChatQuestion.Message(role.equals("model") ? "assistant" : "user", texts(parts)));
        return images;
    }

    private static FrameSize size(JsonNode settings) {
        String ratio = Json.string(settings, "aspectRatio")
                .or(() -> Json.string(settings, "aspect_ratio"))
                .orElse("1:1");
        FrameSize size = SIZES.get(ratio);
        if (size == null) {
            throw CallRefused.unacceptable(
                    "generation_config.image_config.aspect_ratio", "Invalid aspect ratio " + ratio);
        }
        return size;
    }

    private static String texts(JsonNode parts) {
        var texts = new ArrayList<String>();
        parts.forEach(part -> Json.string(part, "text").ifPresent(texts::add));
        return String.join("\n", texts);
    }

    private static JsonNode either(JsonNode node, String camel, String snake) {
        return node.has(camel) ? node.get(camel) : node.path(snake);
    }
}
