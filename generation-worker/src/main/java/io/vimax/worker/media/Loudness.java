package io.vimax.worker.media;

/**
 * Loudness of a piece of sound by EBU R128: integrated loudness in LUFS and true peak in dBTP. Silence is
 * {@link #SILENCE_LUFS} and minus infinity.
 */
public record Loudness(double integratedLufs, double rangeLu, double truePeakDbtp) {

    /** The gate of EBU R128: FFmpeg reports this for anything that never passes it. */
    public static final double SILENCE_LUFS = -70.0;

    public boolean silent() {
        return integratedLufs <= SILENCE_LUFS;
    }
}
