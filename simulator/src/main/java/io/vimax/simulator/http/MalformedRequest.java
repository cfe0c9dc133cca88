package io.vimax.simulator.http;

import java.io.IOException;

/** The peer sent something that is no HTTP/1.1 request. */
final class MalformedRequest extends IOException {

    private final int status;

    MalformedRequest(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
