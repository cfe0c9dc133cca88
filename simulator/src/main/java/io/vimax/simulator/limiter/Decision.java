package io.vimax.simulator.limiter;

import java.time.Duration;

/** Whether a call goes through. */
public sealed interface Decision {

    /** It does and is counted; in flight until the place is given back or its end is reached. */
    record Granted(Place place) implements Decision {}

    /**
     * It does not and nothing is counted.
     *
     * @param limit the one that makes the caller wait longest
     * @param retryAfter until that limit has a place again, as far as is known now
     */
    record Refused(Limit limit, Duration retryAfter) implements Decision {}
}
