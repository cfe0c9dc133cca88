package io.vimax.keypool.paging;

/** The cursor was not made by this list. */
public final class BadCursor extends RuntimeException {

    BadCursor() {
        super("This cursor does not belong to this list; begin without one.");
    }
}
