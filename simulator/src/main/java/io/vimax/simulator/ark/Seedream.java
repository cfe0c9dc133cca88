package io.vimax.simulator.ark;

import io.vimax.simulator.desk.Call;
import io.vimax.simulator.desk.CallRefused;
import io.vimax.simulator.desk.ImageReferences;
import io.vimax.simulator.desk.Json;
import io.vimax.simulator.desk.SpoiltFile;
import io.vimax.simulator.http.Reply;
import io.vimax.simulator.job.Job;
import io.vimax.simulator.job.Order;
import io.vimax.simulator.media.FrameSize;
import io.vimax.simulator.media.PictureFormat;
import io.vimax.simulator.model.ModelCard;
import io.vimax.simulator.model.WorkKind;
import io.vimax.simulator.scenario.Scenario;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST .../images/generations} as Seedream takes it. */
public final class Seedream {

    /** 1280 x 720 and 4096 x 4096; the sides may be one to sixteen. */
    private static final int LEAST_PIXELS = 921_600;

    private static final int MOST_PIXELS = 16_777_216;
    private static final int LONGEST_RATIO = 16;
    private static final int MOST_PICTURES = 15;

    private Seedream() {}

    public static Reply answer(Call call) throws InterruptedException {
        call.caller();
        JsonNode body = call.json();
        ModelCard model = call.model(Json.required(body, "model"), WorkKind.IMAGE);
        String prompt = Json.required(body, "prompt");
        int references = references(call, model, body.path("image"));
        FrameSize size = size(Json.string(body, "size").orElse("2K"));
        boolean inline = inline(Json.string(body, "response_format").orElse("url"));
        int count = count(body);
        Json.integer(body, "seed").ifPresent(Seedream::requireSeed);
        return call.intake().now(Order.picture(model, prompt, size, references), word -> "seedream-" + word, job -> {
            ObjectNode answer = Json.object()
                    .put("model", model.name())
                    .put("created", job.begins().getEpochSecond());
            ArrayNode data = answer.putArray("data");
            for (int i = 0; i < count && !job.strikes().has(Scenario.EMPTY_CANDIDATES); i++) {
                picture(call, job, data, i, inline);
            }
            answer.putObject("usage")
                    .put("generated_images", count)
                    .put("output_tokens", size.width() * size.height() / 256 * count)
                    .put("total_tokens", size.width() * size.height() / 256 * count);
            return Json.reply(200, answer);
        });
    }

    private static void picture(Call call, Job job, ArrayNode data, int number, boolean inline) {
        ObjectNode entry = data.addObject();
        if (inline) {
            byte[] picture = call.desk().picture(job, PictureFormat.JPEG);
            SpoiltFile file = SpoiltFile.of(
                    job.strikes(), "image/jpeg", picture, call.desk().media());
            entry.put("b64_json", Base64.getEncoder().encodeToString(file.bytes()));
        } else if (!job.strikes().has(Scenario.COMPLETED_WITHOUT_LINK)) {
            entry.put("url", call.desk().pictureLink(job, number, PictureFormat.JPEG));
        }
        entry.put("size", job.resultSize().width() + "x" + job.resultSize().height());
    }

    private static int references(Call call, ModelCard model, JsonNode image) throws InterruptedException {
        if (image.isMissingNode() || image.isNull()) {
            return 0;
        }
        if (!image.isArray() && !image.isString()) {
            throw CallRefused.unacceptable("image", "image must be a text or a list of texts");
        }
        int count = image.isArray() ? image.size() : 1;
        if (count > model.mostImages()) {
            throw CallRefused.unacceptable(
                    "image", "at most " + model.mostImages() + " reference images are supported");
        }
        var references = new ImageReferences(call.desk());
        for (int i = 0; i < count; i++) {
            JsonNode reference = image.isArray() ? image.get(i) : image;
            references.read("image", reference.asString());
        }
        return count;
    }

    private static FrameSize size(String text) {
        FrameSize size = switch (text) {
            case "1K" -> new FrameSize(1024, 1024);
            case "2K" -> new FrameSize(2048, 2048);
            case "4K" -> new FrameSize(4096, 4096);
            default -> {
                if (!text.matches("[1-9]\\d{0,4}x[1-9]\\d{0,4}")) {
                    throw CallRefused.unacceptable("size", "size must be 1K, 2K, 4K or WxH");
                }
                yield FrameSize.parse(text);
            }
        };
        long pixels = (long) size.width() * size.height();
        double ratio = Math.max(size.ratio(), 1 / size.ratio());
        if (pixels < LEAST_PIXELS || pixels > MOST_PIXELS || ratio > LONGEST_RATIO) {
            throw CallRefused.unacceptable("size", "the size " + text + " is outside of 1280x720 to 4096x4096 pixels");
        }
        return size;
    }

    private static boolean inline(String format) {
        return switch (format) {
            case "url" -> false;
            case "b64_json" -> true;
            default -> throw CallRefused.unacceptable("response_format", "response_format must be url or b64_json");
        };
    }

    private static int count(JsonNode body) {
        String sequence = Json.string(body, "sequential_image_generation").orElse("disabled");
        return switch (sequence) {
            case "disabled" -> 1;
            case "auto" -> {
                int most = Json.integer(body.path("sequential_image_generation_options"), "max_images")
                        .orElse(MOST_PICTURES);
                if (most < 1 || most > MOST_PICTURES) {
                    throw CallRefused.unacceptable("max_images", "max_images must be between 1 and 15");
                }
                yield most;
            }
            default ->
                throw CallRefused.unacceptable(
                        "sequential_image_generation", "sequential_image_generation must be auto or disabled");
        };
    }

    private static void requireSeed(int seed) {
        if (seed < -1) {
            throw CallRefused.unacceptable("seed", "seed must be between -1 and 2147483647");
        }
    }
}
