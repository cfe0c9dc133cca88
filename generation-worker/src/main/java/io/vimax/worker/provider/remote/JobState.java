package io.vimax.worker.provider.remote;

import java.util.Locale;
import java.util.Set;

/** The states of jobs: few, for which providers have many words. */
public enum JobState {
    QUEUED(Set.of("pending", "not_start", "submitted", "queued", "queueing", "preparing", "throttled", "in_queue")),
    RUNNING(Set.of(
            "image_downloading",
            "video_generating",
            "video_generation_completed",
            "video_upsampling",
            "video_upsampling_completed",
            "processing",
            "in_progress",
            "running",
            "generating")),
    SUCCEEDED(Set.of("completed", "success", "succeed", "succeeded", "finished")),
    FAILED(Set.of(
            "failed",
            "failure",
            "error",
            "video_generation_failed",
            "video_upsampling_failed",
            "cancelled",
            "canceled",
            "expired",
            "timeout")),
    UNKNOWN(Set.of());

    private final Set<String> words;

    JobState(Set<String> words) {
        this.words = words;
    }

    public static JobState of(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        for (JobState state : values()) {
            if (state.words.contains(plain)) {
                return state;
            }
        }
        return UNKNOWN;
    }
}
