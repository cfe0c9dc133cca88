package io.vimax.worker.lease;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A granted lease with what it opens; the secret lives no longer than the lease and is written nowhere. */
public record Lease(
        UUID id,
        String keyId,
        String scopeId,
        long fence,
        @Nullable String secret,
        @Nullable String baseUrl) {

    @Override
    public String toString() {
        return "Lease[" + id + ", key " + keyId + ", fence " + fence + "]";
    }
}
