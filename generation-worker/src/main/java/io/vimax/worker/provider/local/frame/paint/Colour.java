package io.vimax.worker.provider.local.frame.paint;

import java.awt.Color;

/** Arithmetic on packed 0xRRGGBB colours. */
public final class Colour {
    private Colour() {}

    public static int mix(int a, int b, double amount) {
        double t = Math.clamp(amount, 0, 1);
        return pack(
                red(a) + (red(b) - red(a)) * t,
                green(a) + (green(b) - green(a)) * t,
                blue(a) + (blue(b) - blue(a)) * t);
    }

    public static int multiply(int a, int b, double strength) {
        return pack(
                red(a) * red(b) / 255.0 * strength,
                green(a) * green(b) / 255.0 * strength,
                blue(a) * blue(b) / 255.0 * strength);
    }

    public static int scale(int a, double factor) {
        return pack(red(a) * factor, green(a) * factor, blue(a) * factor);
    }

    /** Rec. 709 luma, 0..1. */
    public static double luma(int a) {
        return (0.2126 * red(a) + 0.7152 * green(a) + 0.0722 * blue(a)) / 255;
    }

    /** 1 leaves the colour, 0 makes it grey, above 1 makes it stronger. */
    public static int saturate(int a, double factor) {
        double l = luma(a) * 255;
        return pack(l + (red(a) - l) * factor, l + (green(a) - l) * factor, l + (blue(a) - l) * factor);
    }

    public static Color of(int rgb, double alpha) {
        return new Color(red(rgb), green(rgb), blue(rgb), (int) Math.round(Math.clamp(alpha, 0, 1) * 255));
    }

    static int red(int c) {
        return c >> 16 & 255;
    }

    static int green(int c) {
        return c >> 8 & 255;
    }

    static int blue(int c) {
        return c & 255;
    }

    private static int pack(double r, double g, double b) {
        return channel(r) << 16 | channel(g) << 8 | channel(b);
    }

    private static int channel(double v) {
        return (int) Math.round(Math.clamp(v, 0, 255));
    }
}
