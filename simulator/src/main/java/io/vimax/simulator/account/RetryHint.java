package io.vimax.simulator.account;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** How a refusal says when to come back; providers differ, and some say nothing. */
public enum RetryHint {
    /** {@code Retry-After} in seconds, rounded up. */
    RETRY_AFTER,
    /** {@code Retry-After} as a date, rounded up to a second. */
    RETRY_AFTER_DATE,
    /** {@code retry-after-ms}, as OpenAI. */
    RETRY_AFTER_MS,
    /** {@code x-ms-retry-after-ms}, as Azure. */
    X_MS_RETRY_AFTER_MS,
    /** In the body: Google's RetryInfo, or "Please try again in 20s". */
    BODY;

    /** Adds the header, if the hint is one. */
    public void addTo(Map<String, String> headers, Duration retryAfter, Instant now) {
        switch (this) {
            case RETRY_AFTER -> headers.put("Retry-After", String.valueOf(secondsUp(retryAfter)));
            case RETRY_AFTER_DATE ->
                headers.put(
                        "Retry-After",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.ofEpochSecond(now.plus(retryAfter)
                                        .plusNanos(999_999_999)
                                        .getEpochSecond())
                                .atOffset(ZoneOffset.UTC)));
            case RETRY_AFTER_MS -> headers.put("retry-after-ms", String.valueOf(millisUp(retryAfter)));
            case X_MS_RETRY_AFTER_MS -> headers.put("x-ms-retry-after-ms", String.valueOf(millisUp(retryAfter)));
            case BODY -> {}
        }
    }

    public static long secondsUp(Duration time) {
        return Math.ceilDiv(time.toMillis(), 1000L);
    }

    private static long millisUp(Duration time) {
        return Math.ceilDiv(time.toNanos(), 1_000_000L);
    }
}
