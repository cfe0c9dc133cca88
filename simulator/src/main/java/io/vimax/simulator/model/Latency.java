package io.vimax.simulator.model;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long work takes. */
public sealed interface Latency {

    record Fixed(Duration time) implements Latency {}

    /** Anything between two times, alike. */
    record Uniform(Duration least, Duration most) implements Latency {}

    /**
     * Half the work takes less than the median, and a few take much longer, as real providers do.
     *
     * @param sigma spread of the logarithm; 0.5 puts one in a hundred above three times the median
     * @param most nothing takes longer
     */
    record LogNormal(Duration median, double sigma, Duration most) implements Latency {}

    default Duration sample(RandomGenerator random) {
        return switch (this) {
            case Fixed(Duration time) -> time;
            case Uniform(Duration least, Duration most) ->
                least.plusNanos((long) (most.minus(least).toNanos() * random.nextDouble()));
            case LogNormal(Duration median, double sigma, Duration most) -> {
                double nanos = median.toNanos() * Math.exp(sigma * random.nextGaussian());
                yield nanos >= most.toNanos() ? most : Duration.ofNanos((long) nanos);
            }
        };
    }

    /**
     * Reads {@code 250}, {@code 100..300} or {@code ~4000/0.5/30000} (median, sigma, most), times in milliseconds.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    static Latency parse(String text) {
        try {
            if (text.startsWith("~")) {
                String[] parts = text.substring(1).split("/", 3);
                return new LogNormal(millis(parts[0]), Double.parseDouble(parts[1]), millis(parts[2]));
            }
            int dots = text.indexOf("..");
            return dots < 0
                    ? new Fixed(millis(text))
                    : new Uniform(millis(text.substring(0, dots)), millis(text.substring(dots + 2)));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "No latency: " + text + "; write 250, 100..300 or ~4000/0.5/30000 in milliseconds", e);
        }
    }

    private static Duration millis(String text) {
        return Duration.ofMillis(Long.parseLong(text.strip()));
    }
}
