package io.vimax.bench.replica;

import io.vimax.testing.Identities;

/** The token of a worker, made anew before it ends: signing one costs more than a lease does. */
final class WorkerToken {

    private static final long RENEWED_AFTER_NS = 30_000_000_000L;

    private static volatile Made made = Made.now();

    private WorkerToken() {}

    private record Made(String token, long at) {
        static Made now() {
            return new Made(Identities.service("generation-worker", "key-pool-service"), System.nanoTime());
        }
    }

    static String current() {
        Made known = made;
        if (System.nanoTime() - known.at() > RENEWED_AFTER_NS) {
            known = Made.now();
            made = known;
        }
        return known.token();
    }
}
