package io.vimax.keypool.lease;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the work under a lease ended.
 *
 * @param costMicros what it did cost, in millionths of a US dollar
 * @param mediaMs length of what was made, in milliseconds
 * @param latencyMs from the first byte sent to the result, in milliseconds
 */
record Settlement(
        long fence,
        @Valid @NotNull Reported outcome,
        @Min(0) long costMicros,
        @Min(0) long mediaMs,
        @Min(0) long latencyMs) {

    /**
     * @param retryAfterMs what the provider asked for, in milliseconds, or null
     * @param retryAfterHintsMs every time the provider named, by header or body, in milliseconds; the longest counts
     * @param perDay whether the requests of the day are used up, or null when the provider did not say
     */
    record Reported(
            @NotBlank String kind,
            @Min(0) @Nullable Long retryAfterMs,
            @Size(max = 10) @Nullable List<@NotNull @Min(0) Long> retryAfterHintsMs,
            @Nullable Boolean perDay,
            @Size(max = 1000) @Nullable String detail) {

        /** Nobody waits longer than a month for what a provider wrote. */
        private static final Duration LONGEST = Duration.ofDays(31);

        @Nullable
        Duration longestHint() {
            return Stream.concat(
                            Stream.ofNullable(retryAfterMs),
                            Stream.ofNullable(retryAfterHintsMs).flatMap(List::stream))
                    .filter(Objects::nonNull)
                    .max(Long::compare)
                    .map(Duration::ofMillis)
                    .map(hint -> hint.compareTo(LONGEST) > 0 ? LONGEST : hint)
                    .orElse(null);
        }

        boolean saysPerDay() {
            return Boolean.TRUE.equals(perDay);
        }
    }
}
