package io.vimax.bench.leases;

import java.util.List;

/**
 * What is asked of a limiter.
 *
 * @param keys how many there are
 * @param hot whether all calls are for the same one
 * @param perMinute calls that each allows in 60 s
 */
record Setting(int keys, boolean hot, long perMinute) {

    private static final String ANY = "any";
    private static final String HOT = "hot";

    /** What the pool is asked for: every key serves the one, and the first key alone the other. */
    String model() {
        return hot ? HOT : ANY;
    }

    static List<String> modelsOf(int key) {
        return key == 0 ? List.of(ANY, HOT) : List.of(ANY);
    }

    /** The key that a call is for, where its caller has to choose. */
    int keyOf(int number) {
        return hot ? 0 : Math.floorMod(number, keys);
    }

    String load() {
        return hot ? "one hot key" : "uncontended";
    }
}
