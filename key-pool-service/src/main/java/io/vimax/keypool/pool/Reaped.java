package io.vimax.keypool.pool;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What looking for leases whose time is over found.
 *
 * @param at by the clock of Redis
 * @param ended how many ended now
 * @param alive of those asked for, the ones that still live
 */
public record Reaped(Instant at, int ended, List<Alive> alive) {

    public record Alive(UUID leaseId, Instant expiresAt, long fence) {}
}
