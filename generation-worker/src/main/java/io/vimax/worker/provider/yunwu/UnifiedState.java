package io.vimax.worker.provider.yunwu;

import java.util.Locale;
import java.util.Set;

/** The states of jobs in the unified form, of which the upstreams have many words for few. */
enum UnifiedState {
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

    UnifiedState(Set<String> words) {
        this.words = words;
    }

    static UnifiedState of(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        for (UnifiedState state : values()) {
            if (state.words.contains(plain)) {
                return state;
            }
        }
        return UNKNOWN;
    }
}
