package io.vimax.keypool.limit;

import java.util.Locale;

/** How the next key is chosen among those that are free. */
public enum Policy {
    /** The fewest live leases by weight; among equals the one that was lent longest ago. */
    LEAST_LOADED,
    /** Each in turn, whatever its weight. */
    ROUND_ROBIN,
    /** The lowest tier that has a free key; within it the least loaded. */
    PRIORITY;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Policy named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
