package io.vimax.worker.provider.local.clip;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One FFmpeg process that takes raw frames on its standard input. Closing it always ends the process. */
final class Encoder implements AutoCloseable {
    private static final long LAST_FRAMES_SECONDS = 60;

    private final Process process;
    private final OutputStream to;
    private final Path log;
    private final ByteBuffer bytes;

    private Encoder(Process process, Path log, int pixels) {
        this.process = process;
        this.to = process.getOutputStream();
        this.log = log;
        this.bytes = ByteBuffer.allocate(pixels * 4).order(ByteOrder.LITTLE_ENDIAN);
    }

    static Encoder start(Path ffmpeg, ClipSpec spec, Path target) throws IOException {
        Path log = Files.createTempFile("vimax-clip", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of(
                    ffmpeg.toString(),
                    "-hide_banner",
                    "-loglevel",
                    "error",
                    "-nostdin",
                    "-y",
                    "-f",
                    "rawvideo",
                    "-pixel_format",
                    "bgr0",
                    "-video_size",
                    spec.width() + "x" + spec.height(),
                    "-framerate",
                    String.valueOf(spec.fps()),
                    "-i",
                    "pipe:0",
                    "-an",
                    "-map_metadata",
                    "-1",
                    "-fflags",
                    "+bitexact",
                    "-flags:v",
                    "+bitexact",
                    "-vf",
                    "scale=out_color_matrix=bt709:out_range=tv",
                    "-c:v",
                    "libx264",
                    "-preset",
                    "veryfast",
                    "-crf",
                    "18",
                    "-pix_fmt",
                    "yuv420p",
                    "-threads",
                    "1",
                    "-colorspace",
                    "bt709",
                    "-color_primaries",
                    "bt709",
                    "-color_trc",
                    "bt709",
                    "-color_range",
                    "tv",
                    "-movflags",
                    "+faststart",
                    "-f",
                    "mp4",
                    target.toString()));
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            return new Encoder(builder.start(), log, spec.width() * spec.height());
        } catch (IOException e) {
            Files.deleteIfExists(log);
            throw e;
        }
    }

    void write(int[] frame) throws IOException {
        bytes.clear();
        bytes.asIntBuffer().put(frame);
        try {
            to.write(bytes.array());
        } catch (IOException e) {
            throw new IOException("FFmpeg stopped: " + complaint(), e);
        }
    }

    void finish() throws IOException, InterruptedException {
        to.close();
        if (!process.waitFor(LAST_FRAMES_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("FFmpeg did not end within " + LAST_FRAMES_SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            throw new IOException("FFmpeg failed (" + process.exitValue() + "): " + complaint());
        }
    }

    /** Ends the process when it still runs, and waits until it is gone so that it cannot write the file again. */
    @Override
    public void close() throws IOException {
        try {
            if (process.isAlive()) {
                process.destroyForcibly();
                boolean interrupted = false;
                while (true) {
                    try {
                        process.waitFor();
                        break;
                    } catch (InterruptedException _) {
                        interrupted = true;
                    }
                }
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private String complaint() throws IOException {
        byte[] said = Files.readAllBytes(log);
        int from = Math.max(0, said.length - 800);
        return new String(said, from, said.length - from, StandardCharsets.UTF_8).strip();
    }
}
