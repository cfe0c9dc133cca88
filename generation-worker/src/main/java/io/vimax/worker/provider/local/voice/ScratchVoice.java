package io.vimax.worker.provider.local.voice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The scratch voice: speaks a line into a WAV file, 16-bit mono. Safe for threads; one line is spoken at a time, because
 * the synthesizer keeps state and is many times faster than speech.
 */
public final class ScratchVoice {
    /** The most a line is hurried to fit; faster is not understood any more. */
    public static final double MOST_HURRY = 1.35;

    /** -3 dBFS. */
    private static final float PEAK = 0.7079f;

    private static final int FADE = Synthesizer.SAMPLE_RATE * 4 / 1000;
    private static final int SILENT_LINE = Synthesizer.SAMPLE_RATE * 3 / 10;

    private final SpokenText text = new SpokenText();
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private @Nullable Synthesizer synthesizer;

    /**
     * Speaks into {@code targetWav}. Nothing is left there on failure.
     *
     * @param progress told the share that is done, 0..1
     */
    public SpokenLine speak(VoiceSpec spec, Path targetWav, DoubleConsumer progress)
            throws IOException, InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            progress.accept(0);
            var line = perform(spec, progress);
            write(line.samples, targetWav);
            progress.accept(1);
            var durationMs = durationMs(line.samples.length);
            return new SpokenLine(
                    durationMs,
                    Synthesizer.SAMPLE_RATE,
                    line.hurry,
                    spec.maxDurationMs() <= 0 || durationMs <= spec.maxDurationMs(),
                    SpokenText.hasHan(spec.text()));
        } finally {
            oneAtATime.unlock();
        }
    }

    private record Take(float[] samples, double hurry) {}

    private Take perform(VoiceSpec spec, DoubleConsumer progress) throws InterruptedException {
        var synth = synthesizer();
        var sentences = text.sentences(spec.text(), spec.language().startsWith("zh"), synth.guideWords());
        if (sentences.isEmpty()) {
            return new Take(new float[SILENT_LINE], 1);
        }
        var character = VoiceCharacter.of(spec.speaker(), spec.voice());
        var hurry = 1.0;
        var samples = say(synth, sentences, character, spec.speed(), part -> progress.accept(part * 0.6));
        // Pauses and sounds do not shrink alike, so the second guess corrects the first.
        for (var attempt = 0; attempt < 2; attempt++) {
            var tooLong = spec.maxDurationMs() <= 0 ? 0 : durationMs(samples.length) / (double) spec.maxDurationMs();
            if (tooLong <= 1 || hurry >= MOST_HURRY) {
                break;
            }
            hurry = Math.min(MOST_HURRY, hurry * tooLong * 1.015);
            samples = say(synth, sentences, character, spec.speed() * hurry, _ -> {});
            progress.accept(0.75 + 0.1 * attempt);
        }
        Samples.fade(samples, FADE);
        Samples.normalize(samples, PEAK);
        return new Take(samples, hurry);
    }

    private static float[] say(
            Synthesizer synth,
            List<SpokenText.Sentence> sentences,
            VoiceCharacter character,
            double speed,
            DoubleConsumer progress)
            throws InterruptedException {
        var line = new float[0];
        for (var i = 0; i < sentences.size(); i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("stopped while speaking");
            }
            var spoken = Samples.trimmed(synth.speak(sentences.get(i).words(), character, speed));
            var last = i == sentences.size() - 1;
            var pause = last ? 0 : (int) (sentences.get(i).pauseMs() * Synthesizer.SAMPLE_RATE / 1000.0 / speed);
            var from = line.length;
            line = Arrays.copyOf(line, from + spoken.length + pause);
            System.arraycopy(spoken, 0, line, from, spoken.length);
            progress.accept((i + 1.0) / sentences.size());
        }
        return line.length == 0 ? new float[SILENT_LINE] : line;
    }

    /** Made at the first line: reading the lexicon and the sounds takes a moment. */
    private Synthesizer synthesizer() {
        var made = synthesizer;
        if (made == null) {
            made = new Synthesizer(new GuideWords());
            synthesizer = made;
        }
        return made;
    }

    private static int durationMs(int samples) {
        return (int) (samples * 1000L / Synthesizer.SAMPLE_RATE);
    }

    private static void write(float[] samples, Path target) throws IOException, InterruptedException {
        var data = ByteBuffer.allocate(44 + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        data.put(ascii("RIFF")).putInt(36 + 2 * samples.length).put(ascii("WAVEfmt "));
        data.putInt(16).putShort((short) 1).putShort((short) 1);
        data.putInt(Synthesizer.SAMPLE_RATE).putInt(Synthesizer.SAMPLE_RATE * 2);
        data.putShort((short) 2).putShort((short) 16);
        data.put(ascii("data")).putInt(2 * samples.length);
        for (var sample : samples) {
            data.putShort((short) Math.round(Math.clamp(sample, -1f, 1f) * 32767));
        }
        try {
            Files.write(target, data.array());
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(target);
            if (e instanceof ClosedByInterruptException) {
                Thread.interrupted();
                throw new InterruptedException("stopped while writing");
            }
            throw e;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
