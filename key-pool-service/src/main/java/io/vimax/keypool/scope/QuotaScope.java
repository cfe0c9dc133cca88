package io.vimax.keypool.scope;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account or project of a provider.
 *
 * @param owner null for what belongs to the installation
 * @param zone IANA name; its days and months are those of the limits
 * @param keys how many live keys share its limits
 * @param version grows with every change
 */
record QuotaScope(
        UUID id,
        @Nullable UUID owner,
        String service,
        String name,
        String zone,
        List<QuotaLimit> limits,
        int keys,
        Instant createdAt,
        long version) {

    QuotaScope with(List<QuotaLimit> itsLimits) {
        return new QuotaScope(id, owner, service, name, zone, itsLimits, keys, createdAt, version);
    }
}
