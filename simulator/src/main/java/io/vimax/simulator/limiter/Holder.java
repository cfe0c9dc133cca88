package io.vimax.simulator.limiter;

/** Who holds a place: told apart by identity, not by content. */
final class Holder {

    private final long micros;
    private boolean refunded;

    Holder(long micros) {
        this.micros = micros;
    }

    long micros() {
        return micros;
    }

    /** True the first time. */
    boolean refundOnce() {
        boolean first = !refunded;
        refunded = true;
        return first;
    }
}
