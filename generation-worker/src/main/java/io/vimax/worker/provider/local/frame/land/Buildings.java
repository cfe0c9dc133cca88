package io.vimax.worker.provider.local.frame.land;

import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Living;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Stage;
import java.awt.Shape;
import java.util.Random;

/** Houses, towers and roofs; x is the middle of the foot. Lit windows glow in the dark hours and flicker in a clip. */
public final class Buildings {
    private Buildings() {}

    public static boolean lamps(Stage s) {
        return s.tone().hour().dark() || s.tone().murk() > 0.2;
    }

    public static void window(Stage s, Brush b, double x, double y, double w, double h, boolean lit) {
        Shape pane = Shapes.box(x - w / 2, y - h, w, h);
        if (lit) {
            b.raw(pane, Colour.mix(s.tone().lamp(), 0xfff2c8, 0.25), 0.95);
            if (w > s.unit() * 0.012) {
                b.glow(x, y - h / 2, w * 2.6, s.tone().lamp(), 0.28);
            }
        } else {
            b.raw(pane, Colour.mix(b.colour(Material.SLATE, 0.15), s.tone().skyMiddle(), 0.22), 1);
        }
        double bar = Math.max(0.8, w * 0.08);
        b.raw(Shapes.box(x - bar / 2, y - h, bar, h), b.colour(Material.WOOD, 0.4), 0.9);
        b.raw(Shapes.box(x - w / 2, y - h * 0.5 - bar / 2, w, bar), b.colour(Material.WOOD, 0.4), 0.9);
    }

    /** A house with a gable to the side, seen a little from the corner. */
    public static void house(
            Stage s, Brush b, double x, double y, double w, double wall, int plaster, int roof, Random r) {
        double side = s.setLight();
        double gable = w * 0.36;
        double front = w - gable;
        double fx0 = side > 0 ? x - w / 2 : x - w / 2 + gable;
        double gx0 = side > 0 ? fx0 + front : x - w / 2;
        double pitch = wall * 0.75;
        b.form(Shapes.box(fx0, y - wall, front, wall), plaster, 0.36, 0.2);
        b.form(
                Shapes.poly(
                        gx0,
                        y,
                        gx0,
                        y - wall,
                        gx0 + gable / 2,
                        y - wall - pitch,
                        gx0 + gable,
                        y - wall,
                        gx0 + gable,
                        y),
                plaster,
                0.92,
                0.6);
        double over = w * 0.035;
        Shape slope = side > 0
                ? Shapes.poly(
                        fx0 - over,
                        y - wall + over,
                        fx0 + gable * 0.42,
                        y - wall - pitch,
                        gx0 + gable / 2,
                        y - wall - pitch,
                        gx0 + over * 0.4,
                        y - wall + over)
                : Shapes.poly(
                        fx0 + front + over,
                        y - wall + over,
                        fx0 + front - gable * 0.42,
                        y - wall - pitch,
                        gx0 + gable / 2,
                        y - wall - pitch,
                        gx0 + gable - over * 0.4,
                        y - wall + over);
        b.form(slope, roof, 0.66, 0.4);
        for (int i = 1; i < 5; i++) {
            double yy = y - wall - pitch * (1 - i / 5.0);
            b.raw(Shapes.within(slope, Shapes.box(x - w, yy, w * 2, w * 0.006)), b.colour(roof, 0.1), 0.5);
        }
        b.raw(
                Shapes.taper(
                        gx0 - over * 0.4, y - wall + over, w * 0.014, gx0 + gable / 2, y - wall - pitch, w * 0.014),
                b.colour(roof, 0.2),
                1);
        b.raw(
                Shapes.taper(
                        gx0 + gable + over * 0.4,
                        y - wall + over,
                        w * 0.014,
                        gx0 + gable / 2,
                        y - wall - pitch,
                        w * 0.014),
                b.colour(roof, 0.9),
                1);
        double cx = side > 0 ? fx0 + front * 0.4 : fx0 + front * 0.6;
        b.body(Shapes.box(cx, y - wall - pitch * 1.3, w * 0.07, pitch * 0.7), Material.BRICK, w * 0.03);
        boolean lit = lamps(s);
        int windows = Math.max(1, (int) (front / (wall * 0.75)));
        for (int i = 0; i < windows; i++) {
            window(
                    s,
                    b,
                    fx0 + front * (i + 0.5) / windows,
                    y - wall * 0.34,
                    wall * 0.24,
                    wall * 0.34,
                    lit && r.nextDouble() < 0.7);
        }
        b.raw(
                Shapes.box(gx0 + gable * 0.36, y - wall * 0.62, gable * 0.28, wall * 0.62),
                b.colour(Material.DARK_WOOD, 0.5),
                1);
        window(s, b, gx0 + gable / 2, y - wall * 1.02, wall * 0.18, wall * 0.24, lit && r.nextBoolean());
        if (lit && r.nextDouble() < 0.5 && w > s.unit() * 0.1) {
            s.glow(
                    fx0 + front * 0.5,
                    y - wall * 0.5,
                    wall * 1.1,
                    s.tone().lamp(),
                    0.22,
                    Living.Flicker.FIRE,
                    b.depth() + 0.001);
        }
    }

    /** A town house or tower block with rows of windows. */
    public static void block(Stage s, Brush b, double x, double y, double w, double h, int wall, Random r) {
        Shape body = Shapes.box(x - w / 2, y - h, w, h);
        b.form(body, wall, 0.62, 0.34);
        double part = w * (0.22 + 0.12 * r.nextDouble());
        b.raw(Shapes.box(s.setLight() > 0 ? x - w / 2 : x + w / 2 - part, y - h, part, h), b.colour(wall, 0.12), 0.75);
        b.raw(Shapes.box(x - w * 0.53, y - h - w * 0.03, w * 1.06, w * 0.05), b.colour(wall, 0.85), 1);
        double cell = Math.max(s.unit() * 0.014, w / Math.max(2, Math.round(w / (s.unit() * 0.035))));
        boolean lit = lamps(s);
        for (double wy = y - h + cell * 1.1; wy < y - cell * 0.8; wy += cell * 1.25) {
            for (double wx = x - w / 2 + cell * 0.55; wx < x + w / 2 - cell * 0.3; wx += cell) {
                boolean on = lit && r.nextDouble() < 0.34;
                int c = on
                        ? Colour.mix(s.tone().lamp(), b.colour(wall, 0.5), (1 - b.depth()) * 0.35)
                        : Colour.mix(b.colour(wall, 0.05), s.tone().skyMiddle(), 0.18);
                b.raw(Shapes.box(wx - cell * 0.22, wy - cell * 0.38, cell * 0.44, cell * 0.7), c, on ? 0.95 : 0.7);
            }
        }
        if (r.nextDouble() < 0.5) {
            b.raw(Shapes.box(x - w * 0.2, y - h - w * 0.2, w * 0.26, w * 0.2), b.colour(wall, 0.3), 1);
        } else if (h > w * 1.6) {
            b.raw(
                    Shapes.taper(x + w * 0.1, y - h, w * 0.02, x + w * 0.1, y - h - w * 0.55, w * 0.006),
                    b.colour(Material.METAL, 0.2),
                    1);
        }
    }

    public static void skyline(Stage s, double y, double low, double high, double depth, int wall) {
        Brush b = s.layer(depth);
        Random r = s.set();
        for (double x = s.left(); x < s.right(); ) {
            double w = s.unit() * (0.05 + 0.08 * r.nextDouble()) * (0.6 + depth);
            block(s, b, x + w / 2, y, w, s.unit() * (low + (high - low) * Math.pow(r.nextDouble(), 1.6)), wall, r);
            x += w * (0.9 + 0.25 * r.nextDouble());
        }
        b.veil(
                Shapes.box(s.left(), y - s.unit() * 0.3, s.right() - s.left(), s.unit() * 0.3),
                s.tone().haze(),
                0.8 * (1 - depth),
                y - s.unit() * 0.3,
                y);
    }

    public static void lamp(Stage s, Brush b, double x, double y, double h) {
        int iron = b.colour(Material.SLATE, 0.12);
        b.raw(Shapes.taper(x, y, h * 0.02, x, y - h, h * 0.011), iron, 1);
        b.raw(Shapes.box(x - h * 0.035, y - h * 0.04, h * 0.07, h * 0.04), iron, 1);
        b.raw(
                Shapes.poly(
                        x - h * 0.03, y - h, x - h * 0.05, y - h * 1.1, x + h * 0.05, y - h * 1.1, x + h * 0.03, y - h),
                lamps(s) ? 0xfff0c4 : b.colour(Material.PAPER, 0.7),
                1);
        b.raw(Shapes.poly(x - h * 0.062, y - h * 1.1, x, y - h * 1.15, x + h * 0.062, y - h * 1.1), iron, 1);
        if (lamps(s)) {
            b.glow(x, y - h * 1.05, h * 0.7, s.tone().lamp(), 0.35);
            s.glow(x, y - h * 1.05, h * 0.5, s.tone().lamp(), 0.5, Living.Flicker.LAMP, b.depth() + 0.001);
            b.in(x, y, 1, 0.16, k -> k.glow(0, 0, h * 0.55, s.tone().lamp(), 0.4));
        }
    }

    /** A sweeping roof with turned-up eaves. */
    public static void eaves(Brush b, double x, double y, double w, double h, int tile) {
        Shape roof = Shapes.union(
                Shapes.poly(
                        x - w * 0.3, y - h, x + w * 0.3, y - h, x + w * 0.48, y - h * 0.1, x - w * 0.48, y - h * 0.1),
                Shapes.blob(
                        x - w * 0.33,
                        y - h * 0.75,
                        x - w * 0.42,
                        y - h * 0.3,
                        x - w * 0.58,
                        y - h * 0.2,
                        x - w * 0.56,
                        y - h * 0.05,
                        x - w * 0.38,
                        y + h * 0.02,
                        x + w * 0.38,
                        y + h * 0.02,
                        x + w * 0.56,
                        y - h * 0.05,
                        x + w * 0.58,
                        y - h * 0.2,
                        x + w * 0.42,
                        y - h * 0.3,
                        x + w * 0.33,
                        y - h * 0.75));
        b.form(roof, tile, 0.75, 0.25);
        for (int i = -7; i <= 7; i++) {
            b.raw(
                    Shapes.within(
                            Shapes.taper(x + i * w * 0.042, y - h, w * 0.003, x + i * w * 0.066, y, w * 0.004), roof),
                    b.colour(tile, 0.05),
                    0.5);
        }
        b.raw(Shapes.box(x - w * 0.32, y - h * 1.1, w * 0.64, h * 0.14), b.colour(tile, 0.15), 1);
        b.raw(Shapes.oval(x - w * 0.32, y - h * 1.08, h * 0.12, h * 0.16), b.colour(tile, 0.15), 1);
        b.raw(Shapes.oval(x + w * 0.32, y - h * 1.08, h * 0.12, h * 0.16), b.colour(tile, 0.15), 1);
        b.rim(roof, h * 0.04, 0.7);
    }
}
