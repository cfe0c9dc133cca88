package io.vimax.keypool.roster;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What only the pool in Redis knows of keys at this moment. */
interface KeyLiveStates {

    /**
     * A key that rests because its provider wants it.
     *
     * @param until when it is used again
     * @param reason in words for people
     */
    record Cooling(Instant until, String reason) {}

    /** Those of the keys that rest now; none while Redis is away. */
    Map<UUID, Cooling> cooling(Collection<UUID> keys);
}
