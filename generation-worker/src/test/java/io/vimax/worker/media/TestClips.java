package io.vimax.worker.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small films, pictures and sounds made by FFmpeg's own test sources. */
public final class TestClips {

    private static final Path CACHE = Path.of("target", "ffmpeg");

    private TestClips() {}

    public static Ffmpeg ffmpeg() {
        return Ffmpeg.locate(CACHE);
    }

    /** A clip of one colour with a moving bar, so that any two of its frames differ. */
    public static Path clip(Path target, String colour, double seconds, String size) throws InterruptedException {
        return make(
                target,
                "-f",
                "lavfi",
                "-i",
                "color=c=" + colour + ":s=" + size + ":r=24:d=" + seconds,
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-pix_fmt",
                "yuv420p",
                "-f",
                "mp4");
    }

    public static Path picture(Path target, String colour, String size) throws InterruptedException {
        return make(
                target,
                "-f",
                "lavfi",
                "-i",
                "color=c=" + colour + ":s=" + size,
                "-frames:v",
                "1",
                "-c:v",
                "png",
                "-f",
                "image2pipe");
    }

    public static Path tone(Path target, int hertz, double seconds, int sampleRate) throws InterruptedException {
        return make(target, "-f", "lavfi", "-i", "sine=f=" + hertz + ":d=" + seconds + ":r=" + sampleRate, "-f", "wav");
    }

    /** Noise with loud clicks: hard for a limiter. */
    public static Path spikyMusic(Path target, double seconds) throws InterruptedException {
        return make(
                target,
                "-f",
                "lavfi",
                "-i",
                "aevalsrc='0.05*random(0)+0.9*sin(2*PI*1000*t)*lt(mod(t\\,0.5)\\,0.004)':s=44100:d=" + seconds,
                "-ac",
                "2",
                "-f",
                "wav");
    }

    /** Average colour of the frame at a time: red, green, blue. */
    public static int[] colourAt(Path film, double seconds) throws InterruptedException, IOException {
        var pixel = Files.createTempFile("pixel", ".rgb");
        try {
            ffmpeg().run(List.of(
                    "-v",
                    "error",
                    "-ss",
                    Double.toString(seconds),
                    "-i",
                    film.toString(),
                    "-frames:v",
                    "1",
                    "-vf",
                    "scale=1:1:flags=area",
                    "-pix_fmt",
                    "rgb24",
                    "-f",
                    "rawvideo",
                    pixel.toString()));
            var bytes = Files.readAllBytes(pixel);
            return new int[] {bytes[0] & 0xFF, bytes[1] & 0xFF, bytes[2] & 0xFF};
        } finally {
            Files.delete(pixel);
        }
    }

    /** The sound of a film as mono floats at 48 kHz. */
    public static float[] sound(Path film) throws InterruptedException, IOException {
        var raw = Files.createTempFile("sound", ".f32");
        try {
            ffmpeg().run(List.of(
                    "-v",
                    "error",
                    "-i",
                    film.toString(),
                    "-map",
                    "0:a:0",
                    "-ac",
                    "1",
                    "-ar",
                    "48000",
                    "-f",
                    "f32le",
                    raw.toString()));
            var floats = java.nio.ByteBuffer.wrap(Files.readAllBytes(raw))
                    .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            var samples = new float[floats.remaining()];
            floats.get(samples);
            return samples;
        } finally {
            Files.delete(raw);
        }
    }

    private static Path make(Path target, String... arguments) throws InterruptedException {
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var all = new ArrayList<>(List.of("-v", "error"));
        all.addAll(List.of(arguments));
        all.add(target.toAbsolutePath().toString());
        ffmpeg().run(all);
        return target;
    }
}
