package io.vimax.keypool.lease;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The pool's answer to a worker that asks for keys. A refusal is an answer, not an error.
 *
 * @param granted what was lent, in the order of the ids
 * @param refused why not everything was, or null
 */
record LeaseDecision(List<Granted> granted, @Nullable Refused refused) {

    /**
     * @param fence grows with every grant of the pool; the higher of two holders is the rightful one
     * @param key what it opens
     */
    record Granted(UUID leaseId, UUID keyId, UUID scopeId, long fence, Instant expiresAt, OpenedKeys.Opened key) {}

    /**
     * @param reason a word of {@link io.vimax.keypool.pool.Answer.Refusal}, or pool_unavailable
     * @param retryAfter until the first slot is free, by the Redis clock
     * @param detail words for people
     */
    record Refused(String reason, Duration retryAfter, String detail) {

        private static final Duration WHEN_NO_KEY = Duration.ofSeconds(30);
        private static final Duration WHEN_AWAY = Duration.ofSeconds(1);

        static Refused of(String reason, @Nullable Duration wait, String service) {
            String detail = switch (reason) {
                case "in_flight" -> "All slots are taken.";
                case "requests_per_minute" -> "The requests of this minute are used up.";
                case "requests_per_day" -> "The requests of this day are used up.";
                case "spend" -> "What may be spent is spent.";
                case "saturated" -> "The provider has no room for this model at the moment.";
                case "provider_down" -> "The provider is in trouble; it is tried again soon.";
                case "probing" -> "One job tries whether it works again.";
                case "rebuilding" -> "The pool was just filled again and waits until old requests no longer count.";
                case "no_key" -> "There is no usable key for " + service + "; add one.";
                case "rate_limited", "concurrency_limited" -> "The provider asked to wait.";
                case "key_invalid" -> "The provider refused the key.";
                case "out_of_credit" -> "The provider says that the account has no credit.";
                default -> "Nothing is free.";
            };
            return new Refused(reason, wait == null ? WHEN_NO_KEY : wait, detail);
        }

        static Refused away() {
            return new Refused("pool_unavailable", WHEN_AWAY, "The key pool cannot reach Redis for the moment.");
        }
    }

    static LeaseDecision away() {
        return new LeaseDecision(List.of(), Refused.away());
    }
}
