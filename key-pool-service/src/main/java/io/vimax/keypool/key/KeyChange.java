package io.vimax.keypool.key;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vimax.keypool.scope.QuotaLimit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What shall change of a key; what is left out stays.
 *
 * @param status active (resume), paused or draining
 * @param drainMinutes longest a draining key waits for its leases, or null for as long as they last
 * @param limits all further limits of the key from now on
 * @param clear names of what shall be removed
 */
public record KeyChange(
        @Schema(allowableValues = {"active", "paused", "draining"})
        @Pattern(regexp = "active|paused|draining", message = "must be active, paused or draining")
        @Nullable
        String status,

        @Min(1) @Max(1440) @Nullable Integer drainMinutes,

        @Pattern(regexp = ".*\\S.*", message = "must not be blank, nor have line breaks") @Size(max = 120) @Nullable
        String label,

        @Min(1) @Max(1000) @Nullable Integer weight,
        @Min(1) @Max(1000) @Nullable Integer priority,

        @Size(min = 1, max = KeySettings.MOST_MODELS) @Nullable
        List<@NotBlank @Size(max = 120) String> models,

        @Nullable UUID scopeId,

        @Size(max = 300) @Pattern(regexp = KeySettings.BASE_URL, message = KeySettings.BASE_URL_IN_WORDS) @Nullable
        String baseUrl,

        @Min(1) @Max(1_000_000) @Nullable Integer rateLimitPerMinute,
        @Min(1) @Max(100_000_000) @Nullable Integer rateLimitPerDay,
        @Valid @Size(max = QuotaLimit.MOST_LIMITS) @Nullable List<QuotaLimit> limits,

        @Size(max = 4) @Nullable
        List<
                        @Pattern(
                                regexp = CLEARABLE,
                                message = "must be models, base_url, rate_limit_per_minute or rate_limit_per_day")
                        String>
                clear) {

    private static final String CLEARABLE = "models|base_url|rate_limit_per_minute|rate_limit_per_day";

    KeySettings over(KeySettings kept) {
        Set<String> cleared = clear == null ? Set.of() : Set.copyOf(clear);
        return new KeySettings(
                Objects.requireNonNullElse(scopeId, kept.scopeId()),
                Objects.requireNonNullElse(label, kept.label()),
                cleared.contains("base_url") ? null : or(baseUrl, kept.baseUrl()),
                Objects.requireNonNullElse(weight, kept.weight()),
                Objects.requireNonNullElse(priority, kept.priority()),
                cleared.contains("models") ? null : or(models, kept.models()),
                cleared.contains("rate_limit_per_minute") ? null : or(rateLimitPerMinute, kept.rateLimitPerMinute()),
                cleared.contains("rate_limit_per_day") ? null : or(rateLimitPerDay, kept.rateLimitPerDay()));
    }

    private static <T> @Nullable T or(@Nullable T wanted, @Nullable T kept) {
        return wanted == null ? kept : wanted;
    }
}
