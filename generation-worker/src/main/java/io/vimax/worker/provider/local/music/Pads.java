package io.vimax.worker.provider.local.music;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Warm pads: every note is three slightly detuned saw-like waves, one left, one right, one in the middle, that swell in and
 * overlap the next chord. A low-pass that breathes and opens with the energy of the piece keeps them soft.
 */
final class Pads implements Instrument {
    private static final int TABLE = 4096;
    private static final float[] WAVE = wave();

    private final List<Note> notes = new ArrayList<>();
    private final List<Score.Chord> chords;
    private final double rate;
    private final double cutoffHz;
    private final double breathHz;
    private final double breathPhase;
    private final LowPass lowLeft = new LowPass();
    private final LowPass lowRight = new LowPass();

    Pads(Score score, Mood mood, int sampleRate, long seed) {
        var random = new Random(seed ^ 0x7061647L);
        chords = score.chords();
        rate = sampleRate;
        cutoffHz = mood.cutoffHz();
        breathHz = 0.045 + random.nextDouble() * 0.03;
        breathPhase = random.nextDouble() * 2 * Math.PI;
        for (var chord : chords) {
            for (var i = 0; i < chord.notes().size(); i++) {
                notes.add(new Note(chord, Instrument.hertz(chord.notes().get(i)), i, rate, random));
            }
        }
    }

    /** A saw whose overtones fade quickly, so that it is soft and never aliases in the pads' range. */
    private static float[] wave() {
        var wave = new float[TABLE + 1];
        for (var harmonic = 1; harmonic <= 14; harmonic++) {
            var level = Math.pow(harmonic, -1.35) * (harmonic % 2 == 0 ? 0.8 : 1);
            for (var i = 0; i <= TABLE; i++) {
                wave[i] += (float) (level * Math.sin(2 * Math.PI * harmonic * i / TABLE));
            }
        }
        return wave;
    }

    @Override
    public void play(float[] left, float[] right, long firstFrame, int frames) {
        var dryLeft = new float[frames];
        var dryRight = new float[frames];
        for (var note : notes) {
            note.play(dryLeft, dryRight, firstFrame, frames);
        }
        for (var i = 0; i < frames; i++) {
            if (i % 64 == 0) {
                var seconds = (firstFrame + i) / rate;
                var breath = 1 + 0.42 * Math.sin(2 * Math.PI * breathHz * seconds + breathPhase);
                var open = 0.65 + 0.7 * energy(seconds);
                lowLeft.tune(cutoffHz * breath * open, rate);
                lowRight.tune(cutoffHz * open * (2 - breath) * 0.98, rate);
            }
            left[i] += lowLeft.next(dryLeft[i]);
            right[i] += lowRight.next(dryRight[i]);
        }
    }

    /** Glides from chord to chord. */
    private double energy(double seconds) {
        var length = chords.getFirst().length();
        var at = Math.clamp(seconds / length - 0.5, 0, chords.size() - 1.0);
        var before = (int) at;
        var after = Math.min(before + 1, chords.size() - 1);
        var part = at - before;
        return chords.get(before).energy() * (1 - part) + chords.get(after).energy() * part;
    }

    private static final class Note {
        private final long start;
        private final long attack;
        private final long release;
        private final long end;
        private final double[] step = new double[3];
        private final double[] phase = new double[3];
        private final float level;
        private final float pan;

        Note(Score.Chord chord, double hertz, int place, double rate, Random random) {
            // The hand does not come down on all keys at once.
            var late = place * 0.11 + random.nextDouble() * 0.09;
            start = (long) ((chord.start() + late) * rate);
            attack = (long) (Math.min(2.4, chord.length() * 0.42) * rate);
            release = (long) (Math.min(3.4, chord.length() * 0.55) * rate);
            end = (long) ((chord.start() + chord.length()) * rate) + release / 2;
            var detune = 0.0016 + 0.0012 * random.nextDouble();
            var ratios = new double[] {1 - detune, 1 + detune, 1 + 0.0004 * random.nextGaussian()};
            for (var i = 0; i < 3; i++) {
                step[i] = hertz * ratios[i] / rate * TABLE;
                phase[i] = random.nextDouble() * TABLE;
            }
            // Upper notes are quieter: the colour should glow, not stick out.
            level = (float)
                    (0.05 * (0.62 + 0.38 * chord.energy()) * (place == 2 ? 0.72 : 1) * Math.pow(220 / hertz, 0.28));
            pan = (float) ((random.nextDouble() - 0.5) * 0.5);
        }

        void play(float[] left, float[] right, long firstFrame, int frames) {
            var from = (int) Math.max(0, start - firstFrame);
            var to = (int) Math.min(frames, end - firstFrame);
            for (var i = from; i < to; i++) {
                var gain = level * envelope(firstFrame + i);
                var middle = 0.55f * read(2);
                left[i] += gain * (1 - pan) * (read(0) + middle);
                right[i] += gain * (1 + pan) * (read(1) + middle);
            }
        }

        private float envelope(long frame) {
            var up = Math.min(1f, (frame - start) / (float) attack);
            var down = Math.min(1f, (end - frame) / (float) release);
            return up * up * (3 - 2 * up) * down * down * (3 - 2 * down);
        }

        private float read(int wave) {
            var at = phase[wave];
            var index = (int) at;
            var part = (float) (at - index);
            at += step[wave];
            phase[wave] = at >= TABLE ? at - TABLE : at;
            return WAVE[index] + part * (WAVE[index + 1] - WAVE[index]);
        }
    }
}
