package io.vimax.worker.captions;

import org.jspecify.annotations.Nullable;

/** What is said, and when its voice sounds in the film. The speaker is null for narration. */
public record SpokenLine(
        String text,
        long startMs,
        long durationMs,
        @Nullable String speaker) {}
