package io.vimax.worker.provider.local.frame.people;

import static io.vimax.worker.provider.local.frame.paint.Shapes.blob;
import static io.vimax.worker.provider.local.frame.paint.Shapes.limb;
import static io.vimax.worker.provider.local.frame.paint.Shapes.line;
import static io.vimax.worker.provider.local.frame.paint.Shapes.oval;
import static io.vimax.worker.provider.local.frame.paint.Shapes.poly;
import static io.vimax.worker.provider.local.frame.paint.Shapes.stroke;
import static io.vimax.worker.provider.local.frame.paint.Shapes.taper;
import static io.vimax.worker.provider.local.frame.paint.Shapes.union;

import io.vimax.worker.provider.local.frame.paint.Brush;
import java.awt.Shape;

/** Animals, standing on y = 0.5, looking right; see {@link Things}. */
final class Animals {
    private static final int BRASS = 0xc89a4a;
    private static final int PAPER = 0xf3ead6;

    private Animals() {}

    static void dog(Brush b) {
        int fur = 0x9a6f47;
        b.form(limb(-0.36, 0.1, 0.07, -0.4, 0.3, 0.045, -0.36, 0.48, 0.035), fur, 0.3, 0.15);
        b.form(limb(0.2, 0.1, 0.06, 0.24, 0.3, 0.04, 0.22, 0.48, 0.035), fur, 0.3, 0.15);
        b.raw(stroke(line(-0.42, 0.0, -0.56, -0.14, -0.54, -0.3), 0.06), b.colour(fur, 0.5), 1);
        Shape body = union(
                blob(-0.46, 0.08, -0.36, -0.1, 0, -0.1, 0.26, -0.16, 0.36, 0.02, 0.24, 0.2, -0.1, 0.16, -0.38, 0.2),
                limb(0.28, 0.06, 0.07, 0.3, 0.3, 0.045, 0.3, 0.48, 0.04),
                limb(-0.28, 0.1, 0.08, -0.26, 0.3, 0.05, -0.28, 0.48, 0.04),
                taper(0.24, 0, 0.13, 0.4, -0.26, 0.09));
        b.body(body, fur, 0.08);
        b.body(blob(0.26, -0.3, 0.38, -0.45, 0.52, -0.4, 0.7, -0.28, 0.7, -0.2, 0.5, -0.18, 0.34, -0.16), fur, 0.05);
        b.form(blob(0.3, -0.42, 0.38, -0.44, 0.36, -0.22, 0.27, -0.16), 0x5a3b27, 0.5, 0.3);
        b.raw(oval(0.69, -0.26, 0.03, 0.028), b.tone().ink(), 1);
        b.raw(oval(0.5, -0.32, 0.018, 0.02), b.tone().ink(), 1);
        b.raw(stroke(line(0.25, -0.14, 0.36, -0.06), 0.04), b.tone().accent(), 1);
    }

    static void fox(Brush b) {
        int fur = 0xd0692f;
        b.body(blob(-0.3, 0.2, -0.6, 0.16, -0.8, -0.02, -0.66, -0.06, -0.5, 0.04, -0.3, 0.02), fur, 0.06);
        b.raw(blob(-0.8, -0.02, -0.7, -0.05, -0.68, 0.05), b.colour(PAPER, 0.8), 1);
        b.body(
                union(
                        blob(-0.36, 0.08, -0.2, -0.06, 0.2, -0.1, 0.32, 0.04, 0.2, 0.18, -0.2, 0.18),
                        limb(0.24, 0.08, 0.055, 0.25, 0.3, 0.03, 0.26, 0.48, 0.028),
                        limb(-0.26, 0.1, 0.065, -0.24, 0.3, 0.035, -0.26, 0.48, 0.028)),
                fur,
                0.06);
        b.body(
                blob(
                        0.2, -0.22, 0.28, -0.32, 0.3, -0.46, 0.4, -0.32, 0.48, -0.28, 0.66, -0.14, 0.44, -0.08, 0.26,
                        -0.08),
                fur,
                0.05);
        b.raw(blob(0.66, -0.14, 0.5, -0.16, 0.4, -0.1, 0.46, -0.07), b.colour(PAPER, 0.8), 1);
        b.raw(oval(0.43, -0.21, 0.018, 0.018), b.tone().ink(), 1);
    }

    static void cat(Brush b) {
        int fur = 0x4a4650;
        b.raw(stroke(line(-0.26, 0.42, -0.52, 0.4, -0.56, 0.12, -0.46, -0.02), 0.08), b.colour(fur, 0.5), 1);
        b.body(blob(-0.3, 0.48, -0.34, 0.2, -0.16, -0.08, 0.06, -0.14, 0.22, 0.1, 0.24, 0.48), fur, 0.1);
        b.body(
                blob(
                        -0.12, -0.24, -0.12, -0.48, 0, -0.4, 0.14, -0.4, 0.26, -0.48, 0.27, -0.24, 0.2, -0.08, -0.04,
                        -0.08),
                fur,
                0.06);
        b.raw(oval(0.01, -0.25, 0.03, 0.035), 0xf2d15c, 1);
        b.raw(oval(0.16, -0.25, 0.03, 0.035), 0xf2d15c, 1);
    }

    static void bird(Brush b) {
        b.raw(
                union(taper(-0.02, 0.26, 0.014, -0.04, 0.5, 0.012), taper(0.08, 0.26, 0.014, 0.08, 0.5, 0.012)),
                b.colour(BRASS, 0.4),
                1);
        b.body(
                blob(
                        -0.5, 0.26, -0.3, 0.04, 0, -0.16, 0.1, -0.4, 0.3, -0.42, 0.36, -0.26, 0.3, 0.06, 0.1, 0.28,
                        -0.16, 0.26),
                PAPER,
                0.1);
        b.body(blob(-0.52, 0.24, -0.24, -0.02, 0.06, -0.04, 0.08, 0.1, -0.14, 0.2), 0x5b6470, 0.05);
        b.raw(poly(0.34, -0.34, 0.5, -0.27, 0.34, -0.25), b.colour(BRASS, 0.8), 1);
        b.raw(oval(0.25, -0.32, 0.022, 0.022), b.tone().ink(), 1);
    }

    static void horse(Brush b) {
        int coat = 0x7a4f34;
        for (double x : new double[] {-0.3, 0.2}) {
            b.form(limb(x, 0.02, 0.06, x - 0.03, 0.26, 0.035, x, 0.49, 0.026), coat, 0.25, 0.1);
        }
        b.raw(blob(-0.42, -0.1, -0.56, 0.05, -0.54, 0.34, -0.46, 0.2), b.colour(0x2d211d, 0.3), 1);
        b.body(
                union(
                        blob(
                                -0.46, -0.04, -0.36, -0.18, 0, -0.16, 0.24, -0.2, 0.34, -0.06, 0.26, 0.12, 0, 0.12,
                                -0.36, 0.12),
                        limb(-0.36, 0.04, 0.08, -0.4, 0.26, 0.04, -0.36, 0.49, 0.03),
                        limb(0.27, 0.02, 0.06, 0.28, 0.26, 0.04, 0.28, 0.49, 0.03),
                        taper(0.26, -0.06, 0.13, 0.46, -0.4, 0.075)),
                coat,
                0.08);
        b.body(blob(0.38, -0.46, 0.46, -0.56, 0.54, -0.46, 0.7, -0.24, 0.62, -0.18, 0.48, -0.3), coat, 0.04);
        b.raw(blob(0.42, -0.5, 0.3, -0.36, 0.16, -0.16, 0.28, -0.18, 0.44, -0.4), b.colour(0x2d211d, 0.4), 1);
        b.raw(oval(0.53, -0.38, 0.014, 0.014), b.tone().ink(), 1);
    }

    /** Only what rises out of the water. */
    static void whale(Brush b) {
        int skin = 0x3c4f63;
        b.body(
                blob(
                        -0.5, 0.46, -0.66, 0.1, -0.86, -0.02, -0.72, 0.0, -0.62, 0.02, -0.54, -0.1, -0.5, 0.06, -0.38,
                        0.46),
                skin,
                0.05);
        b.body(blob(-0.4, 0.5, -0.28, 0.2, 0, 0.02, 0.34, 0.04, 0.58, 0.2, 0.66, 0.4, 0.62, 0.5), skin, 0.12);
        b.raw(blob(0.3, 0.5, 0.44, 0.4, 0.64, 0.36, 0.64, 0.5), b.colour(0xb9c6cc, 0.5), 1);
        b.raw(oval(0.44, 0.31, 0.017, 0.017), b.tone().ink(), 1);
        b.raw(oval(0.436, 0.306, 0.006, 0.006), PAPER, 1);
        for (int i = -2; i <= 2; i++) {
            b.raw(
                    stroke(line(0.14, 0.02, 0.14 + i * 0.04, -0.2, 0.14 + i * 0.1, -0.24 + Math.abs(i) * 0.06), 0.016),
                    b.colour(0xe9f2f4, 0.8),
                    0.75);
        }
    }

    static void bear(Brush b) {
        int fur = 0x5d4433;
        b.form(limb(-0.3, 0.1, 0.12, -0.34, 0.3, 0.09, -0.32, 0.46, 0.08), fur, 0.25, 0.1);
        b.form(limb(0.2, 0.1, 0.11, 0.22, 0.3, 0.085, 0.24, 0.46, 0.075), fur, 0.25, 0.1);
        b.body(
                union(
                        blob(
                                -0.5, 0.1, -0.44, -0.16, -0.1, -0.26, 0.24, -0.24, 0.38, 0, 0.28, 0.22, -0.1, 0.24,
                                -0.42, 0.24),
                        limb(-0.32, 0.1, 0.14, -0.26, 0.3, 0.1, -0.22, 0.46, 0.085),
                        limb(0.28, 0.06, 0.12, 0.32, 0.3, 0.09, 0.36, 0.46, 0.08),
                        oval(0.42, -0.2, 0.18, 0.17)),
                fur,
                0.12);
        b.form(oval(0.33, -0.36, 0.055, 0.055), fur, 0.5, 0.3);
        b.form(oval(0.48, -0.37, 0.05, 0.05), fur, 0.5, 0.3);
        b.form(blob(0.5, -0.22, 0.62, -0.2, 0.68, -0.12, 0.6, -0.06, 0.48, -0.08), 0xa98a68, 0.6, 0.3);
        b.raw(oval(0.665, -0.15, 0.028, 0.024), b.tone().ink(), 1);
        b.raw(oval(0.48, -0.24, 0.016, 0.018), b.tone().ink(), 1);
    }

    static void rabbit(Brush b) {
        int fur = 0xb09a86;
        b.body(blob(0.2, -0.2, 0.12, -0.46, 0.16, -0.62, 0.25, -0.5, 0.28, -0.24), fur, 0.05);
        b.body(blob(0.06, -0.16, -0.04, -0.42, -0.02, -0.58, 0.09, -0.48, 0.18, -0.22), fur, 0.05);
        b.raw(oval(-0.46, 0.24, 0.08, 0.08), b.colour(PAPER, 0.8), 1);
        crouching(b, fur);
    }

    static void mouse(Brush b) {
        int fur = 0x8d8378;
        b.raw(stroke(line(-0.4, 0.42, -0.66, 0.44, -0.8, 0.32, -0.9, 0.36), 0.03), b.colour(0xc79a92, 0.5), 1);
        b.body(oval(0.22, -0.28, 0.12, 0.13), fur, 0.05);
        b.body(oval(0.05, -0.25, 0.13, 0.14), fur, 0.05);
        b.raw(oval(0.05, -0.24, 0.08, 0.09), b.colour(0xc79a92, 0.5), 1);
        crouching(b, fur);
    }

    static void hedgehog(Brush b) {
        int fur = 0xb79a78;
        for (int i = 0; i < 17; i++) {
            double a = Math.PI * (0.02 + 0.8 * i / 16);
            double x = -0.08 - 0.4 * Math.cos(Math.PI - a);
            double y = 0.42 - 0.44 * Math.sin(a);
            b.raw(
                    poly(x - 0.06, y + 0.1, x - 0.05 * Math.cos(Math.PI - a) * 3, y - 0.13, x + 0.06, y + 0.1),
                    b.colour(0x4b3a2d, 0.5),
                    1);
        }
        b.body(blob(-0.52, 0.46, -0.46, 0.12, -0.1, -0.04, 0.2, 0.08, 0.3, 0.46), 0x5a4636, 0.1);
        b.body(blob(0.16, 0.46, 0.14, 0.18, 0.3, 0.12, 0.58, 0.32, 0.56, 0.38, 0.36, 0.46), fur, 0.06);
        b.raw(oval(0.575, 0.34, 0.03, 0.028), b.tone().ink(), 1);
        b.raw(oval(0.37, 0.24, 0.02, 0.022), b.tone().ink(), 1);
    }

    /** Body and head of the small ones that sit on their hind legs. */
    private static void crouching(Brush b, int fur) {
        b.body(
                union(
                        blob(-0.44, 0.46, -0.46, 0.2, -0.3, 0, 0, 0, 0.2, 0.16, 0.24, 0.46),
                        limb(0.14, 0.2, 0.09, 0.2, 0.34, 0.06, 0.24, 0.46, 0.05)),
                fur,
                0.1);
        b.body(blob(0.02, -0.04, 0.08, -0.24, 0.26, -0.28, 0.42, -0.16, 0.44, -0.04, 0.3, 0.08, 0.1, 0.1), fur, 0.06);
        b.raw(oval(0.27, -0.13, 0.025, 0.028), b.tone().ink(), 1);
        b.raw(oval(0.435, -0.08, 0.018, 0.016), 0xc77b78, 1);
    }

    static void turtle(Brush b) {
        int skin = 0x7d8a5a;
        b.form(limb(-0.26, 0.3, 0.08, -0.3, 0.4, 0.07, -0.3, 0.48, 0.06), skin, 0.4, 0.2);
        b.form(limb(0.22, 0.3, 0.08, 0.26, 0.4, 0.07, 0.28, 0.48, 0.06), skin, 0.4, 0.2);
        b.body(blob(0.3, 0.34, 0.42, 0.14, 0.54, 0.06, 0.68, 0.12, 0.66, 0.22, 0.52, 0.28, 0.4, 0.4), skin, 0.05);
        b.raw(oval(0.58, 0.13, 0.017, 0.018), b.tone().ink(), 1);
        b.body(blob(-0.46, 0.4, -0.38, 0.1, -0.06, -0.06, 0.26, 0.1, 0.4, 0.4, 0, 0.44), 0x6b5136, 0.12);
        b.raw(
                stroke(line(-0.24, 0.38, -0.2, 0.12, -0.04, 0, 0.12, 0.12, 0.18, 0.38), 0.014),
                b.tone().ink(),
                0.5);
    }

    static void dragon(Brush b) {
        int scale = 0x4f7d55;
        b.body(blob(-0.3, 0.3, -0.6, 0.34, -0.82, 0.16, -0.9, -0.02, -0.74, 0.1, -0.5, 0.16, -0.28, 0.06), scale, 0.06);
        b.body(
                blob(-0.06, -0.06, -0.4, -0.5, -0.72, -0.5, -0.58, -0.36, -0.56, -0.22, -0.42, -0.22, -0.32, -0.04),
                0x7d9a5c,
                0.06);
        b.body(
                union(
                        blob(-0.4, 0.16, -0.3, -0.06, 0, -0.12, 0.22, -0.04, 0.24, 0.2, 0, 0.32, -0.3, 0.3),
                        taper(0.14, 0.04, 0.14, 0.36, -0.34, 0.07),
                        limb(-0.24, 0.2, 0.11, -0.2, 0.36, 0.06, -0.16, 0.48, 0.05),
                        limb(0.14, 0.2, 0.09, 0.2, 0.36, 0.055, 0.24, 0.48, 0.05)),
                scale,
                0.1);
        b.body(
                blob(0.28, -0.36, 0.34, -0.5, 0.48, -0.5, 0.72, -0.36, 0.7, -0.28, 0.5, -0.26, 0.34, -0.26),
                scale,
                0.05);
        b.raw(
                union(poly(0.34, -0.46, 0.22, -0.62, 0.41, -0.5), poly(0.42, -0.49, 0.34, -0.66, 0.48, -0.5)),
                b.colour(PAPER, 0.7),
                1);
        b.raw(oval(0.49, -0.41, 0.022, 0.02), 0xe8b838, 1);
    }
}
