package io.vimax.worker.provider.local.frame.paint;

import java.util.Random;

/** Seamless noise: a tile that repeats, and smooth one-dimensional curves. */
public final class Noise {
    private final float[] lattice;
    private static final int SIZE = 256;

    public Noise(long seed) {
        Random random = new Random(seed);
        lattice = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            lattice[i] = random.nextFloat() * 2 - 1;
        }
    }

    /** Smooth curve, -1..1, that varies once per unit. */
    public double curve(double x) {
        int i = (int) Math.floor(x);
        double f = x - i;
        double s = f * f * (3 - 2 * f);
        return lattice[i & SIZE - 1] * (1 - s) + lattice[i + 1 & SIZE - 1] * s;
    }

    /** Several octaves of {@link #curve}, about -1..1. */
    public double fractal(double x, int octaves, double gain) {
        double sum = 0;
        double amplitude = 1;
        double total = 0;
        for (int o = 0; o < octaves; o++) {
            sum += amplitude * curve(x * (1 << o) + o * 37.7);
            total += amplitude;
            amplitude *= gain;
        }
        return sum / total;
    }

    /** A repeating square of smooth noise, -1..1; cells must divide size. */
    public static float[] tile(int size, int cellsX, int cellsY, long seed) {
        Random random = new Random(seed);
        float[] grid = new float[cellsX * cellsY];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = random.nextFloat() * 2 - 1;
        }
        float[] tile = new float[size * size];
        for (int y = 0; y < size; y++) {
            float gy = (float) y * cellsY / size;
            int y0 = (int) gy;
            float fy = smooth(gy - y0);
            int y1 = (y0 + 1) % cellsY;
            for (int x = 0; x < size; x++) {
                float gx = (float) x * cellsX / size;
                int x0 = (int) gx;
                float fx = smooth(gx - x0);
                int x1 = (x0 + 1) % cellsX;
                float top = grid[y0 * cellsX + x0] * (1 - fx) + grid[y0 * cellsX + x1] * fx;
                float low = grid[y1 * cellsX + x0] * (1 - fx) + grid[y1 * cellsX + x1] * fx;
                tile[y * size + x] = top * (1 - fy) + low * fy;
            }
        }
        return tile;
    }

    private static float smooth(float f) {
        return f * f * (3 - 2 * f);
    }
}
