package io.vimax.worker.provider.local.music;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Composes an ambient bed into a WAV file: 48 kHz, 16 bit, stereo. Keeps no state: safe for threads. */
public final class AmbientBed {
    public static final int SAMPLE_RATE = 48_000;

    /** -3 dBFS. */
    private static final double PEAK = 0.7079;

    private static final int BLOCK = 4096;
    private static final int HEADER = 44;

    /**
     * Writes the bed to {@code targetWav}. Nothing is left there on failure.
     *
     * @param progress told the share that is done, 0..1
     */
    public ComposedBed compose(MusicSpec spec, Path targetWav, DoubleConsumer progress)
            throws IOException, InterruptedException {
        var mood = Mood.of(spec.mood());
        var score = Score.compose(mood, spec.durationMs() / 1000.0, spec.seed());
        var complete = false;
        try (var file = FileChannel.open(
                targetWav,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            var frames = spec.durationMs() * (long) SAMPLE_RATE / 1000;
            file.write(header(frames));
            var loudest = play(spec, mood, score, frames, file, progress);
            // The loudest sample is known only at the end: a second pass over the file brings it to its level.
            scale(file, frames, PEAK / Math.max(loudest, 1e-6), progress);
            complete = true;
        } catch (ClosedByInterruptException e) {
            // The exception carries the news from here; a flag left behind would stop the next piece of work too.
            Thread.interrupted();
            throw (InterruptedException) new InterruptedException("stopped while writing").initCause(e);
        } finally {
            if (!complete) {
                Files.deleteIfExists(targetWav);
            }
        }
        progress.accept(1);
        return new ComposedBed(spec.durationMs(), SAMPLE_RATE, score.key());
    }

    private static double play(
            MusicSpec spec, Mood mood, Score score, long frames, FileChannel file, DoubleConsumer progress)
            throws IOException, InterruptedException {
        var instruments = List.of(new Pads(score, mood, SAMPLE_RATE, spec.seed()), new Bells(score, SAMPLE_RATE));
        var dryInstruments =
                List.of(new SubBass(score, mood, SAMPLE_RATE), new Weather(spec.palette(), SAMPLE_RATE, spec.seed()));
        var room = new Room(mood == Mood.JOYFUL ? 2.6 : 4.2, SAMPLE_RATE);
        var master = new Master(frames, SAMPLE_RATE);
        var bytes = ByteBuffer.allocate(BLOCK * 4).order(ByteOrder.LITTLE_ENDIAN);
        var loudest = 0.0;
        for (var first = 0L; first < frames; first += BLOCK) {
            stopWhenInterrupted();
            var count = (int) Math.min(BLOCK, frames - first);
            var left = new float[count];
            var right = new float[count];
            for (var instrument : instruments) {
                instrument.play(left, right, first, count);
            }
            room.play(left, right, count, 0.42f);
            for (var instrument : dryInstruments) {
                instrument.play(left, right, first, count);
            }
            loudest = Math.max(loudest, master.finish(left, right, first, count));
            bytes.clear();
            for (var i = 0; i < count; i++) {
                bytes.putShort((short) Math.round(left[i] * 32767)).putShort((short) Math.round(right[i] * 32767));
            }
            writeAll(file, bytes.flip());
            progress.accept(0.95 * (first + count) / frames);
        }
        return loudest;
    }

    private static void scale(FileChannel file, long frames, double gain, DoubleConsumer progress)
            throws IOException, InterruptedException {
        var bytes = ByteBuffer.allocate(1 << 18).order(ByteOrder.LITTLE_ENDIAN);
        var end = HEADER + frames * 4;
        for (var at = (long) HEADER; at < end; ) {
            stopWhenInterrupted();
            bytes.clear().limit((int) Math.min(bytes.capacity(), end - at));
            while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {}
            bytes.flip();
            for (var i = 0; i < bytes.limit(); i += 2) {
                bytes.putShort(i, (short) Math.clamp(Math.round(bytes.getShort(i) * gain), -32768, 32767));
            }
            var length = bytes.limit();
            file.position(at);
            writeAll(file, bytes);
            at += length;
            progress.accept(0.95 + 0.05 * (at - HEADER) / (end - HEADER));
        }
    }

    private static void stopWhenInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("stopped while composing");
        }
    }

    private static void writeAll(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    private static ByteBuffer header(long frames) {
        var size = (int) (frames * 4);
        var header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt(36 + size).put(ascii("WAVEfmt ")).putInt(16);
        header.putShort((short) 1).putShort((short) 2).putInt(SAMPLE_RATE).putInt(SAMPLE_RATE * 4);
        header.putShort((short) 4).putShort((short) 16).put(ascii("data")).putInt(size);
        return header.flip();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
