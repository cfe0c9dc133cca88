package io.vimax.simulator.limiter;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The count behind one limit. Not thread-safe: the limiter holds its lock. */
interface Gauge {

    /** How long until one more fits; empty if it fits now. */
    Optional<Duration> blocked(Instant now, long micros);

    /** Counts one. */
    void take(Holder holder, Instant now);

    /** A call was refused, perhaps by another limit. */
    default void refused(Instant now) {}

    /** A holder's flight is over. */
    default void leave(Holder holder) {}

    /** A holder's flight ends by itself. */
    default void leaveAt(Holder holder, Instant end) {}

    /** A holder gets its money back. */
    default void refund(Holder holder) {}
}
