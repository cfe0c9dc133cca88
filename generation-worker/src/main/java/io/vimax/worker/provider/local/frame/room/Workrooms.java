package io.vimax.worker.provider.local.frame.room;

import io.vimax.worker.provider.local.frame.land.Material;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Living;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Stage;
import java.awt.Shape;

/** Rooms people work in. */
public final class Workrooms {

    private Workrooms() {}

    public static void office(Stage s) {
        Walls w = Rooms.room(s, Material.STONE, Material.SLATE);
        double u = w.u;
        w.gloom(0.5);
        w.window(s.width() * 0.62, w.base - u * 0.36, u * 0.52, u * 0.36, 4);
        for (int i = 0; i < 12; i++) {
            w.back.raw(
                    Shapes.box(s.width() * 0.62 - u * 0.26, w.base - u * 0.54 + i * u * 0.014, u * 0.52, u * 0.006),
                    w.back.colour(Material.PAPER, 0.7),
                    0.8);
        }
        w.books(w.mid, s.width() * 0.02, w.base + u * 0.02, u * 0.2, u * 0.36, 4);
        w.table(w.near, s.width() * 0.74, w.base + u * 0.24, u * 0.56, u * 0.18, Material.WOOD);
        double x = s.width() * 0.8;
        w.near.body(Shapes.box(x - u * 0.1, w.base - u * 0.1, u * 0.2, u * 0.125), Material.SLATE, u * 0.02);
        w.near.raw(
                Shapes.box(x - u * 0.09, w.base - u * 0.09, u * 0.18, u * 0.105),
                Colour.mix(s.tone().look().family().second(), 0xdff2f6, 0.5),
                0.95);
        w.near.raw(
                Shapes.box(x - u * 0.012, w.base + u * 0.02, u * 0.024, u * 0.03),
                w.near.colour(Material.SLATE, 0.2),
                1);
        s.glow(x, w.base - u * 0.04, u * 0.28, 0xbfe2ee, 0.25, Living.Flicker.STEADY, 0.96);
        w.shade(w.near, s.width() * 0.6, w.base - u * 0.05, u * 0.035);
        w.near.raw(
                Shapes.taper(
                        s.width() * 0.6, w.base - u * 0.03, u * 0.003, s.width() * 0.62, w.base + u * 0.05, u * 0.004),
                w.near.colour(Material.METAL, 0.3),
                1);
    }

    public static void laboratory(Stage s) {
        Walls w = Rooms.room(s, Material.METAL, Material.SLATE);
        double u = w.u;
        w.gloom(0.6);
        int cold = Colour.mix(s.tone().look().family().second(), 0xbff5ee, 0.55);
        for (int i = 0; i < 3; i++) {
            double x = s.width() * (0.14 + 0.31 * i);
            w.back.form(Shapes.box(x - u * 0.12, w.base - u * 0.46, u * 0.24, u * 0.18), Material.SLATE, 0.5, 0.3);
            w.back.raw(
                    Shapes.box(x - u * 0.11, w.base - u * 0.45, u * 0.22, u * 0.16),
                    Colour.mix(cold, s.tone().ink(), 0.72),
                    1);
            double[] p = new double[24];
            for (int k = 0; k < 12; k++) {
                p[k * 2] = x - u * 0.1 + k * u * 0.0182;
                p[k * 2 + 1] = w.base - u * (0.37 + 0.045 * Math.sin(k * (1.1 + i) + i));
            }
            w.back.raw(Shapes.stroke(Shapes.line(p), u * 0.005), cold, 0.9);
            s.glow(x, w.base - u * 0.37, u * 0.24, cold, 0.22, Living.Flicker.PULSE, 0.6);
        }
        w.mid.form(Shapes.box(s.width() * 0.4, w.base - u * 0.13, s.right(), u * 0.2), Material.PAPER, 0.6, 0.25);
        w.mid.form(Shapes.box(s.width() * 0.38, w.base - u * 0.15, s.right(), u * 0.025), Material.METAL, 0.95, 0.6);
        int[] fluids = {s.tone().accent(), cold, s.tone().look().family().second()};
        for (int i = 0; i < 6; i++) {
            double x = s.width() * 0.45 + i * u * 0.13;
            double y = w.base - u * 0.15;
            double k = u * (0.05 + 0.03 * w.r.nextDouble());
            Shape flask = i % 2 == 0
                    ? Shapes.blob(
                            x - k * 0.6,
                            y,
                            x - k * 0.5,
                            y - k * 0.4,
                            x - k * 0.14,
                            y - k * 0.9,
                            x - k * 0.14,
                            y - k * 1.5,
                            x + k * 0.14,
                            y - k * 1.5,
                            x + k * 0.14,
                            y - k * 0.9,
                            x + k * 0.5,
                            y - k * 0.4,
                            x + k * 0.6,
                            y)
                    : Shapes.box(x - k * 0.25, y - k * 1.7, k * 0.5, k * 1.7);
            w.mid.raw(flask, Colour.mix(cold, 0xffffff, 0.3), 0.35);
            w.mid.raw(Shapes.within(flask, Shapes.box(x - k, y - k * 0.55, k * 2, k)), fluids[i % 3], 0.85);
            s.glow(x, y - k * 0.3, k * 2.2, fluids[i % 3], 0.35, Living.Flicker.PULSE, 0.79);
        }
        w.pendant(w.near, s.width() * 0.68, w.base - u * 0.4, u * 0.06);
    }

    public static void workshop(Stage s) {
        Walls w = Rooms.room(s, Material.WOOD, Material.DARK_WOOD);
        double u = w.u;
        for (double x = s.left(); x < s.right(); x += u * 0.1) {
            w.back.raw(
                    Shapes.box(x, s.top(), u * 0.003, w.base - s.top()), w.back.colour(Material.DARK_WOOD, 0.05), 0.6);
        }
        w.gloom(0.6);
        w.window(s.width() * 0.66, w.base - u * 0.36, u * 0.3, u * 0.24, 3);
        for (int i = 0; i < 9; i++) {
            double x = s.width() * 0.04 + i * u * 0.065;
            double y = w.base - u * 0.44;
            double h = u * (0.07 + 0.07 * w.r.nextDouble());
            w.back.raw(Shapes.taper(x, y, u * 0.004, x, y + h, u * 0.005), w.back.colour(Material.WOOD, 0.7), 1);
            w.back.raw(
                    i % 2 == 0
                            ? Shapes.box(x - u * 0.018, y + h, u * 0.036, u * 0.018)
                            : Shapes.poly(x - u * 0.014, y + h, x + u * 0.014, y + h, x, y + h + u * 0.04),
                    w.back.colour(Material.METAL, 0.6),
                    1);
        }
        w.table(w.mid, s.width() * 0.72, w.base + u * 0.12, u * 0.62, u * 0.18, Material.WOOD);
        w.mid.body(Shapes.box(s.width() * 0.82, w.base - u * 0.15, u * 0.14, u * 0.09), Material.METAL, u * 0.02);
        w.pendant(w.near, s.width() * 0.7, w.base - u * 0.36, u * 0.05);
        w.near.body(Shapes.box(s.width() * 0.9, w.base + u * 0.1, u * 0.16, u * 0.16), Material.WOOD, u * 0.04);
    }
}
