package io.vimax.worker.asset.store;

import java.io.IOException;

/** The store stopped sending in the middle, and could not be made to go on. */
final class BrokenStream extends IOException {

    BrokenStream(Throwable cause) {
        super("The asset store stopped in the middle of a file", cause);
    }
}
