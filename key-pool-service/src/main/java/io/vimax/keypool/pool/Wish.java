package io.vimax.keypool.pool;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What leases are wanted for.
 *
 * @param leaseIds one per lease; an id that is held already gets the same answer again
 * @param owner the person whose own keys may be lent too, or null where there are none
 * @param excluded keys that must not be lent
 * @param preferred the key that is best if it is free
 * @param priceMicros what each is expected to cost, in millionths of a US dollar, 0 when unknown
 */
public record Wish(
        List<UUID> leaseIds,
        String model,
        @Nullable UUID owner,
        Set<UUID> excluded,
        @Nullable UUID preferred,
        Duration length,
        long priceMicros) {

    /** One lease of anybody's keys. */
    public static Wish of(UUID leaseId, String model, Duration length) {
        return new Wish(List.of(leaseId), model, null, Set.of(), null, length, 0);
    }
}
