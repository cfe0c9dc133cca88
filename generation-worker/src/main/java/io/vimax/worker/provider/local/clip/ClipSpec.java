package io.vimax.worker.provider.local.clip;

import java.nio.file.Path;

/**
 * What to film.
 *
 * @param cameraMove push_in, pull_out, pan_left, pan_right, tilt_up, tilt_down, static
 * @param width of the clip in pixels, even
 * @param height of the clip in pixels, even
 * @param seed of the take: varies the camera's small drift
 */
public record ClipSpec(Path keyframePng, String cameraMove, int durationMs, int fps, int width, int height, long seed) {

    public ClipSpec {
        if (durationMs < 1 || durationMs > 600_000 || fps < 1 || fps > 120) {
            throw new IllegalArgumentException("a clip of " + durationMs + " ms at " + fps + " frames a second");
        }
        if (width < 64 || height < 64 || width > 4096 || height > 4096 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException(
                    "a clip of " + width + " x " + height + " pixels; even numbers from 64 to 4096 are possible");
        }
    }

    /** At least one. */
    public int frameCount() {
        return (int) Math.max(1, Math.round((double) durationMs * fps / 1000));
    }
}
