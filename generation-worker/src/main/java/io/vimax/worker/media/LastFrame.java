package io.vimax.worker.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Takes the frame out of a clip at which another shot can go on. */
public final class LastFrame {

    /** So much of the clip is decoded for it; every picture of that time is written over the one before. */
    private static final long LOOKED_AT_MS = 400;

    private final Ffmpeg ffmpeg;
    private final MediaProbe probe;

    public LastFrame(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
        this.probe = new MediaProbe(ffmpeg);
    }

    /**
     * Writes the last frame before a moment as a PNG of this size in pixels; what does not fit its shape is cropped. The same clip
     * and moment give the same file. Of a clip that ends before the moment it is the very last frame.
     *
     * @param beforeMs moment of the clip in milliseconds
     */
    public void write(Path clip, long beforeMs, int width, int height, Path targetPng) throws InterruptedException {
        long length = probe.probe(clip).durationMs();
        long end = length > 0 ? Math.min(beforeMs, length) : beforeMs;
        take(clip, end, width, height, targetPng);
        if (!isThere(targetPng)) {
            // The container says that it is longer than its picture is.
            take(clip, Math.max(0, end - 2 * LOOKED_AT_MS), width, height, targetPng);
        }
        if (!isThere(targetPng)) {
            throw new MediaProblem.Unreadable(clip, "it has no picture before " + beforeMs + " ms", "");
        }
    }

    private void take(Path clip, long end, int width, int height, Path target) throws InterruptedException {
        long from = Math.max(0, end - LOOKED_AT_MS);
        ffmpeg.run(List.of(
                "-v",
                "error",
                "-ss",
                seconds(from),
                "-i",
                clip.toAbsolutePath().toString(),
                "-t",
                seconds(Math.max(1, end - from)),
                "-map",
                "0:v:0",
                "-an",
                "-vf",
                "scale=%d:%d:force_original_aspect_ratio=increase,crop=%d:%d,setsar=1"
                        .formatted(width, height, width, height),
                "-vsync",
                "passthrough",
                "-update",
                "1",
                "-f",
                "image2",
                "-c:v",
                "png",
                "-bitexact",
                target.toAbsolutePath().toString()));
    }

    private static boolean isThere(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String seconds(long ms) {
        return String.format(Locale.ROOT, "%.3f", ms / 1000.0);
    }
}
