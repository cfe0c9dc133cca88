package io.vimax.bench.leases;

/**
 * What is asked of a limiter.
 *
 * @param keys how many there are
 * @param hot whether all calls are for the same one
 * @param perMinute calls that each allows in 60 s
 */
record Setting(int keys, boolean hot, long perMinute) {

    /** The key that a call is for, where its caller has to choose. */
    int keyOf(int number) {
        return hot ? 0 : Math.floorMod(number, keys);
    }

    String load() {
        return hot ? "one hot key" : "uncontended";
    }
}
