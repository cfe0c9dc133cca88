package io.vimax.testing.broken;

import java.time.Instant;

/** Takes the time from nowhere. */
final class ReadsTheWallClock {

    private ReadsTheWallClock() {}

    static Instant now() {
        return Instant.now();
    }
}
