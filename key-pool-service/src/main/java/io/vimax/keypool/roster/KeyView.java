package io.vimax.keypool.roster;

import io.vimax.keypool.scope.QuotaLimit;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key without its secret.
 *
 * @param key first and last characters of the secret with the middle left out; empty for a short secret or none
 * @param fingerprint beginning of a keyed hash; the same secret always has the same
 * @param status active, rate_limited, out_of_credit, invalid, paused, checking or draining
 * @param statusUntil when a rate limited key is used again, as far as the pool knows
 * @param inFlight open leases
 * @param builtIn whether it is that of the local provider
 * @param shared whether it belongs to the installation
 * @param models models it may be lent for, or null for all
 * @param lastError what went wrong with it last, in words
 * @param replacedBy key that takes over from this one
 * @param drainsAt from when on a replaced key is lent no more
 * @param drainsUntil when a draining key ends even if it is lent
 */
record KeyView(
        UUID id,
        String serviceType,
        UUID scopeId,
        String scope,
        String label,
        String key,
        String prefix,
        String lastFour,
        String fingerprint,
        String status,
        String statusReason,
        Instant statusSince,
        @Nullable Instant statusUntil,
        int inFlight,
        boolean builtIn,
        boolean shared,
        boolean fromEnvironment,
        int weight,
        int priority,
        @Nullable List<String> models,
        @Nullable String baseUrl,
        @Nullable Integer rateLimitPerMinute,
        @Nullable Integer rateLimitPerDay,
        List<QuotaLimit> limits,
        @Nullable Instant lastUsedAt,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt,
        @Nullable UUID replacedBy,
        @Nullable Instant drainsAt,
        @Nullable Instant drainsUntil,
        Instant createdAt,
        Instant updatedAt) {}
