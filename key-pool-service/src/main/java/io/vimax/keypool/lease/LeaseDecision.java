package io.vimax.keypool.lease;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The pool's answer to a worker that asks for a key. A refusal is an answer, not an error. */
sealed interface LeaseDecision {

    /** @param fence grows with every grant of the pool; the higher of two holders is the rightful one */
    record Granted(UUID keyId, UUID scopeId, long fence, Instant expiresAt) implements LeaseDecision {}

    /**
     * @param reason in_flight, requests_per_minute, requests_per_day, cooling, no_key or pool_unavailable
     * @param retryAfter until the first slot is free, by the Redis clock
     * @param detail words for people
     */
    record Refused(String reason, Duration retryAfter, String detail) implements LeaseDecision {}
}
