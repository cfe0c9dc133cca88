package io.vimax.simulator.google;

import io.vimax.simulator.desk.Call;
import io.vimax.simulator.desk.Json;
import io.vimax.simulator.desk.SpoiltFile;
import io.vimax.simulator.job.Job;
import io.vimax.simulator.media.PictureFormat;
import io.vimax.simulator.scenario.Scenario;
import io.vimax.simulator.scenario.Strike;
import io.vimax.simulator.scenario.Strikes;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The answer of an image model: parts of text and inline data, or one of the ways in which there is no picture. */
final class PictureCandidates {

    private PictureCandidates() {}

    static ObjectNode of(Call call, Job job) {
        Strikes strikes = job.strikes();
        ObjectNode body = Json.object();
        if (strikes.has(Scenario.PROMPT_BLOCKED)) {
            body.putObject("promptFeedback").put("blockReason", "PROHIBITED_CONTENT");
            return body;
        }
        ArrayNode candidates = body.putArray("candidates");
        if (strikes.has(Scenario.EMPTY_CANDIDATES)) {
            return body;
        }
        ObjectNode candidate = candidates.addObject().put("index", 0);
        Optional<Strike> stopped = strikes.find(Scenario.SAFETY_STOP);
        if (stopped.isPresent()) {
            candidate.put("finishReason", stopped.get().argumentOr("SAFETY"));
            return body;
        }
        ArrayNode parts = candidate.putObject("content").put("role", "model").putArray("parts");
        if (strikes.has(Scenario.TEXT_ONLY)) {
            parts.addObject().put("text", "I can describe that picture, but I cannot draw it.");
        } else {
            parts.addObject().put("text", "Here is your picture.");
            if (strikes.has(Scenario.TWO_IMAGES)) {
                byte[] draft = call.desk()
                        .media()
                        .picture(job.resultSize(), PictureFormat.PNG, "draft", "draft of " + job.id());
                picture(parts, strikes, "image/png", draft);
            }
            byte[] picture = call.desk().picture(job, PictureFormat.PNG);
            SpoiltFile file =
                    SpoiltFile.of(strikes, "image/png", picture, call.desk().media());
            picture(parts, strikes, file.contentType(), file.bytes());
        }
        candidate.put("finishReason", "STOP");
        return body.put("modelVersion", job.order().model().name()).put("responseId", job.id());
    }

    private static void picture(ArrayNode parts, Strikes strikes, String contentType, byte[] picture) {
        boolean snake = strikes.has(Scenario.SNAKE_CASE_IMAGE);
        parts.addObject()
                .putObject(snake ? "inline_data" : "inlineData")
                .put(snake ? "mime_type" : "mimeType", contentType)
                .put("data", Base64.getEncoder().encodeToString(picture));
    }
}
