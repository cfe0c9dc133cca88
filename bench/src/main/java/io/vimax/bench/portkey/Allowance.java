package io.vimax.bench.portkey;

import java.util.List;

/**
 * An account of the provider, with one key.
 *
 * @param perMinute calls in any 60 s
 * @param inFlight calls at the same moment
 */
record Allowance(String name, int perMinute, int inFlight) {

    /** Different on purpose: a pool that treats accounts alike either breaks the small ones' limits or leaves the large ones unused. */
    static final List<Allowance> ALL = List.of(
            new Allowance("large", 90, 6),
            new Allowance("middle", 45, 3),
            new Allowance("small", 30, 2),
            new Allowance("tiny", 15, 1));

    /** Known to the simulator alone. */
    String secret() {
        return "sim-" + name + "-secret";
    }

    /** Calls in any 60 s of all together. */
    static int perMinute(List<Allowance> accounts) {
        return accounts.stream().mapToInt(Allowance::perMinute).sum();
    }
}
