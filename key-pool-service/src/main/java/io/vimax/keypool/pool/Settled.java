package io.vimax.keypool.pool;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What settling a lease did. */
public sealed interface Settled {

    /**
     * @param rests what rests now
     * @param ended holders whose rest is over for good
     * @param outage most keys failed alike within seconds, so no key was blamed
     * @param reinstated keys that were blamed for the outage before it was known as one
     * @param lowered the learned limit, or null when none was lowered
     */
    record Done(
            List<Rest> rests,
            List<String> ended,
            boolean outage,
            List<UUID> reinstated,
            @Nullable Long lowered) implements Settled {

        public static final Done NOTHING = new Done(List.of(), List.of(), false, List.of(), null);
    }

    /** The lease belongs to another fence. */
    record Foreign() implements Settled {}

    /** The server does not know the lease: it ended long ago. */
    record Unknown() implements Settled {}

    /** The server has lost its memory. */
    record Forgotten() implements Settled {}

    /**
     * @param holder a scope, scope|model, key, key|model, model|NAME or provider
     * @param inARow failures in a row that led to it
     */
    record Rest(String holder, Instant until, int inARow, String reason) {}
}
