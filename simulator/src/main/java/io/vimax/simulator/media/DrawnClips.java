package io.vimax.simulator.media;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Clips that move slowly over a picture, by FFmpeg, one at a time. */
final class DrawnClips {

    private static final String BUNDLED = "ws/schild/jave/nativebin/ffmpeg-amd64";
    private static final int LONGEST_RUN_SECONDS = 120;

    private final Path ffmpeg;
    private final Semaphore oneAtATime = new Semaphore(1, true);

    /** @throws IllegalStateException if there is no FFmpeg, saying what to do */
    DrawnClips() {
        this.ffmpeg = locate();
    }

    byte[] over(byte[] picture, FrameSize size, int seconds, ClipMove move) throws InterruptedException {
        oneAtATime.acquire();
        try {
            Path folder = Files.createTempDirectory("simulator-clip");
            try {
                return make(folder, picture, size, seconds, move);
            } finally {
                try (Stream<Path> files = Files.list(folder)) {
                    files.forEach(file -> file.toFile().delete());
                }
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            oneAtATime.release();
        }
    }

    private byte[] make(Path folder, byte[] picture, FrameSize size, int seconds, ClipMove move)
            throws IOException, InterruptedException {
        Files.write(folder.resolve("picture"), picture);
        String shape = size.width() + "x" + size.height();
        int frames = seconds * SourceClip.FRAMES;
        // The move is made on a larger picture: zoompan steps in whole pixels and would tremble.
        String view = "scale=%d:%d:force_original_aspect_ratio=increase,crop=%d:%d,zoompan=%s:d=%d:s=%s:fps=%d"
                .formatted(
                        2 * size.width(),
                        2 * size.height(),
                        2 * size.width(),
                        2 * size.height(),
                        move.expressions(frames),
                        frames,
                        shape,
                        SourceClip.FRAMES);
        Process process = new ProcessBuilder(List.of(
                        ffmpeg.toString(),
                        "-v",
                        "error",
                        "-nostdin",
                        "-y",
                        "-i",
                        "picture",
                        "-f",
                        "lavfi",
                        "-i",
                        "anoisesrc=a=0.01:c=brown:r=32000",
                        "-vf",
                        view,
                        "-c:v",
                        "libx264",
                        "-preset",
                        "veryfast",
                        "-crf",
                        "26",
                        "-pix_fmt",
                        "yuv420p",
                        "-threads",
                        "1",
                        "-c:a",
                        "aac",
                        "-b:a",
                        "48k",
                        "-ac",
                        "1",
                        "-t",
                        String.valueOf(seconds),
                        "-movflags",
                        "+faststart",
                        "clip.mp4"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            if (!process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("FFmpeg took longer than " + LONGEST_RUN_SECONDS + " s");
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException(
                    "FFmpeg failed: " + Files.readString(folder.resolve("log")).strip());
        }
        return Files.readAllBytes(folder.resolve("clip.mp4"));
    }

    static Path locate() {
        String configured = System.getenv("VIMAX_FFMPEG");
        if (configured != null) {
            return Path.of(configured);
        }
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path candidate = Path.of(folder, "ffmpeg");
            if (!folder.isBlank() && Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        return unpack();
    }

    /** Copies the program of the class path once for this user; the move is atomic, so a program that is there is whole. */
    private static Path unpack() {
        try (InputStream in = DrawnClips.class.getClassLoader().getResourceAsStream(BUNDLED)) {
            if (in == null || !System.getProperty("os.arch", "").matches("amd64|x86_64")) {
                throw new IllegalStateException("Drawn clips need FFmpeg; install it, or name it in VIMAX_FFMPEG");
            }
            Path folder =
                    Path.of(System.getProperty("java.io.tmpdir"), "vimax-simulator-" + System.getProperty("user.name"));
            Path target = folder.resolve("ffmpeg");
            if (Files.isExecutable(target)) {
                return target;
            }
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "ffmpeg", ".part");
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            if (!part.toFile().setExecutable(true)) {
                throw new IOException("FFmpeg cannot be made executable in " + folder);
            }
            return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
