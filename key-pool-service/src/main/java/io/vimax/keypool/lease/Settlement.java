package io.vimax.keypool.lease;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

    /** @param retryAfterMs what the provider asked for, in milliseconds, or null */
    record Reported(
            @NotBlank String kind,
            @Min(0) @Nullable Long retryAfterMs,
            @Size(max = 1000) @Nullable String detail) {}
}
