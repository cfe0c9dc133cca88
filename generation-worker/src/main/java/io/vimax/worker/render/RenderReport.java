package io.vimax.worker.render;

/**
 * The finished film. Loudness and peak are measured on the encoded sound; a silent film has -70 LUFS and minus infinity.
 *
 * @param piecesEncoded pieces of the picture that had to be encoded; the others came from an earlier render
 */
public record RenderReport(
        long durationMs,
        int width,
        int height,
        int fps,
        long frames,
        long bytes,
        double integratedLufs,
        double truePeakDbtp,
        int piecesEncoded,
        int piecesReused,
        boolean soundReused) {}
