package io.vimax.keypool.once;

/** Why a call with an Idempotency-Key was refused. */
abstract sealed class OnceException extends RuntimeException {

    private OnceException(String message) {
        super(message);
    }

    static final class Unusable extends OnceException {
        Unusable(int longest) {
            super("The header Idempotency-Key has 1 to " + longest + " characters; a UUID is fine.");
        }
    }

    static final class Reused extends OnceException {
        Reused() {
            super("This Idempotency-Key came with another body before; take a new one for another call.");
        }
    }
}
