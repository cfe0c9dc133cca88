package io.vimax.worker.provider.local.frame.paint;

import java.util.Random;

/** The tooth of the paper and the mark of the brush: a repeating factor for brightness, by the look's treatment. */
public final class Texture {
    private static final int SIZE = 512;

    private final byte[] marks = new byte[SIZE * SIZE];
    private final boolean shadowsOnly;

    public Texture(Look look) {
        long seed = look.seed() * 31 + 5;
        float[] fibre = Noise.tile(SIZE, 256, 256, seed + 1);
        float[] broad;
        double fine;
        double wide;
        switch (look.treatment()) {
            case GOUACHE -> {
                broad = Noise.tile(SIZE, 8, 32, seed + 2);
                fine = 4;
                wide = 6;
            }
            case CUT_PAPER -> {
                broad = Noise.tile(SIZE, 64, 64, seed + 3);
                fine = 6;
                wide = 3;
            }
            case PRINT -> {
                broad = Noise.tile(SIZE, 8, 8, seed + 4);
                fine = 4;
                wide = 3;
            }
            case WASH -> {
                broad = Noise.tile(SIZE, 8, 16, seed + 5);
                fine = 4;
                wide = 10;
            }
            default -> throw new IllegalStateException();
        }
        Random random = new Random(seed);
        boolean print = look.treatment() == Look.Treatment.PRINT;
        for (int i = 0; i < marks.length; i++) {
            double grain = (random.nextDouble() - 0.5) * (print ? 26 : 7);
            marks[i] = (byte) Math.round(Math.clamp(fibre[i] * fine + broad[i] * wide + grain, -60, 60));
        }
        shadowsOnly = print;
    }

    void apply(int[] pixels, int width, int height, int originX, int originY) {
        for (int y = 0; y < height; y++) {
            int row = (y + originY & SIZE - 1) * SIZE;
            for (int x = 0; x < width; x++) {
                int p = pixels[y * width + x];
                int a = p >>> 24;
                if (a == 0) {
                    continue;
                }
                int mark = marks[row + (x + originX & SIZE - 1)];
                if (shadowsOnly) {
                    int l = (p >> 8 & 255);
                    mark = (mark * (300 - l)) >> 8;
                }
                int r = lift(p >> 16 & 255, mark, a);
                int g = lift(p >> 8 & 255, mark, a);
                int b = lift(p & 255, mark, a);
                pixels[y * width + x] = a << 24 | r << 16 | g << 8 | b;
            }
        }
    }

    /** Mostly multiplies; adds a little so that deep shadows have tooth too and gradients never band. */
    private static int lift(int v, int mark, int alpha) {
        int out = v + ((mark * (v + 46) * alpha) >> 16);
        return out < 0 ? 0 : Math.min(out, alpha);
    }
}
