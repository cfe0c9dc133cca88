package io.vimax.simulator.openai;

import io.vimax.simulator.desk.Call;
import io.vimax.simulator.desk.CallRefused;
import io.vimax.simulator.desk.ImageReferences;
import io.vimax.simulator.desk.Json;
import io.vimax.simulator.desk.SpoiltFile;
import io.vimax.simulator.http.Multipart;
import io.vimax.simulator.http.Reply;
import io.vimax.simulator.job.Order;
import io.vimax.simulator.media.FrameSize;
import io.vimax.simulator.media.PictureFormat;
import io.vimax.simulator.model.ModelCard;
import io.vimax.simulator.model.WorkKind;
import io.vimax.simulator.scenario.Scenario;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Pictures of the GPT image models: {@code POST /v1/images/generations} and, with references, {@code /v1/images/edits}. */
final class OpenAiImages {

    private static final Set<String> SIZES = Set.of("auto", "1024x1024", "1536x1024", "1024x1536");
    private static final int MOST_PICTURES = 10;

    private OpenAiImages() {}

    static Reply generate(Call call) throws InterruptedException {
        call.caller();
        return make(call, call.json(), 0);
    }

    static Reply edit(Call call) throws InterruptedException {
        call.caller();
        List<Multipart.Field> fields = Multipart.read(call.request())
                .orElseThrow(() -> CallRefused.unacceptable("body", "The body must be multipart/form-data"));
        ObjectNode body = Json.object();
        int images = 0;
        for (Multipart.Field field : fields) {
            switch (field.name()) {
                case "image", "image[]" -> {
                    images++;
                    if (!ImageReferences.isPicture(field.content())) {
                        throw CallRefused.unacceptable("image", "Invalid image file or mode for image " + images);
                    }
                }
                case "mask" -> {}
                case "n" -> body.put("n", number(field.text()));
                default -> body.put(field.name(), field.text());
            }
        }
        if (images == 0) {
            throw CallRefused.unacceptable("image", "Missing required parameter: 'image'.");
        }
        return make(call, body, images);
    }

    private static Reply make(Call call, JsonNode body, int images) throws InterruptedException {
        ModelCard model = call.model(Json.required(body, "model"), WorkKind.IMAGE);
        String prompt = Json.required(body, "prompt");
        if (body.has("response_format")) {
            throw CallRefused.unacceptable("response_format", "Unknown parameter: 'response_format'.");
        }
        if (images > model.mostImages()) {
            throw CallRefused.unacceptable("image", "Too many images: at most " + model.mostImages());
        }
        String size = Json.string(body, "size").orElse("auto");
        if (!SIZES.contains(size)) {
            throw CallRefused.unacceptable("size", "Invalid value: '" + size + "'. Supported values are: " + SIZES);
        }
        int count = Json.integer(body, "n").orElse(1);
        if (count < 1 || count > MOST_PICTURES) {
            throw CallRefused.unacceptable("n", "n must be between 1 and 10");
        }
        PictureFormat format = format(Json.string(body, "output_format").orElse("png"));
        FrameSize frame = FrameSize.parse(size.equals("auto") ? "1024x1024" : size);
        return call.intake().now(Order.picture(model, prompt, frame, images), word -> "img-" + word, job -> {
            ObjectNode answer = Json.object().put("created", job.begins().getEpochSecond());
            var data = answer.putArray("data");
            byte[] picture = call.desk().picture(job, format);
            SpoiltFile file = SpoiltFile.of(
                    job.strikes(), format.contentType(), picture, call.desk().media());
            for (int i = 0; i < count && !job.strikes().has(Scenario.EMPTY_CANDIDATES); i++) {
                data.addObject().put("b64_json", Base64.getEncoder().encodeToString(file.bytes()));
            }
            answer.put("size", job.resultSize().width() + "x" + job.resultSize().height())
                    .put("quality", "medium")
                    .put("background", "opaque")
                    .put("output_format", format.name().toLowerCase(Locale.ROOT));
            answer.putObject("usage")
                    .put("input_tokens", prompt.length() / 4 + 1)
                    .put("output_tokens", 1056 * count)
                    .put("total_tokens", prompt.length() / 4 + 1 + 1056 * count);
            return Json.reply(200, answer);
        });
    }

    private static PictureFormat format(String name) {
        return switch (name) {
            case "png" -> PictureFormat.PNG;
            case "jpeg" -> PictureFormat.JPEG;
            default -> throw CallRefused.unacceptable("output_format", "The simulator makes png and jpeg, not " + name);
        };
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw CallRefused.unacceptable("n", "n must be a whole number");
        }
    }
}
