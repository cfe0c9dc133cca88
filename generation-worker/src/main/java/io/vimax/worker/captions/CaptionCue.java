package io.vimax.worker.captions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text on screen from {@code startMs} (included) to {@code endMs} of the film. The speaker is null for narration. */
public record CaptionCue(
        long startMs,
        long endMs,
        List<String> lines,
        @Nullable String speaker) {
    public CaptionCue {
        if (startMs < 0 || endMs <= startMs) {
            throw new IllegalArgumentException("a caption from " + startMs + " to " + endMs + " ms");
        }
        lines = List.copyOf(lines);
    }

    public CaptionCue(long startMs, long endMs, String... lines) {
        this(startMs, endMs, List.of(lines), null);
    }

    public String text() {
        return String.join("\n", lines);
    }
}
