package io.vimax.worker.provider.ark;

import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.openai.ImageData;
import io.vimax.worker.provider.remote.FailureTable;
import io.vimax.worker.provider.remote.Pictures.Picture;
import io.vimax.worker.provider.remote.RemoteParts;
import io.vimax.worker.provider.remote.Reply;
import io.vimax.worker.provider.wire.Endpoint;
import io.vimax.worker.provider.wire.WireCall;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Keyframes by {@code POST .../images/generations} with what Seedream adds to it. */
public final class Seedream {

    private static final int MOST_REFERENCES_OF_4 = 10;
    private static final int MOST_REFERENCES = 14;
    private static final int LONGEST_RATIO = 16;

    /** 1280 x 720; models after 4.0 begin at 2560 x 1440, and all end at 4096 x 4096. */
    private static final double LEAST_PIXELS_OF_4 = 921_600;

    private static final double LEAST_PIXELS = 3_686_400;
    private static final double MOST_PIXELS = 16_777_216;

    private final RemoteParts parts;
    private final FailureTable failures;
    private final boolean watermark;

    /** @param watermark whether the provider marks its pictures as made by a machine */
    public Seedream(RemoteParts parts, FailureTable failures, boolean watermark) {
        this.parts = parts;
        this.failures = failures;
        this.watermark = watermark;
    }

    public static Optional<String> objectionTo(String model, Work.Image image) {
        int most = isOf4(model) ? MOST_REFERENCES_OF_4 : MOST_REFERENCES;
        int references = image.referenceAssetIds().size();
        if (references > most) {
            return Optional.of(
                    model + " takes at most " + most + " reference pictures, and there are " + references + ".");
        }
        double ratio = (double) image.width() / image.height();
        return Math.max(ratio, 1 / ratio) > LONGEST_RATIO
                ? Optional.of(model + " makes no picture more than sixteen times as long as high.")
                : Optional.empty();
    }

    /** @param address of the call at that endpoint */
    public Reply draw(Job<Work.Image> job, Endpoint endpoint, String address, String model)
            throws InterruptedException {
        Work.Image image = job.work();
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("model", model)
                .put("prompt", image.prompt())
                .put("sequential_image_generation", "disabled")
                .put("response_format", "url")
                .put("watermark", watermark)
                .put("size", size(model, image.width(), image.height()));
        List<UUID> references = image.referenceAssetIds();
        if (!references.isEmpty()) {
            ArrayNode list = body.putArray("image");
            parts.pictures().of(references, job.ownerId()).stream()
                    .map(Picture::dataUri)
                    .forEach(list::add);
        }
        WireCall call = WireCall.post(
                endpoint, address, body, job.generationId(), parts.properties().longestWork());
        return Reply.ofJson(parts.client().send(call), failures, ImageData::read);
    }

    /** The size of the film where the model makes it, else the nearest of the same shape. */
    static String size(String model, int width, int height) {
        double least = isOf4(model) ? LEAST_PIXELS_OF_4 : LEAST_PIXELS;
        double pixels = (double) width * height;
        if (pixels >= least && pixels <= MOST_PIXELS) {
            return width + "x" + height;
        }
        boolean small = pixels < least;
        double factor = Math.sqrt((small ? least : MOST_PIXELS) / pixels);
        return even(width * factor, small) + "x" + even(height * factor, small);
    }

    private static long even(double length, boolean up) {
        return 2 * (long) (up ? Math.ceil(length / 2) : Math.floor(length / 2));
    }

    private static boolean isOf4(String model) {
        return model.contains("seedream-4-0");
    }
}
