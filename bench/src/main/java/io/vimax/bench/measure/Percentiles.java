package io.vimax.bench.measure;

import java.util.Arrays;

/** Percentiles by nearest rank. */
public final class Percentiles {

    private final double[] sorted;

    private Percentiles(double[] sorted) {
        this.sorted = sorted;
    }

    public static Percentiles of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Percentiles(sorted);
    }

    /**
     * The value that the given share of all does not pass.
     *
     * @param share above 0, up to 1
     */
    public double at(double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
