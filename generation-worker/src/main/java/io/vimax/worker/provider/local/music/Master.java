package io.vimax.worker.provider.local.music;

/** The end of the chain: takes away what cannot be heard, rounds off the rare peak, fades in and out. */
final class Master {
    private static final double LOWEST_HZ = 28;

    private final double frames;
    private final double fadeIn;
    private final double fadeOut;
    private final float slow;
    private float belowLeft;
    private float belowRight;

    Master(long frames, int sampleRate) {
        this.frames = frames;
        fadeIn = Math.min(2.0 * sampleRate, frames * 0.15);
        fadeOut = Math.min(4.5 * sampleRate, frames * 0.3);
        slow = (float) (1 - Math.exp(-2 * Math.PI * LOWEST_HZ / sampleRate));
    }

    /** Returns the loudest sample of the block, below 1. */
    double finish(float[] left, float[] right, long firstFrame, int count) {
        var loudest = 0f;
        for (var i = 0; i < count; i++) {
            belowLeft += slow * (left[i] - belowLeft);
            belowRight += slow * (right[i] - belowRight);
            var gain = gain(firstFrame + i);
            left[i] = gain * soft(1.5f * (left[i] - belowLeft));
            right[i] = gain * soft(1.5f * (right[i] - belowRight));
            loudest = Math.max(loudest, Math.max(Math.abs(left[i]), Math.abs(right[i])));
        }
        return loudest;
    }

    private float gain(long frame) {
        var up = Math.min(1, frame / fadeIn);
        var down = Math.min(1, (frames - 1 - frame) / fadeOut);
        return (float) (Math.sin(up * Math.PI / 2) * (0.5 - 0.5 * Math.cos(down * Math.PI)));
    }

    /** Straight for what is quiet, bending towards 1 above. */
    private static float soft(float sample) {
        var x = Math.clamp(sample, -3f, 3f);
        return x * (27 + x * x) / (27 + 9 * x * x);
    }
}
