package io.vimax.bench.portkey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** When people want calls: independently of each other, and of how it went for those before. */
final class Arrivals {

    private Arrivals() {}

    /**
     * Moments of a Poisson process, in order, from its begin. The same seed gives the same moments, for everybody who is compared.
     *
     * @param perMinute how many, on average
     */
    static List<Duration> of(long seed, double perMinute, Duration lasting) {
        var random = new Random(seed);
        List<Duration> moments = new ArrayList<>();
        double atMs = 0;
        while (true) {
            atMs += -Math.log(1 - random.nextDouble()) * 60_000 / perMinute;
            if (atMs >= lasting.toMillis()) {
                return moments;
            }
            moments.add(Duration.ofNanos((long) (atMs * 1_000_000)));
        }
    }
}
