package io.vimax.keypool.books;

import java.time.Instant;
import java.util.UUID;

/** What is entered in the books of leases. */
public sealed interface Entry {

    /** @param epoch of the memory it was granted from; the books take no grant of an earlier one */
    record Grant(
            UUID id,
            UUID keyId,
            UUID scopeId,
            String service,
            String model,
            UUID generationId,
            UUID userId,
            String owner,
            long fence,
            Instant grantedAt,
            Instant expiresAt,
            long priceMicros,
            UUID epoch)
            implements Entry {}

    record Extension(UUID id, long fence, Instant expiresAt) implements Entry {}

    /**
     * @param outcome its word
     * @param counts whether a request was made at all
     * @param then what else happens in the same transaction if the lease was open until now
     */
    record Closing(
            UUID id,
            long fence,
            String outcome,
            boolean counts,
            long costMicros,
            long mediaMs,
            long latencyMs,
            Instant at,
            Runnable then)
            implements Entry {}

    /** What the books say to an entry. */
    enum Written {
        /** It is entered. */
        ENTERED,
        /** It was entered before. */
        KNOWN,
        /** The lease belongs to another fence, or the grant to a lost memory. */
        REFUSED
    }
}
