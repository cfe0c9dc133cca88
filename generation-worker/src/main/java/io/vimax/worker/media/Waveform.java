package io.vimax.worker.media;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * How loud a sound is from moment to moment, for drawing.
 *
 * @param pointsPerSecond how many moments a second has
 * @param peaks the highest sample of each moment over all channels, as a share of full scale, 0 to 1
 */
public record Waveform(int pointsPerSecond, float[] peaks) {

    /** Finer than a pixel of the timeline at its closest, and 6 KB a minute. */
    private static final int POINTS_PER_SECOND = 50;

    /** What a page can draw and fetch without a thought: twelve minutes at the finest. */
    private static final int MOST_POINTS = 36_000;

    private static final int SAMPLE_RATE = 16_000;
    private static final double FULL_SCALE = 32_768;

    /**
     * Measures the first sound of a file.
     *
     * @param channels of that sound; they are kept apart, because mixing them changes how loud they are
     * @param scratch where the samples may be written for a moment, 32 KB for each second and channel
     * @throws MediaProblem if there is no sound in it, or it cannot be read
     */
    public static Waveform of(Path media, int channels, Ffmpeg ffmpeg, Path scratch) throws InterruptedException {
        ffmpeg.run(List.of(
                "-v",
                "error",
                "-i",
                media.toAbsolutePath().toString(),
                "-map",
                "0:a:0",
                "-ac",
                Integer.toString(channels),
                "-ar",
                Integer.toString(SAMPLE_RATE),
                "-f",
                "s16le",
                scratch.toAbsolutePath().toString()));
        try {
            return of(scratch, channels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Waveform of(Path samples, int channels) throws IOException {
        long frames = Files.size(samples) / ((long) channels * Short.BYTES);
        int perSecond = POINTS_PER_SECOND;
        while (perSecond > 1 && frames / (SAMPLE_RATE / perSecond) > MOST_POINTS) {
            perSecond = perSecond == POINTS_PER_SECOND ? 25 : perSecond == 25 ? 10 : 1;
        }
        int perPoint = SAMPLE_RATE / perSecond;
        var peaks = new float[(int) Math.min(MOST_POINTS, Math.ceilDiv(frames, perPoint))];
        byte[] block = new byte[perPoint * channels * Short.BYTES];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(samples))) {
            for (int point = 0; point < peaks.length; point++) {
                int read = in.readNBytes(block, 0, block.length);
                peaks[point] = (float) (highest(block, read) / FULL_SCALE);
            }
        }
        return new Waveform(perSecond, peaks);
    }

    private static int highest(byte[] block, int length) {
        var samples =
                ByteBuffer.wrap(block, 0, length).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        int highest = 0;
        while (samples.hasRemaining()) {
            highest = Math.max(highest, Math.abs((int) samples.get()));
        }
        return highest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Waveform(int perSecond, float[] values)
                && perSecond == pointsPerSecond
                && Arrays.equals(values, peaks);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(peaks);
    }
}
