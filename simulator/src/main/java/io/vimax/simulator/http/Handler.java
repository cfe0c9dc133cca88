package io.vimax.simulator.http;

/** What stands behind a port. Called on a virtual thread, which it may block. */
public interface Handler {

    Reply answer(Request request);

    /** Bytes came that are no HTTP request; they were answered with 400 and the connection was closed. */
    void malformed(String why);
}
