package io.vimax.worker.media;

import java.time.Duration;
import java.util.List;

/** What a finished FFmpeg run reported: video frames and time written, and the last lines of its log. */
public record FfmpegRun(long frames, Duration outTime, List<String> log) {
    public FfmpegRun {
        log = List.copyOf(log);
    }
}
