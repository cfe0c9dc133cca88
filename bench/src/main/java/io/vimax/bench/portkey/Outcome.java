package io.vimax.bench.portkey;

import java.time.Duration;
import java.util.List;

/**
 * What came of one wish for a call. All moments are counted from the begin of the run.
 *
 * @param turnedAway when the caller saw a 429
 * @param waits how often the caller was told that no key is free
 */
record Outcome(Duration arrived, Duration ended, End end, List<Duration> turnedAway, int waits) {

    enum End {
        SERVED,
        /** The caller had waited long enough. */
        GAVE_UP,
        BROKEN
    }

    Duration took() {
        return ended.minus(arrived);
    }
}
