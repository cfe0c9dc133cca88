package io.vimax.worker.provider.local.music;

/**
 * A large soft room: a feedback delay network of eight lines mixed by a Hadamard matrix, each damped in the treble
 * (J.-M. Jot and A. Chaigne, 1991).
 */
final class Room {
    /** Milliseconds; without common divisors at 48 kHz, so that echoes do not pile up. */
    private static final double[] LINES = {31.31, 37.97, 43.87, 52.13, 59.59, 66.71, 73.93, 82.01};

    private final float[][] lines = new float[LINES.length][];
    private final int[] at = new int[LINES.length];
    private final float[] dark = new float[LINES.length];
    private final float[] keep = new float[LINES.length];
    private final float[] out = new float[LINES.length];
    private final float damping;

    Room(double seconds, int sampleRate) {
        for (var i = 0; i < LINES.length; i++) {
            var length = (int) (LINES[i] * sampleRate / 1000) | 1;
            lines[i] = new float[length];
            // -60 dB after the given time.
            keep[i] = (float) Math.pow(10, -3.0 * length / (seconds * sampleRate));
        }
        damping = (float) (1 - Math.exp(-2 * Math.PI * 3400 / sampleRate));
    }

    /** Adds the room's answer to the dry sound that is in the block. */
    void play(float[] left, float[] right, int frames, float wet) {
        for (var f = 0; f < frames; f++) {
            var wetLeft = 0f;
            var wetRight = 0f;
            for (var i = 0; i < 8; i++) {
                dark[i] += damping * (lines[i][at[i]] * keep[i] - dark[i]);
                out[i] = dark[i];
            }
            wetLeft = out[0] - out[2] + out[4] - out[6];
            wetRight = out[1] - out[3] + out[5] - out[7];
            hadamard();
            for (var i = 0; i < 8; i++) {
                lines[i][at[i]] = out[i] * 0.35355339f + (i % 2 == 0 ? left[f] : right[f]) * 0.5f;
                at[i] = at[i] + 1 == lines[i].length ? 0 : at[i] + 1;
            }
            left[f] += wet * wetLeft;
            right[f] += wet * wetRight;
        }
    }

    private void hadamard() {
        for (var span = 1; span < 8; span *= 2) {
            for (var i = 0; i < 8; i += 2 * span) {
                for (var j = i; j < i + span; j++) {
                    var a = out[j];
                    var b = out[j + span];
                    out[j] = a + b;
                    out[j + span] = a - b;
                }
            }
        }
    }
}
