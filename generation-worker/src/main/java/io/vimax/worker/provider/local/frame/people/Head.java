package io.vimax.worker.provider.local.frame.people;

import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import java.awt.Shape;
import java.awt.geom.Area;

/** A head of height 1, chin at 0, turned three quarters to the right. As much face as its size in pixels can carry. */
final class Head {
    private static final Shape FACE = Shapes.blob(
            -0.36, -0.6, -0.31, -0.86, -0.03, -1, 0.25, -0.92, 0.345, -0.66, 0.35, -0.46, 0.365, -0.34, 0.325, -0.15,
            0.21, -0.015, 0.08, 0.012, -0.12, -0.08, -0.3, -0.3);

    private final Brush b;
    private final Costume c;
    private final double pixels;

    private Head(Brush b, Costume c, double pixels) {
        this.b = b;
        this.c = c;
        this.pixels = pixels;
    }

    /** What hangs behind shoulders and neck: to be painted before the body. */
    static void behind(Brush b, Costume c, boolean fromBehind) {
        if (c.hair() == Costume.Hair.LONG && !fromBehind && c.kind() != Costume.Kind.ROBOT) {
            b.form(
                    Shapes.blob(
                            -0.4, -0.7, -0.1, -0.95, 0.28, -0.7, 0.3, -0.1, 0.34, 0.4, 0, 0.55, -0.42, 0.5, -0.46, 0),
                    c.hairColour(),
                    0.4,
                    0.2);
        }
        if (c.hair() == Costume.Hair.TAIL && c.kind() != Costume.Kind.ROBOT) {
            b.form(
                    Shapes.blob(-0.3, -0.7, -0.52, -0.62, -0.6, -0.2, -0.48, 0.15, -0.42, -0.2, -0.34, -0.45),
                    c.hairColour(),
                    0.5,
                    0.25);
        }
    }

    static void draw(Brush b, Costume c, double pixels, boolean fromBehind) {
        Head head = new Head(b, c, pixels);
        if (c.kind() == Costume.Kind.ROBOT) {
            head.robot(fromBehind);
        } else if (fromBehind) {
            head.back();
        } else {
            head.front();
        }
    }

    private void front() {
        Shape neck = Shapes.blob(-0.2, -0.3, 0.1, -0.12, 0.13, 0.12, 0.2, 0.36, -0.3, 0.36, -0.22, 0.1);
        b.form(neck, c.skin(), 0.32, 0.42);
        b.form(FACE, c.skin(), 0.74, 0.6);
        b.form(Shapes.oval(-0.21, -0.42, 0.06, 0.095), c.skin(), 0.5, 0.4);
        Shape shadow = b.lightFrom() > 0
                ? Shapes.blob(
                        -0.5, -1, -0.02, -1.02, -0.06, -0.7, 0.02, -0.46, -0.05, -0.3, 0.03, -0.12, 0.1, 0.1, -0.5, 0.1)
                : Shapes.blob(
                        0.5, -1.05, 0.1, -0.95, 0.2, -0.62, 0.11, -0.5, 0.2, -0.42, 0.16, -0.26, 0.22, -0.14, 0.12,
                        0.05, 0.5, 0.1);
        b.raw(Shapes.within(FACE, shadow), b.colour(c.skin(), 0.12), 0.72);
        if (pixels > 34) {
            features();
        }
        if (c.beard()) {
            Shape beard = Shapes.blob(
                    -0.2, -0.3, -0.06, -0.2, 0.1, -0.225, 0.28, -0.22, 0.34, -0.28, 0.32, -0.06, 0.2, 0.13, 0.02, 0.12,
                    -0.16, 0);
            b.form(beard, c.hairColour(), 0.6, 0.35);
            b.raw(Shapes.stroke(Shapes.line(0.1, -0.15, 0.26, -0.155), 0.02), b.colour(c.skin(), 0.1), 0.8);
        }
        hair();
        hat(false);
        b.rim(
                Shapes.union(FACE, Shapes.blob(-0.42, -0.6, -0.3, -0.98, 0, -1.08, 0.28, -0.97, 0.3, -0.8, -0.1, -0.7)),
                0.028,
                0.5);
    }

    private void features() {
        int dark = Colour.mix(b.colour(c.skin(), 0), b.tone().ink(), 0.72);
        double lid = c.kind() == Costume.Kind.CHILD ? 1.2 : 1;
        double[] eyes = {0.235, -0.005};
        for (int i = 0; i < 2; i++) {
            double x = eyes[i];
            double w = (i == 0 ? 0.062 : 0.078) * lid;
            double y = c.kind() == Costume.Kind.CHILD ? -0.39 : -0.445;
            b.raw(
                    Shapes.blob(
                            x - w,
                            y + 0.004,
                            x - w * 0.2,
                            y - 0.036 * lid,
                            x + w,
                            y - 0.006,
                            x + w * 0.1,
                            y + 0.034 * lid),
                    b.colour(0xf4efe6, 0.55),
                    0.85);
            b.raw(Shapes.oval(x + w * 0.18, y, 0.03 * lid, 0.036 * lid), dark, 1);
            b.raw(
                    Shapes.stroke(
                            Shapes.line(x - w * 1.1, y + 0.004, x - w * 0.2, y - 0.043 * lid, x + w * 1.05, y - 0.008),
                            0.016),
                    dark,
                    0.95);
            b.raw(Shapes.oval(x + w * 0.32, y - 0.013, 0.008, 0.01), 0xffffff, 0.85);
            b.raw(
                    Shapes.stroke(Shapes.line(x - w * 1.2, y - 0.095, x, y - 0.13, x + w * 1.15, y - 0.1), 0.026),
                    Colour.mix(b.colour(c.hairColour(), 0.15), dark, 0.35),
                    0.85);
        }
        b.raw(
                Shapes.blob(0.14, -0.42, 0.175, -0.36, 0.225, -0.27, 0.19, -0.245, 0.12, -0.25, 0.135, -0.33),
                b.colour(c.skin(), 0.06),
                0.42);
        b.raw(Shapes.stroke(Shapes.line(0.135, -0.248, 0.18, -0.238, 0.222, -0.262), 0.014), dark, 0.5);
        if (!c.beard()) {
            b.raw(
                    Shapes.blob(0.05, -0.15, 0.14, -0.172, 0.18, -0.166, 0.25, -0.158, 0.16, -0.118),
                    Colour.mix(b.colour(c.skin(), 0.2), 0x9c3f3a, 0.34),
                    0.75);
            b.raw(Shapes.stroke(Shapes.line(0.045, -0.15, 0.15, -0.146, 0.25, -0.158), 0.013), dark, 0.7);
        }
        b.raw(Shapes.oval(0.27, -0.27, 0.07, 0.05), Colour.mix(b.colour(c.skin(), 0.5), 0xd0604e, 0.5), 0.2);
        if (c.kind() == Costume.Kind.ELDER) {
            b.raw(Shapes.stroke(Shapes.line(0.03, -0.37, 0.06, -0.34, 0.05, -0.3), 0.01), dark, 0.35);
            b.raw(Shapes.stroke(Shapes.line(0.06, -0.24, 0.03, -0.17), 0.012), dark, 0.35);
        }
    }

    private void hair() {
        int h = c.hairColour();
        switch (c.hair()) {
            case SHORT ->
                lock(
                        h, -0.38, -0.42, -0.42, -0.75, -0.26, -1.02, 0.04, -1.09, 0.3, -0.96, 0.35, -0.76, 0.16, -0.8,
                        -0.06, -0.78, -0.2, -0.6, -0.26, -0.42);
            case BOB ->
                lock(
                        h, -0.45, -0.1, -0.46, -0.7, -0.28, -1.02, 0.04, -1.1, 0.32, -0.95, 0.37, -0.72, 0.1, -0.82,
                        -0.1, -0.72, -0.16, -0.4, -0.2, -0.08, -0.32, -0.02);
            case LONG ->
                lock(
                        h, -0.43, 0.16, -0.46, -0.68, -0.28, -1.02, 0.04, -1.1, 0.32, -0.96, 0.37, -0.7, 0.2, -0.83,
                        0.02, -0.8, -0.14, -0.6, -0.2, -0.3, -0.22, 0.2, -0.34, 0.3);
            case BUN -> {
                b.form(Shapes.oval(-0.3, -1.02, 0.19, 0.18), h, 0.6, 0.3);
                lock(
                        h, -0.38, -0.4, -0.43, -0.72, -0.28, -1.02, 0.04, -1.08, 0.3, -0.96, 0.35, -0.75, 0.12, -0.86,
                        -0.12, -0.76, -0.24, -0.5);
            }
            case TAIL ->
                lock(
                        h, -0.4, -0.5, -0.43, -0.75, -0.26, -1.03, 0.04, -1.09, 0.3, -0.97, 0.36, -0.74, 0.14, -0.86,
                        -0.1, -0.8, -0.24, -0.55);
            case CURLS -> {
                Area a = new Area();
                double[][] curls = {
                    {-0.36, -0.5},
                    {-0.41, -0.7},
                    {-0.34, -0.9},
                    {-0.17, -1.03},
                    {0.03, -1.08},
                    {0.22, -1.01},
                    {0.33, -0.86},
                    {-0.1, -0.86},
                    {0.12, -0.9},
                    {-0.26, -0.72}
                };
                for (double[] p : curls) {
                    a.add(new Area(Shapes.oval(p[0], p[1], 0.14, 0.14)));
                }
                b.form(a, h, 0.6, 0.25);
                b.rim(a, 0.025, 0.4);
            }
            case BALD -> {
                b.form(Shapes.blob(-0.38, -0.3, -0.42, -0.6, -0.33, -0.76, -0.24, -0.55, -0.27, -0.32), h, 0.6, 0.4);
            }
        }
    }

    private void lock(int colour, double... points) {
        Shape s = Shapes.blob(points);
        b.form(s, colour, 0.55, 0.22);
        b.raw(
                Shapes.within(s, Shapes.blob(-0.2, -1, 0.02, -1.04, 0.2, -0.97, 0.1, -0.93, -0.1, -0.92)),
                b.colour(colour, 0.95),
                0.4);
    }

    private void hat(boolean fromBehind) {
        int cloth = c.trim();
        switch (c.hat()) {
            case NONE -> {}
            case CAP -> {
                b.body(
                        Shapes.blob(-0.42, -0.74, -0.34, -1.04, -0.02, -1.18, 0.3, -1.06, 0.36, -0.8, 0, -0.82),
                        cloth,
                        0.14);
                b.form(Shapes.blob(0.08, -0.83, 0.36, -0.86, 0.58, -0.76, 0.32, -0.76), cloth, 0.3, 0.15);
            }
            case BRIM, STRAW -> {
                int felt = c.hat() == Costume.Hat.STRAW ? 0xe2c27a : cloth;
                double wide = c.hat() == Costume.Hat.STRAW ? 1.25 : 1;
                b.body(Shapes.blob(-0.3, -0.84, -0.28, -1.14, -0.06, -1.26, 0.22, -1.18, 0.3, -0.86), felt, 0.14);
                b.raw(
                        Shapes.blob(-0.31, -0.86, 0, -0.93, 0.31, -0.88, 0.3, -0.8, 0, -0.84, -0.31, -0.78),
                        b.colour(c.under(), 0.2),
                        1);
                b.body(
                        Shapes.blob(
                                -0.66 * wide,
                                -0.72,
                                -0.3,
                                -0.84,
                                0.02,
                                -0.87,
                                0.34,
                                -0.86,
                                0.68 * wide,
                                -0.76,
                                0.3,
                                -0.76,
                                0,
                                -0.75),
                        felt,
                        0.1);
            }
            case BEANIE -> {
                b.body(
                        Shapes.blob(-0.42, -0.72, -0.36, -1.05, -0.02, -1.2, 0.3, -1.07, 0.37, -0.78, 0, -0.8),
                        cloth,
                        0.14);
                b.form(
                        Shapes.blob(-0.44, -0.66, -0.44, -0.8, 0, -0.9, 0.39, -0.84, 0.4, -0.7, 0, -0.74),
                        cloth,
                        0.95,
                        0.6);
            }
            case CROWN ->
                b.body(
                        Shapes.poly(
                                -0.36, -0.84, -0.42, -1.24, -0.24, -1.06, -0.16, -1.32, -0.02, -1.08, 0.1, -1.34, 0.18,
                                -1.06, 0.36, -1.24, 0.32, -0.84),
                        0xe0b040,
                        0.1);
            case HOOD -> {
                Area hood = new Area(Shapes.blob(
                        -0.5, -0.1, -0.56, -0.6, -0.4, -1.08, 0, -1.24, 0.34, -1.06, 0.44, -0.72, 0.34, -0.1, 0.3, 0.25,
                        -0.4, 0.3));
                if (!fromBehind) {
                    hood.subtract(new Area(Shapes.blob(
                            -0.16, -0.1, -0.24, -0.6, -0.06, -0.9, 0.2, -0.9, 0.4, -0.66, 0.38, -0.2, 0.2, 0.04)));
                }
                b.body(hood, c.cloth(), 0.16);
            }
        }
    }

    private void back() {
        b.form(Shapes.blob(-0.2, -0.3, 0.16, -0.3, 0.18, 0.1, 0.26, 0.36, -0.3, 0.36, -0.22, 0.1), c.skin(), 0.3, 0.35);
        b.form(FACE, c.skin(), 0.4, 0.3);
        double low = switch (c.hair()) {
            case LONG -> 0.42;
            case BOB -> -0.05;
            case BALD -> -0.35;
            default -> -0.2;
        };
        Shape mass = c.hair() == Costume.Hair.BALD
                ? Shapes.blob(-0.38, -0.25, -0.42, -0.62, 0, -0.5, 0.38, -0.62, 0.36, -0.25, 0, -0.18)
                : Shapes.blob(
                        -0.4,
                        low,
                        -0.44,
                        -0.65,
                        -0.28,
                        -1.02,
                        0.02,
                        -1.1,
                        0.3,
                        -1.01,
                        0.42,
                        -0.65,
                        0.38,
                        low,
                        0,
                        low + 0.08);
        b.body(mass, c.hairColour(), 0.18, 0.6);
        if (c.hair() == Costume.Hair.BUN) {
            b.body(Shapes.oval(0, -0.85, 0.2, 0.19), c.hairColour(), 0.1);
        }
        if (c.hair() == Costume.Hair.TAIL) {
            b.body(Shapes.blob(-0.1, -0.75, 0.1, -0.75, 0.15, -0.1, 0.02, 0.35, -0.12, -0.1), c.hairColour(), 0.08);
        }
        hat(true);
    }

    private void robot(boolean fromBehind) {
        b.form(Shapes.box(-0.09, -0.1, 0.18, 0.45), 0x5d656e, 0.4, 0.2);
        Shape shell = Shapes.blob(
                -0.42, -0.12, -0.44, -0.75, -0.3, -0.98, 0.28, -0.98, 0.44, -0.75, 0.42, -0.12, 0.2, -0.03, -0.2,
                -0.03);
        b.body(shell, Colour.mix(0xc9d2d6, c.cloth(), 0.3), 0.2);
        b.raw(Shapes.taper(-0.1, -0.96, 0.02, -0.14, -1.25, 0.012), b.colour(0x5d656e, 0.3), 1);
        b.raw(Shapes.oval(-0.14, -1.27, 0.05, 0.05), b.tone().accent(), 1);
        if (!fromBehind) {
            b.raw(
                    Shapes.blob(-0.22, -0.42, -0.2, -0.68, 0.1, -0.74, 0.36, -0.68, 0.36, -0.42, 0.1, -0.36),
                    b.tone().ink(),
                    0.95);
            b.raw(Shapes.oval(-0.02, -0.55, 0.07, 0.075), 0xc9fff2, 1);
            b.raw(Shapes.oval(0.22, -0.55, 0.06, 0.075), 0xc9fff2, 1);
            b.glow(0.1, -0.55, 0.4, 0x9ff5e4, 0.35);
        }
    }
}
