package io.vimax.worker.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Lays stills of a film into one picture. */
public final class SpriteSheet {

    private final Ffmpeg ffmpeg;

    public SpriteSheet(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Writes a JPEG of the layout's size.
     *
     * @throws MediaProblem.Unreadable if the film has no picture
     */
    public void write(Path film, SpriteLayout layout, Path targetJpeg) throws InterruptedException {
        String filter = String.format(
                Locale.ROOT,
                "fps=1000/%d:start_time=0:round=down,scale=%d:%d,setsar=1,tile=%dx%d:nb_frames=%d",
                layout.intervalMs(),
                layout.tileWidth(),
                layout.tileHeight(),
                layout.columns(),
                layout.rows(),
                layout.count());
        ffmpeg.run(List.of(
                "-v",
                "error",
                "-i",
                film.toAbsolutePath().toString(),
                "-an",
                "-sn",
                "-vf",
                filter,
                "-frames:v",
                "1",
                "-q:v",
                "4",
                "-f",
                "mjpeg",
                targetJpeg.toAbsolutePath().toString()));
        try {
            if (!Files.isRegularFile(targetJpeg) || Files.size(targetJpeg) == 0) {
                throw new MediaProblem.Unreadable(film, "it has no picture", "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
