package io.vimax.keypool.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the pool in Redis says to a wish. */
public sealed interface Answer {

    /**
     * What could be lent, in the order of the ids that were asked for.
     *
     * @param at the moment of the answer by the clock of Redis
     * @param epoch of the memory it was lent from
     * @param refusal why not all could be lent, or null when all were
     */
    record Lent(
            Instant at,
            String epoch,
            List<Grant> grants,
            @Nullable Refusal refusal) implements Answer {

        public Optional<Refusal> refused() {
            return Optional.ofNullable(refusal);
        }
    }

    /**
     * @param fence grows with every grant of a pool; the higher of two holders is the rightful one
     * @param fresh false when the lease was held already
     */
    record Grant(UUID leaseId, UUID keyId, UUID scopeId, long fence, Instant expiresAt, boolean fresh) {}

    /**
     * @param reason in_flight, requests_per_minute, requests_per_day, spend, no_key, provider_down, probing, or the reason of a rest
     * @param retryAfter until the first slot is free; null when no time helps, because no key may be used
     */
    record Refusal(String reason, @Nullable Duration retryAfter) {}

    /** The server has an older configuration, or one whose calendar has run out: load the newest, then ask again. */
    record Outdated() implements Answer {}

    /** The caller's configuration is older than the server's: read it anew, then ask again. */
    record Behind(long version) implements Answer {}

    /** The server has lost its memory: restore it from the books, then ask again. */
    record Forgotten() implements Answer {}
}
