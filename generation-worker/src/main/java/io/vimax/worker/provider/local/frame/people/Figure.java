package io.vimax.worker.provider.local.frame.people;

import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import java.awt.Shape;
import java.awt.geom.Area;

/** A whole person of height 1, feet at 0, facing right; the same drawing serves far figures, half figures and busts. */
final class Figure {
    private final Brush b;
    private final Costume c;
    private final Pose p;
    private final double pixels;
    private final double head;
    private final double wide;

    private Figure(Brush b, Costume c, Pose p, double pixels) {
        this.b = b;
        this.c = c;
        this.p = p;
        this.pixels = pixels;
        this.head = headShare(c);
        this.wide = c.build();
    }

    /** Paints the figure; x, y is where it stands, height in pixels for a grown person. */
    static void draw(Brush brush, Costume c, Pose p, double x, double y, double height, boolean facesRight) {
        double h = height * c.height();
        brush.in(x, y, facesRight ? h : -h, h, k -> new Figure(k, c, p, h).draw());
    }

    /** Where the front hand is, for what it holds. */
    static double[] hand(Costume c, Pose p, double x, double y, double height, boolean facesRight) {
        double h = height * c.height();
        return new double[] {
            x + (facesRight ? 1 : -1) * p.armFront().endX() * h,
            y + p.armFront().endY() * h
        };
    }

    /** Head height as a share of the figure's. */
    static double headShare(Costume c) {
        return c.kind() == Costume.Kind.CHILD ? 0.185 : 0.145;
    }

    /** From the feet to the top of hair or hat, as a share of the figure's height. */
    static double crown(Costume c, Pose p) {
        double hat = switch (c.hat()) {
            case BRIM, STRAW, HOOD, CAP, BEANIE, CROWN -> 0.22;
            case NONE -> c.hair() == Costume.Hair.BUN || c.kind() == Costume.Kind.ROBOT ? 0.24 : 0.1;
        };
        return -p.neck() + headShare(c) * (1.22 + hat);
    }

    private void draw() {
        double nx = p.lean() * 1.4;
        double ny = p.neck();
        boolean seated = p.hip() > -0.4;
        if (!p.fromBehind()) {
            headAt(nx, ny, k -> Head.behind(k, c, false));
        }
        arm(p.armBack(), nx - 0.08 * wide, ny + 0.052, true);
        leg(p.legBack(), -0.035, 0.2);
        leg(p.legFront(), 0.035, 0.5);
        coat(nx, ny, seated);
        if (!p.fromBehind()) {
            details(nx, ny);
        }
        headAt(nx, ny, k -> Head.draw(k, c, pixels * head, p.fromBehind()));
        if (c.scarf() && c.kind() != Costume.Kind.ROBOT) {
            Shape scarf = Shapes.blob(
                    nx - 0.06,
                    ny - 0.005,
                    nx,
                    ny + 0.006,
                    nx + 0.06,
                    ny - 0.008,
                    nx + 0.068,
                    ny + 0.03,
                    nx,
                    ny + 0.048,
                    nx - 0.072,
                    ny + 0.035);
            b.body(scarf, c.trim(), 0.02);
            b.body(
                    Shapes.blob(nx - 0.05, ny + 0.03, nx - 0.02, ny + 0.04, nx - 0.03, ny + 0.15, nx - 0.07, ny + 0.15),
                    c.trim(),
                    0.012);
        }
        arm(p.armFront(), nx + 0.084 * wide, ny + 0.056, false);
    }

    /** A line of light is thinner, against the figure, the nearer the figure is. */
    private double edge(double share) {
        return share * Math.min(1, 0.28 + 190 / Math.max(190, pixels));
    }

    private void headAt(double nx, double ny, java.util.function.Consumer<Brush> paint) {
        b.turned(nx + p.lean() * 0.3, ny - head * 0.22, p.nod() * 0.6 + p.lean(), k -> k.in(0, 0, head, head, paint));
    }

    private void arm(Pose.Limb a, double sx, double sy, boolean behind) {
        double w = 0.034 * Math.sqrt(wide) * (c.kind() == Costume.Kind.ROBOT ? 0.8 : 1);
        Shape sleeve =
                Shapes.limb(sx, sy, w * 1.15, a.bendX() * wide, a.bendY(), w * 0.92, a.endX(), a.endY(), w * 0.72);
        int cloth = c.kind() == Costume.Kind.ROBOT ? 0x8b959c : c.coat() == Costume.Coat.CLOAK ? c.under() : c.cloth();
        double ex = a.bendX() * wide;
        double length = Math.max(1e-6, Math.hypot(a.endX() - ex, a.endY() - a.bendY()));
        double hx = a.endX() + (a.endX() - ex) / length * 0.022;
        double hy = a.endY() + (a.endY() - a.bendY()) / length * 0.022;
        b.form(
                Shapes.oval(hx, hy, 0.024, 0.026),
                c.kind() == Costume.Kind.ROBOT ? 0x5d656e : c.skin(),
                behind ? 0.3 : 0.7,
                behind ? 0.2 : 0.5);
        if (behind) {
            b.form(sleeve, cloth, 0.22, 0.1);
        } else {
            b.form(sleeve, cloth, 0.78, 0.55);
            b.shade(sleeve, cloth, w * 0.7);
            b.rim(sleeve, edge(0.006), 0.6);
        }
    }

    private void leg(Pose.Limb l, double hx, double lit) {
        double w = 0.043;
        Shape leg =
                Shapes.limb(hx, p.hip(), w * 1.25, l.bendX(), l.bendY(), w * 0.92, l.endX(), l.endY() - 0.02, w * 0.66);
        b.form(leg, c.kind() == Costume.Kind.ROBOT ? 0x77828a : c.under(), lit, lit * 0.6);
        b.raw(
                Shapes.blob(
                        l.endX() - 0.035,
                        l.endY() - 0.04,
                        l.endX() + 0.02,
                        l.endY() - 0.042,
                        l.endX() + 0.075,
                        l.endY() - 0.016,
                        l.endX() + 0.075,
                        l.endY() + 0.002,
                        l.endX() - 0.035,
                        l.endY() + 0.002),
                Colour.mix(b.colour(0x3a2e2a, 0.3), b.tone().ink(), 0.3),
                1);
    }

    private void coat(double nx, double ny, boolean seated) {
        double s = 0.115 * wide;
        double hem = seated
                ? p.hip() + 0.06
                : switch (c.coat()) {
                    case LONG -> -0.24;
                    case JACKET -> -0.43;
                    case DRESS -> -0.2;
                    case CLOAK -> -0.16;
                    case ROBE -> -0.07;
                };
        double flare = seated
                ? 0.12
                : switch (c.coat()) {
                    case LONG -> 0.135;
                    case JACKET -> 0.1;
                    case DRESS -> 0.185;
                    case CLOAK -> 0.19;
                    case ROBE -> 0.15;
                };
        double waist = c.coat() == Costume.Coat.DRESS ? 0.072 : c.coat() == Costume.Coat.JACKET ? 0.092 : 0.098;
        double drift = -p.lean() * 1.2;
        double wy = p.hip() - 0.06;
        Shape coat = Shapes.blob(
                nx - 0.04,
                ny - 0.012,
                nx + 0.04,
                ny - 0.012,
                nx + s * 0.62,
                ny + 0.016,
                nx + s * 0.97,
                ny + 0.052,
                nx + s * 1.03,
                ny + 0.11,
                nx * 0.6 + waist * wide + 0.012,
                wy,
                drift * 0.5 + flare * 0.82 * wide,
                (wy + hem) / 2,
                drift + flare * wide,
                hem - 0.012,
                drift + flare * 0.3 * wide,
                hem + 0.006,
                drift - flare * 0.5 * wide,
                hem + 0.004,
                drift - flare * 1.02 * wide,
                hem - 0.016,
                drift * 0.5 - flare * 0.84 * wide,
                (wy + hem) / 2,
                nx * 0.6 - waist * wide - 0.012,
                wy,
                nx - s * 1.03,
                ny + 0.11,
                nx - s * 0.97,
                ny + 0.052,
                nx - s * 0.62,
                ny + 0.016);
        int cloth = c.kind() == Costume.Kind.ROBOT ? Colour.mix(0xc9d2d6, c.cloth(), 0.45) : c.cloth();
        b.form(coat, cloth, 0.76, 0.42);
        b.shade(coat, cloth, 0.07);
        Area folds = new Area();
        for (int i = 0; i < 3; i++) {
            double fx = drift - flare * 0.55 + flare * 0.5 * i;
            folds.add(new Area(Shapes.taper(fx * 0.5, wy + 0.04, 0.001, fx * 1.1, hem, 0.008)));
        }
        if (hem > -0.4) {
            b.raw(Shapes.within(folds, coat), b.colour(cloth, 0.05), 0.45);
        }
        b.rim(coat, edge(0.009), 0.7);
    }

    private void details(double nx, double ny) {
        if (c.kind() == Costume.Kind.ROBOT) {
            b.raw(Shapes.oval(nx + 0.03, ny + 0.12, 0.028, 0.028), 0xc9fff2, 0.95);
            b.raw(
                    Shapes.stroke(Shapes.line(nx - 0.06, ny + 0.22, nx + 0.07, ny + 0.22), 0.006),
                    b.tone().ink(),
                    0.6);
            return;
        }
        double o = 0.02;
        switch (c.coat()) {
            case LONG, JACKET -> {
                b.raw(
                        Shapes.poly(nx + o - 0.035, ny - 0.012, nx + o + 0.035, ny - 0.012, nx + o + 0.004, ny + 0.12),
                        b.colour(c.under(), 0.6),
                        1);
                b.form(
                        Shapes.poly(
                                nx + o - 0.038,
                                ny - 0.016,
                                nx + o - 0.062,
                                ny + 0.04,
                                nx + o - 0.03,
                                ny + 0.06,
                                nx + o + 0.004,
                                ny + 0.13),
                        c.cloth(),
                        0.95,
                        0.7);
                b.form(
                        Shapes.poly(
                                nx + o + 0.038,
                                ny - 0.016,
                                nx + o + 0.058,
                                ny + 0.04,
                                nx + o + 0.032,
                                ny + 0.06,
                                nx + o + 0.004,
                                ny + 0.13),
                        c.cloth(),
                        0.95,
                        0.7);
                b.raw(
                        Shapes.taper(nx + o + 0.003, ny + 0.13, 0.0025, o * 0.8, p.hip() + 0.02, 0.0025),
                        b.colour(c.cloth(), 0),
                        0.6);
                if (pixels > 260) {
                    for (int i = 0; i < 3; i++) {
                        b.raw(
                                Shapes.oval(nx + o + 0.018, ny + 0.16 + i * 0.055, 0.006, 0.006),
                                b.colour(c.trim(), 0.8),
                                1);
                    }
                }
            }
            case DRESS ->
                b.raw(
                        Shapes.blob(
                                nx - 0.03,
                                ny - 0.012,
                                nx + o,
                                ny + 0.03,
                                nx + o + 0.045,
                                ny - 0.012,
                                nx + o,
                                ny - 0.02),
                        b.colour(c.skin(), 0.5),
                        1);
            case CLOAK -> {
                b.raw(
                        Shapes.poly(
                                nx + o - 0.012,
                                ny + 0.02,
                                nx + o + 0.03,
                                ny + 0.02,
                                nx + o + 0.06,
                                p.hip() + 0.12,
                                nx + o - 0.03,
                                p.hip() + 0.12),
                        b.colour(c.under(), 0.35),
                        0.9);
                b.raw(Shapes.oval(nx + o + 0.008, ny + 0.022, 0.013, 0.013), b.colour(c.trim(), 0.95), 1);
            }
            case ROBE -> {
                b.raw(
                        Shapes.taper(nx - 0.04, ny - 0.012, 0.011, nx + o + 0.03, ny + 0.19, 0.011),
                        b.colour(c.trim(), 0.75),
                        1);
                b.raw(
                        Shapes.taper(nx + 0.06, ny - 0.012, 0.011, nx + o - 0.01, ny + 0.15, 0.011),
                        b.colour(c.trim(), 0.75),
                        1);
                b.raw(
                        Shapes.poly(
                                -0.1 * wide,
                                p.hip() - 0.085,
                                0.105 * wide,
                                p.hip() - 0.085,
                                0.11 * wide,
                                p.hip() - 0.045,
                                -0.108 * wide,
                                p.hip() - 0.045),
                        b.colour(c.trim(), 0.5),
                        1);
            }
        }
    }
}
