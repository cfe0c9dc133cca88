package io.vimax.worker.provider.local.music;

/** Two one-pole low-passes in a row: 12 dB per octave without resonance. */
final class LowPass {
    private float share = 0.1f;
    private float first;
    private float second;

    void tune(double hertz, double rate) {
        share = (float) (1 - Math.exp(-2 * Math.PI * hertz / rate));
    }

    float next(float sample) {
        first += share * (sample - first);
        second += share * (first - second);
        return second;
    }
}
