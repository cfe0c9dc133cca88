package io.vimax.worker.lease;

import java.time.Duration;

/** The pool's answer to a worker that asks for a key. A refusal is an answer, not an error. */
public sealed interface LeaseAnswer {

    record Granted(Lease lease) implements LeaseAnswer {}

    /**
     * Nothing is free.
     *
     * @param reason in_flight, requests_per_minute, requests_per_day, cooling, no_key or spend
     * @param detail words for people
     */
    record Refused(String reason, Duration retryAfter, String detail) implements LeaseAnswer {}

    /** The pool does not know the provider, and waiting will not teach it. */
    record UnknownService(String detail) implements LeaseAnswer {}

    /** No answer; nothing is granted without one. */
    record PoolAway(Duration retryAfter) implements LeaseAnswer {}
}
