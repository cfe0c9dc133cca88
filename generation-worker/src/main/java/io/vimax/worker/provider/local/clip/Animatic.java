package io.vimax.worker.provider.local.clip;

import io.vimax.worker.provider.local.frame.FrameSpec;
import io.vimax.worker.provider.local.frame.Storyboard;
import io.vimax.worker.provider.local.frame.paint.Camera;
import io.vimax.worker.provider.local.frame.paint.Compositor;
import io.vimax.worker.provider.local.frame.paint.Picture;
import io.vimax.worker.provider.local.frame.paint.Sheet;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javax.imageio.ImageIO;

/** Films clips. */
public final class Animatic {
    private static final long MAX_PICTURE_BYTES = 64L << 20;

    private Animatic() {}

    /**
     * Films a keyframe into an H.264 MP4 with exactly {@link ClipSpec#frameCount()} frames.
     *
     * @param progress hears 0..1, measured in frames
     * @throws InterruptedException when the thread was interrupted; the encoder is ended and no file is left
     */
    public static void film(ClipSpec spec, Path targetMp4, Path ffmpeg, DoubleConsumer progress)
            throws InterruptedException, IOException {
        progress.accept(0);
        Picture picture = picture(spec);
        Camera camera = new Camera(
                spec.cameraMove(),
                spec.width(),
                spec.height(),
                picture.focusX(),
                picture.focusY(),
                (spec.seed() & 0xff) / 40.0);
        Compositor compositor = new Compositor(spec.width(), spec.height());
        int frames = spec.frameCount();
        boolean done = false;
        try (Encoder encoder = Encoder.start(ffmpeg, spec, targetMp4)) {
            for (int i = 0; i < frames; i++) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("filming stopped at frame " + i + " of " + frames);
                }
                picture.film(
                        compositor, camera, frames == 1 ? 0.5 : (double) i / (frames - 1), (double) i / spec.fps());
                encoder.write(compositor.frame());
                progress.accept(0.97 * (i + 1) / frames);
            }
            encoder.finish();
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(targetMp4);
            }
        }
        progress.accept(1);
    }

    private static Picture picture(ClipSpec spec) throws IOException {
        Optional<FrameSpec> drawn = Storyboard.readSpec(spec.keyframePng());
        if (drawn.isPresent()) {
            return Storyboard.draw(drawn.get().sized(spec.width(), spec.height()));
        }
        if (Files.size(spec.keyframePng()) > MAX_PICTURE_BYTES) {
            throw new IOException("the keyframe is larger than " + (MAX_PICTURE_BYTES >> 20) + " MB");
        }
        BufferedImage flat = ImageIO.read(spec.keyframePng().toFile());
        if (flat == null) {
            throw new IOException("the keyframe is no picture that can be read (PNG, JPEG, BMP or GIF)");
        }
        int marginX = (int) Math.ceil(spec.width() * Camera.MARGIN);
        int marginY = (int) Math.ceil(spec.height() * Camera.MARGIN);
        Sheet sheet = Sheet.covering(flat, spec.width(), spec.height(), marginX, marginY);
        return new Picture(
                spec.width(), spec.height(), List.of(sheet), List.of(), 0, spec.width() * 0.5, spec.height() * 0.45);
    }
}
