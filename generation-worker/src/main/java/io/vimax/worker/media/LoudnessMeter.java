package io.vimax.worker.media;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures loudness and true peak with FFmpeg's {@code ebur128} filter. */
public final class LoudnessMeter {

    private final Ffmpeg ffmpeg;

    public LoudnessMeter(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    public Loudness measure(Path file) throws InterruptedException {
        return measure(List.of(), file);
    }

    /** Measures bare samples: little-endian 32 bit floats, channels interleaved. */
    public Loudness measureSamples(Path samples, int sampleRate, int channels) throws InterruptedException {
        return measure(
                List.of("-f", "f32le", "-ar", Integer.toString(sampleRate), "-ac", Integer.toString(channels)),
                samples);
    }

    private Loudness measure(List<String> inputOptions, Path file) throws InterruptedException {
        var arguments = new ArrayList<>(List.of("-v", "info"));
        arguments.addAll(inputOptions);
        arguments.addAll(List.of("-i", file.toAbsolutePath().toString(), "-map", "0:a:0"));
        arguments.addAll(List.of("-af", "ebur128=peak=true:framelog=verbose", "-f", "null", "-"));
        return parse(ffmpeg.run(arguments).log());
    }

    /** Reads the summary that stands at the end of the log. */
    static Loudness parse(List<String> log) {
        var integrated = Loudness.SILENCE_LUFS;
        var range = 0.0;
        var peak = Double.NEGATIVE_INFINITY;
        for (var line : log) {
            var words = line.strip().split("\\s+", -1);
            if (words.length < 3) {
                continue;
            }
            switch (words[0]) {
                case "I:" -> integrated = Double.parseDouble(words[1]);
                case "LRA:" -> range = Double.parseDouble(words[1]);
                case "Peak:" -> peak = words[1].contains("inf") ? peak : Double.parseDouble(words[1]);
                default -> {}
            }
        }
        return new Loudness(integrated, range, peak);
    }
}
