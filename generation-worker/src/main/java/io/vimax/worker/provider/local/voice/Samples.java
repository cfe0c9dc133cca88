package io.vimax.worker.provider.local.voice;

import java.util.Arrays;

/** Arithmetic on mono audio in -1..1. */
final class Samples {
    /** What is quieter than this, beside the line's own peak, counts as silence: -40 dB. */
    private static final float SILENCE = 0.01f;

    private static final int SINC_WIDTH = 12;

    private Samples() {}

    /** Plays {@code factor} times as fast (windowed sinc). */
    static float[] resample(float[] source, double factor) {
        if (Math.abs(factor - 1) < 1e-6) {
            return source;
        }
        var result = new float[(int) (source.length / factor)];
        var cutoff = Math.min(1, 1 / factor);
        for (var i = 0; i < result.length; i++) {
            var at = i * factor;
            var middle = (int) Math.floor(at);
            var sum = 0.0;
            var weights = 0.0;
            for (var k = middle - SINC_WIDTH + 1; k <= middle + SINC_WIDTH; k++) {
                if (k < 0 || k >= source.length) {
                    continue;
                }
                var x = at - k;
                var sinc = Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x * cutoff) / (Math.PI * x * cutoff);
                var weight = sinc * (0.5 + 0.5 * Math.cos(Math.PI * x / SINC_WIDTH));
                sum += weight * source[k];
                weights += weight;
            }
            result[i] = Math.abs(weights) < 1e-9 ? 0 : (float) (sum / weights);
        }
        return result;
    }

    static float[] trimmed(float[] source) {
        var loudest = peak(source);
        var first = 0;
        while (first < source.length && Math.abs(source[first]) <= SILENCE * loudest) {
            first++;
        }
        var last = source.length;
        while (last > first && Math.abs(source[last - 1]) <= SILENCE * loudest) {
            last--;
        }
        return Arrays.copyOfRange(source, first, last);
    }

    static float peak(float[] source) {
        var peak = 0f;
        for (var sample : source) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    /** Short ramps at both ends, so that nothing clicks. */
    static void fade(float[] samples, int ramp) {
        var length = Math.min(ramp, samples.length / 2);
        for (var i = 0; i < length; i++) {
            var gain = (float) (0.5 - 0.5 * Math.cos(Math.PI * i / length));
            samples[i] *= gain;
            samples[samples.length - 1 - i] *= gain;
        }
    }

    /** Scales so that the loudest sample is {@code peak}; silence stays silence. */
    static void normalize(float[] samples, float peak) {
        var loudest = peak(samples);
        if (loudest > 1e-6f) {
            for (var i = 0; i < samples.length; i++) {
                samples[i] *= peak / loudest;
            }
        }
    }
}
