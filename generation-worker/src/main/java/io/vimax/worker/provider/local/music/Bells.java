package io.vimax.worker.provider.local.music;

import java.util.ArrayList;
import java.util.List;

/** Soft struck bells: a few partials that die at their own pace, the high ones first, with two echoes to the sides. */
final class Bells implements Instrument {
    private static final double[] PARTIALS = {1, 2.001, 3.011, 5.19};
    private static final double[] LEVELS = {1, 0.32, 0.14, 0.05};
    /** Seconds until a partial has fallen to 1/e. */
    private static final double[] DECAYS = {1.15, 0.62, 0.3, 0.13};

    private static final double LONGEST = 5.5;

    private final List<Voice> voices = new ArrayList<>();
    private final double rate;

    Bells(Score score, int sampleRate) {
        rate = sampleRate;
        var echo = score.chords().getFirst().length() / 8 * 0.75;
        for (var bell : score.bells()) {
            voices.add(new Voice(bell.start(), bell.pitch(), bell.loudness(), bell.pan()));
            voices.add(new Voice(bell.start() + echo, bell.pitch(), bell.loudness() * 0.3, 0.75));
            voices.add(new Voice(bell.start() + 2 * echo, bell.pitch(), bell.loudness() * 0.15, -0.75));
        }
    }

    @Override
    public void play(float[] left, float[] right, long firstFrame, int frames) {
        for (var voice : voices) {
            voice.play(left, right, firstFrame, frames);
        }
    }

    private final class Voice {
        private final long start;
        private final long end;
        private final float toLeft;
        private final float toRight;
        private final double[] sine = new double[PARTIALS.length];
        private final double[] cosine = new double[PARTIALS.length];
        private final double[] turnSine = new double[PARTIALS.length];
        private final double[] turnCosine = new double[PARTIALS.length];

        Voice(double seconds, double pitch, double loudness, double pan) {
            start = (long) (seconds * rate);
            end = start + (long) (LONGEST * rate);
            toLeft = (float) (loudness * 0.13 * Math.sqrt(0.5 * (1 - pan * 0.8)));
            toRight = (float) (loudness * 0.13 * Math.sqrt(0.5 * (1 + pan * 0.8)));
            for (var i = 0; i < PARTIALS.length; i++) {
                var hertz = Instrument.hertz(pitch) * PARTIALS[i];
                var fade = Math.exp(-1 / (DECAYS[i] * Math.pow(440 / Instrument.hertz(pitch), 0.4) * rate));
                turnSine[i] = fade * Math.sin(2 * Math.PI * hertz / rate);
                turnCosine[i] = fade * Math.cos(2 * Math.PI * hertz / rate);
                cosine[i] = LEVELS[i];
            }
        }

        void play(float[] left, float[] right, long firstFrame, int frames) {
            var from = (int) Math.max(0, start - firstFrame);
            var to = (int) Math.min(frames, end - firstFrame);
            for (var i = from; i < to; i++) {
                var sum = 0.0;
                for (var p = 0; p < PARTIALS.length; p++) {
                    // A rotating and shrinking vector is a decaying sine without calling one.
                    var nextSine = sine[p] * turnCosine[p] + cosine[p] * turnSine[p];
                    cosine[p] = cosine[p] * turnCosine[p] - sine[p] * turnSine[p];
                    sine[p] = nextSine;
                    sum += nextSine;
                }
                var age = firstFrame + i - start;
                var soft = Math.min(1, age / (0.006 * rate)) * Math.min(1, (end - firstFrame - i) / (0.3 * rate));
                left[i] += (float) (sum * soft) * toLeft;
                right[i] += (float) (sum * soft) * toRight;
            }
        }
    }
}
