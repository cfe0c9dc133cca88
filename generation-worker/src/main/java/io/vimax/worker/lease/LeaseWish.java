package io.vimax.worker.lease;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a lease is wanted for.
 *
 * @param leaseId chosen by the worker: asking again with it gets the same answer
 * @param preferredKey the key of the account that has the provider's job
 */
public record LeaseWish(
        UUID leaseId,
        String service,
        String model,
        UUID generationId,
        UUID userId,
        String owner,
        List<String> excludedKeys,
        @Nullable String preferredKey) {

    LeaseWish withNewLease(UUID newLease) {
        return new LeaseWish(newLease, service, model, generationId, userId, owner, excludedKeys, preferredKey);
    }
}
