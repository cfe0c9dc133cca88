package io.vimax.worker.render;

import java.util.Arrays;

/**
 * How far the music steps back while somebody speaks. It begins to fall before the first word, stays down over the short
 * pauses between words and sentences, and returns slowly, so that nothing pumps. A side-chain compressor cannot look
 * ahead, and how deep it ducks depends on every syllable; the finished voice track is at hand, so the depth is exact.
 */
final class Ducking {

    /** Resolution of the curve. */
    private static final int STEP_MS = 10;

    private static final int STEP = Samples.RATE / 1000 * STEP_MS;

    /** Louder than this counts as speech, in dBFS of one step; the voices were levelled to -18 LUFS before. */
    private static final double SPEECH_DB = -46;

    private static final int FALL = 250 / STEP_MS;
    private static final int HOLD = 250 / STEP_MS;
    private static final int RISE = 700 / STEP_MS;
    private static final int BRIDGED_PAUSE = 900 / STEP_MS;

    private final float[] gains;

    private Ducking(float[] gains) {
        this.gains = gains;
    }

    /** @param voiceGain linear gain at which the voices will be mixed */
    static Ducking under(Samples voice, double voiceGain, double depthDb) {
        var steps = (int) ((voice.count() + STEP - 1) / STEP);
        var speech = new boolean[steps];
        var threshold = Math.pow(10, SPEECH_DB / 20) / voiceGain;
        for (var i = 0; i < steps; i++) {
            speech[i] = loudness(voice, (long) i * STEP) > threshold;
        }
        bridgePauses(speech);
        return new Ducking(curve(speech, Math.max(0, depthDb)));
    }

    /** Linear gain of the music at a sample. */
    float gainAt(long sample) {
        var step = (int) (sample / STEP);
        var here = gains[Math.min(step, gains.length - 1)];
        var next = gains[Math.min(step + 1, gains.length - 1)];
        return here + (next - here) * (sample % STEP) / STEP;
    }

    private static double loudness(Samples voice, long from) {
        var to = Math.min(voice.count(), from + STEP);
        var sum = 0.0;
        for (var i = from; i < to; i++) {
            sum += voice.get(i) * voice.get(i);
        }
        return Math.sqrt(sum / (to - from));
    }

    private static void bridgePauses(boolean[] speech) {
        var last = -1;
        for (var i = 0; i < speech.length; i++) {
            if (!speech[i]) {
                continue;
            }
            if (last >= 0 && i - last <= BRIDGED_PAUSE) {
                Arrays.fill(speech, last, i, true);
            }
            last = i;
        }
    }

    private static float[] curve(boolean[] speech, double depthDb) {
        var share = new double[speech.length]; // 1 is fully ducked
        var since = Integer.MAX_VALUE;
        for (var i = 0; i < speech.length; i++) {
            since = speech[i] ? 0 : since == Integer.MAX_VALUE ? since : since + 1;
            share[i] = smooth(1 - (double) (since - HOLD) / RISE);
        }
        var until = Integer.MAX_VALUE;
        for (var i = speech.length - 1; i >= 0; i--) {
            until = speech[i] ? 0 : until == Integer.MAX_VALUE ? until : until + 1;
            share[i] = Math.max(share[i], smooth(1 - (double) until / FALL));
        }
        var gains = new float[speech.length];
        for (var i = 0; i < gains.length; i++) {
            gains[i] = (float) Math.pow(10, -depthDb * share[i] / 20);
        }
        return gains;
    }

    /** 0 below 0, 1 above 1, between them half a cosine. */
    private static double smooth(double x) {
        return (1 - Math.cos(Math.PI * Math.clamp(x, 0.0, 1.0))) / 2;
    }
}
