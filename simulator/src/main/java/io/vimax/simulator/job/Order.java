package io.vimax.simulator.job;

import io.vimax.simulator.media.FrameSize;
import io.vimax.simulator.model.ModelCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param seconds length of a clip; 0 for other work
 * @param imageCount reference pictures in the request
 * @param images their bytes, kept only where clips are drawn over them
 * @param callback where to say that a clip is done; null for nowhere
 */
public record Order(
        ModelCard model,
        String prompt,
        FrameSize size,
        int seconds,
        int imageCount,
        List<byte[]> images,
        @Nullable String callback) {

    private static final FrameSize NO_PICTURE = new FrameSize(1, 1);

    public static Order words(ModelCard model, String prompt) {
        return new Order(model, prompt, NO_PICTURE, 0, 0, List.of(), null);
    }

    public static Order picture(ModelCard model, String prompt, FrameSize size, int imageCount) {
        return new Order(model, prompt, size, 0, imageCount, List.of(), null);
    }
}
