package io.vimax.worker.render;

import io.vimax.worker.media.Ffmpeg;
import io.vimax.worker.media.Loudness;
import io.vimax.worker.media.LoudnessMeter;
import io.vimax.worker.media.MediaProblem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Brings a mix to its loudness in two passes, measure and gain, and keeps peaks below the ceiling. The limiter works at
 * four times the rate, where it sees the peaks between samples. AAC moves peaks again, so the encoded file is measured and,
 * if it missed, encoded once more with the difference taken off.
 */
final class Mastering {

    private static final int MAX_ROUNDS = 5;
    private static final double CLOSE_ENOUGH_LU = 0.2;

    /** Room left for what AAC adds to peaks; further rounds take more if this was not enough. */
    private static final double FIRST_MARGIN_DB = 0.8;

    private static final int LIMITER_RATE = 192_000;
    private static final double LOOK_AHEAD_MS = 5;

    private final Ffmpeg ffmpeg;
    private final LoudnessMeter meter;
    private final RenderPlan.Sound sound;
    private final Duration length;

    Mastering(Ffmpeg ffmpeg, RenderPlan.Sound sound, Duration length) {
        this.ffmpeg = ffmpeg;
        this.meter = new LoudnessMeter(ffmpeg);
        this.sound = sound;
        this.length = length;
    }

    /** Encodes stereo samples and returns what was measured on the result. */
    Loudness write(Path samples, Path target, DoubleConsumer progress) throws InterruptedException {
        try {
            var mix = meter.measureSamples(samples, Samples.RATE, 2);
            progress.accept(0.2);
            var gainDb = mix.silent() ? 0 : sound.loudnessLufs() - mix.integratedLufs();
            var limitDb = sound.ceilingDbtp() - FIRST_MARGIN_DB;
            for (var round = 1; ; round++) {
                encode(samples, gainDb, limitDb, target);
                var result = meter.measure(target);
                progress.accept(1 - 0.6 / (round + 1));
                var missedLu = sound.loudnessLufs() - result.integratedLufs();
                var overDb = result.truePeakDbtp() - sound.ceilingDbtp();
                if (result.silent() || round == MAX_ROUNDS || (Math.abs(missedLu) <= CLOSE_ENOUGH_LU && overDb < 0)) {
                    return result;
                }
                gainDb += missedLu;
                limitDb -= overDb < 0 ? 0 : overDb + 0.2;
            }
        } catch (MediaProblem problem) {
            throw RenderProblem.of(problem);
        }
    }

    private void encode(Path samples, double gainDb, double limitDb, Path target) throws InterruptedException {
        var lookAhead = SoundTrack.decimal(LOOK_AHEAD_MS / 1000);
        // The limiter delays the sound by its look-ahead, which is taken off again behind it.
        var filters = "volume=" + SoundTrack.decimal(gainDb) + "dB:precision=float,apad=pad_dur=" + lookAhead
                + ",aresample=" + LIMITER_RATE
                + ",alimiter=level=disabled:attack=" + SoundTrack.decimal(LOOK_AHEAD_MS) + ":release=80:limit="
                + SoundTrack.decimal(SoundTrack.linear(limitDb))
                + ",atrim=start=" + lookAhead + ",asetpts=PTS-STARTPTS,aresample=" + Samples.RATE;
        ffmpeg.run(
                List.of(
                        "-v",
                        "warning",
                        "-f",
                        "f32le",
                        "-ar",
                        Integer.toString(Samples.RATE),
                        "-ac",
                        "2",
                        "-i",
                        samples.toString(),
                        "-af",
                        filters,
                        "-c:a",
                        "aac",
                        "-b:a",
                        "192k",
                        "-t",
                        SoundTrack.decimal(length.toNanos() / 1e9),
                        "-f",
                        "mp4",
                        target.toString()),
                null,
                length,
                done -> {});
    }
}
