package io.vimax.worker.provider.local.frame.people;

import static io.vimax.worker.provider.local.frame.paint.Shapes.blob;
import static io.vimax.worker.provider.local.frame.paint.Shapes.box;
import static io.vimax.worker.provider.local.frame.paint.Shapes.line;
import static io.vimax.worker.provider.local.frame.paint.Shapes.oval;
import static io.vimax.worker.provider.local.frame.paint.Shapes.poly;
import static io.vimax.worker.provider.local.frame.paint.Shapes.stroke;
import static io.vimax.worker.provider.local.frame.paint.Shapes.taper;
import static io.vimax.worker.provider.local.frame.paint.Shapes.union;
import static io.vimax.worker.provider.local.frame.paint.Shapes.without;

import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Colour;

/** Things that stand on the ground; see {@link Things}. */
final class LargeThings {
    private static final int BRASS = 0xc89a4a;
    private static final int IRON = 0x4d545c;
    private static final int PAPER = 0xf3ead6;
    private static final int WOOD = 0x8a5f3d;

    private LargeThings() {}

    static void boat(Brush b) {
        b.body(
                blob(-0.5, 0.16, -0.4, 0.2, 0.4, 0.2, 0.54, 0.1, 0.44, 0.42, 0.3, 0.5, -0.34, 0.5, -0.46, 0.36),
                Colour.mix(WOOD, b.tone().accent(), 0.2),
                0.1);
        b.raw(taper(0, 0.2, 0.014, 0, -0.6, 0.01), b.colour(WOOD, 0.4), 1);
        b.body(blob(0.03, -0.56, 0.24, -0.2, 0.34, 0.1, 0.03, 0.12), PAPER, 0.08);
        b.body(
                blob(-0.03, -0.48, -0.03, 0.1, -0.28, 0.1, -0.16, -0.16),
                b.tone().accent(),
                0.06);
    }

    static void bicycle(Brush b) {
        int ink = b.colour(IRON, 0.3);
        for (double x : new double[] {-0.34, 0.34}) {
            b.raw(without(oval(x, 0.26, 0.24, 0.24), oval(x, 0.26, 0.215, 0.215)), ink, 1);
            b.raw(oval(x, 0.26, 0.03, 0.03), ink, 1);
        }
        int frame = b.tone().accent();
        b.raw(
                union(
                        taper(-0.34, 0.26, 0.014, -0.1, -0.04, 0.014),
                        taper(-0.1, -0.04, 0.014, 0.22, -0.06, 0.014),
                        taper(0.22, -0.06, 0.014, 0.0, 0.26, 0.014),
                        taper(0, 0.26, 0.014, -0.34, 0.26, 0.014),
                        taper(0, 0.26, 0.014, -0.12, -0.12, 0.014),
                        taper(0.34, 0.26, 0.014, 0.2, -0.2, 0.014)),
                frame,
                1);
        b.raw(
                union(
                        blob(-0.22, -0.14, -0.02, -0.16, -0.02, -0.11, -0.18, -0.1),
                        taper(0.12, -0.22, 0.018, 0.3, -0.2, 0.016)),
                ink,
                1);
    }

    static void car(Brush b) {
        b.raw(oval(0, 0.5, 1, 0.05), b.tone().ink(), 0.5);
        b.body(
                blob(
                        -0.95, 0.36, -0.95, 0.12, -0.55, 0.06, -0.32, -0.2, 0.26, -0.2, 0.5, 0.04, 0.92, 0.12, 0.96,
                        0.36, 0, 0.42),
                Colour.mix(b.tone().accent(), 0x8a3b36, 0.3),
                0.2);
        b.raw(
                poly(-0.44, 0.06, -0.26, -0.13, -0.02, -0.13, -0.02, 0.06),
                Colour.mix(b.tone().skyMiddle(), b.tone().ink(), 0.3),
                1);
        b.raw(
                poly(0.03, 0.06, 0.03, -0.13, 0.24, -0.13, 0.4, 0.06),
                Colour.mix(b.tone().skyMiddle(), b.tone().ink(), 0.3),
                1);
        for (double x : new double[] {-0.56, 0.56}) {
            b.raw(oval(x, 0.36, 0.16, 0.16), b.tone().ink(), 1);
            b.raw(oval(x, 0.36, 0.07, 0.07), b.colour(0xb0b7bd, 0.6), 1);
        }
        b.raw(oval(0.92, 0.2, 0.04, 0.05), 0xfff3cc, 1);
        b.glow(1, 0.2, 0.4, b.tone().lamp(), b.tone().hour().dark() ? 0.6 : 0.15);
    }

    static void fire(Brush b) {
        b.glow(0, 0.1, 1.4, b.tone().lamp(), 0.5);
        b.raw(taper(-0.4, 0.5, 0.06, 0.34, 0.34, 0.05), b.colour(0x4a3021, 0.4), 1);
        b.raw(taper(0.4, 0.5, 0.06, -0.34, 0.34, 0.05), b.colour(0x4a3021, 0.3), 1);
        b.raw(
                blob(-0.3, 0.4, -0.34, 0.12, -0.16, -0.1, -0.1, -0.36, 0.06, -0.14, 0.16, -0.26, 0.3, 0.08, 0.28, 0.4),
                Colour.mix(b.tone().lamp(), 0xe8532a, 0.6),
                1);
        b.raw(blob(-0.18, 0.42, -0.18, 0.2, -0.04, -0.06, 0.06, 0.1, 0.14, 0.04, 0.18, 0.26, 0.14, 0.42), 0xffc14d, 1);
        b.raw(blob(-0.08, 0.42, -0.07, 0.26, 0.02, 0.14, 0.08, 0.3, 0.06, 0.42), 0xfff3c0, 1);
    }

    static void door(Brush b) {
        b.form(union(box(-0.28, -0.36, 0.56, 0.86), oval(0, -0.36, 0.28, 0.14)), 0xaea291, 0.6, 0.35);
        b.raw(union(box(-0.22, -0.34, 0.44, 0.84), oval(0, -0.34, 0.22, 0.1)), Things.warm(b), 1);
        b.glow(0, 0.1, 0.8, b.tone().lamp(), 0.4);
        b.body(
                poly(0.22, -0.38, 0.02, -0.3, 0.02, 0.56, 0.22, 0.5),
                Colour.mix(WOOD, b.tone().accent(), 0.25),
                0.05);
        b.raw(oval(0.055, 0.12, 0.02, 0.02), b.colour(BRASS, 0.9), 1);
    }

    static void sapling(Brush b) {
        b.body(blob(-0.2, 0.2, 0.2, 0.2, 0.15, 0.5, -0.15, 0.5), 0xa65b45, 0.08);
        b.raw(stroke(line(0, 0.2, -0.02, -0.05, 0.03, -0.3), 0.03), b.colour(0x4c7446, 0.5), 1);
        double[][] leaves = {
            {0, 0.02, 0.9}, {0, -0.1, -2.4}, {0.02, -0.22, 0.5}, {0.03, -0.3, -1.4}, {-0.01, -0.02, 3.5}
        };
        for (double[] l : leaves) {
            b.turned(
                    l[0],
                    l[1],
                    l[2],
                    k -> k.form(blob(0, 0, 0.14, -0.08, 0.32, -0.02, 0.16, 0.06), 0x6f9a4f, 0.9, 0.5));
        }
    }
}
