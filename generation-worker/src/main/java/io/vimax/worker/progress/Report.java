package io.vimax.worker.progress;

import io.vimax.worker.provider.Progress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * News about one generation.
 *
 * @param fence of the claim under which the news was made
 * @param state queued, submitting, running or storing
 * @param queuePlace from 1; null when not waiting
 * @param sofar how long the attempt has run
 * @param trace W3C traceparent of the generation
 */
public record Report(
        Subject subject,
        long fence,
        String state,
        Progress progress,
        @Nullable Integer queuePlace,
        Duration sofar,
        int attempt,
        @Nullable String trace) {}
