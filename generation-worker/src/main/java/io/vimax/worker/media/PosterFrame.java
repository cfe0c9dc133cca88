package io.vimax.worker.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Takes one picture out of a film. */
public final class PosterFrame {

    private final Ffmpeg ffmpeg;

    public PosterFrame(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Writes the frame that is shown at {@code atMs} as a JPEG, at most {@code maxWidth} pixels wide. The target is left
     * alone, or deleted if half written, when that fails.
     */
    public void write(Path video, long atMs, int maxWidth, Path targetJpeg) throws InterruptedException {
        var done = false;
        try {
            ffmpeg.run(List.of(
                    "-v",
                    "error",
                    "-ss",
                    String.format(Locale.ROOT, "%.3f", atMs / 1000.0),
                    "-i",
                    video.toAbsolutePath().toString(),
                    "-frames:v",
                    "1",
                    "-vf",
                    "scale='min(" + maxWidth + ",iw)':-2",
                    "-q:v",
                    "3",
                    "-f",
                    "mjpeg",
                    targetJpeg.toAbsolutePath().toString()));
            if (!Files.isRegularFile(targetJpeg) || Files.size(targetJpeg) == 0) {
                throw new MediaProblem.Unreadable(video, "it has no picture at " + atMs + " ms", "");
            }
            done = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!done) {
                discard(targetJpeg);
            }
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
