package io.vimax.worker.provider.local.music;

/** Something that sounds. Called for one block after the other, from the first to the last. */
interface Instrument {
    /** Adds this instrument's sound of {@code frames} frames from {@code firstFrame} on. */
    void play(float[] left, float[] right, long firstFrame, int frames);

    static double hertz(double midi) {
        return 440 * Math.pow(2, (midi - 69) / 12);
    }
}
