package io.vimax.keypool.lease;

import java.util.Arrays;
import java.util.Optional;

/** How the call that a lease was for ended; the pool's only source for what a key is worth. */
enum Outcome {
    SUCCESS,
    /** The key has to wait. */
    RATE_LIMITED,
    /** The account runs as much at once as it may. */
    CONCURRENCY_LIMITED,
    /** The model is overloaded upstream; no fault of the key. */
    SATURATED,
    KEY_INVALID,
    OUT_OF_CREDIT,
    CONTENT_REJECTED,
    BAD_REQUEST,
    PROVIDER_ERROR,
    /** Nothing left this machine. */
    NOT_SENT,
    CANCELLED;

    static Optional<Outcome> named(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
