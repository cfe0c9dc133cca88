package io.vimax.worker.provider.local.frame.room;

import io.vimax.worker.provider.local.frame.land.Material;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Living;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Stage;

/** Rooms people live and work in. */
public final class Rooms {
    private Rooms() {}

    static Walls room(Stage s, int wall, int floor) {
        return new Walls(
                s,
                Colour.mix(
                        wall,
                        s.tone().hour().dark()
                                ? s.tone().look().family().accent()
                                : s.tone().look().family().second(),
                        0.27),
                floor);
    }

    public static void living(Stage s) {
        Walls w = room(s, Material.CLOTH, Material.WOOD);
        double u = w.u;
        double x = s.width() * 0.7;
        w.gloom(0.5);
        w.window(x, w.base - u * 0.36, u * 0.24, u * 0.3, 2);
        w.curtains(x, w.base - u * 0.36, u * 0.24, u * 0.3, s.tone().accent());
        w.picture(s.width() * 0.2, w.base - u * 0.4, u * 0.15, u * 0.2);
        w.picture(s.width() * 0.34, w.base - u * 0.37, u * 0.1, u * 0.13);
        w.rug(s.width() * 0.48, w.base + u * 0.2, u * 0.4);
        sofa(w, s.width() * 0.72, w.base + u * 0.08, u * 0.4);
        w.floorLamp(w.mid, s.width() * 0.94, w.base + u * 0.05, u * 0.38);
        w.books(w.mid, s.width() * -0.02, w.base + u * 0.02, u * 0.2, u * 0.44, 4);
    }

    private static void sofa(Walls w, double x, double y, double k) {
        int cloth = w.s.tone().look().family().second();
        w.mid.raw(Shapes.oval(x, y + k * 0.02, k * 0.56, k * 0.04), w.s.tone().ink(), 0.5);
        w.mid.body(
                Shapes.blob(
                        x - k * 0.45,
                        y - k * 0.12,
                        x - k * 0.43,
                        y - k * 0.4,
                        x,
                        y - k * 0.43,
                        x + k * 0.43,
                        y - k * 0.4,
                        x + k * 0.45,
                        y - k * 0.12),
                cloth,
                k * 0.05);
        w.mid.form(
                Shapes.blob(
                        x - k * 0.42,
                        y - k * 0.2,
                        x,
                        y - k * 0.22,
                        x + k * 0.42,
                        y - k * 0.2,
                        x + k * 0.42,
                        y - k * 0.02,
                        x - k * 0.42,
                        y - k * 0.02),
                cloth,
                0.9,
                0.3);
        w.mid.body(
                Shapes.blob(x - k * 0.54, y - k * 0.26, x - k * 0.42, y - k * 0.28, x - k * 0.4, y, x - k * 0.54, y),
                cloth,
                k * 0.04);
        w.mid.body(
                Shapes.blob(x + k * 0.54, y - k * 0.26, x + k * 0.42, y - k * 0.28, x + k * 0.4, y, x + k * 0.54, y),
                cloth,
                k * 0.04);
        w.mid.body(
                Shapes.blob(
                        x + k * 0.2,
                        y - k * 0.33,
                        x + k * 0.36,
                        y - k * 0.3,
                        x + k * 0.33,
                        y - k * 0.17,
                        x + k * 0.18,
                        y - k * 0.18),
                w.s.tone().accent(),
                k * 0.03);
    }

    public static void kitchen(Stage s) {
        Walls w = room(s, Material.PLASTER, Material.STONE);
        double u = w.u;
        double x = s.width() * 0.66;
        w.gloom(0.45);
        w.window(x, w.base - u * 0.38, u * 0.26, u * 0.24, 3);
        w.mid.form(
                Shapes.box(s.width() * 0.4, w.base - u * 0.16, s.right() - s.width() * 0.4, u * 0.2),
                w.s.tone().look().family().second(),
                0.6,
                0.3);
        for (int i = 0; i < 7; i++) {
            double dx = s.width() * 0.4 + u * 0.01 + i * u * 0.16;
            w.mid.raw(
                    Shapes.stroke(Shapes.box(dx, w.base - u * 0.125, u * 0.14, u * 0.15), u * 0.003),
                    w.mid.colour(Material.DARK_WOOD, 0.2),
                    0.7);
            w.mid.raw(
                    Shapes.oval(dx + u * 0.12, w.base - u * 0.05, u * 0.005, u * 0.005),
                    w.s.tone().lamp(),
                    1);
        }
        w.mid.form(Shapes.box(s.width() * 0.39, w.base - u * 0.178, s.right(), u * 0.02), Material.PAPER, 0.95, 0.7);
        for (int i = 0; i < 5; i++) {
            double px = s.width() * 0.86 + i * u * 0.055;
            double ph = u * (0.04 + 0.05 * w.r.nextDouble());
            w.mid.body(
                    Shapes.blob(
                            px - u * 0.018,
                            w.base - u * 0.18,
                            px - u * 0.022,
                            w.base - u * 0.18 - ph * 0.6,
                            px,
                            w.base - u * 0.18 - ph,
                            px + u * 0.022,
                            w.base - u * 0.18 - ph * 0.6,
                            px + u * 0.018,
                            w.base - u * 0.18),
                    i % 2 == 0 ? Material.BRICK : Material.PAPER,
                    u * 0.012);
        }
        w.back.form(Shapes.box(s.width() * 0.04, w.base - u * 0.46, u * 0.38, u * 0.014), Material.WOOD, 0.7, 0.4);
        for (int i = 0; i < 6; i++) {
            double px = s.width() * 0.05 + i * u * 0.062;
            double size = u * (0.022 + 0.012 * w.r.nextDouble());
            w.back.raw(
                    Shapes.taper(px, w.base - u * 0.446, u * 0.002, px, w.base - u * 0.4, u * 0.003),
                    w.back.colour(Material.METAL, 0.2),
                    1);
            w.back.raw(
                    Shapes.oval(px, w.base - u * 0.38 + size * 0.3, size, size),
                    w.back.colour(i % 2 == 0 ? Material.METAL : Material.BRICK, 0.4),
                    1);
        }
        w.table(w.near, s.width() * 0.72, w.base + u * 0.27, u * 0.5, u * 0.17, Material.WOOD);
        w.near.body(
                Shapes.blob(
                        s.width() * 0.72 - u * 0.06,
                        w.base + u * 0.06,
                        s.width() * 0.72 + u * 0.06,
                        w.base + u * 0.06,
                        s.width() * 0.72 + u * 0.04,
                        w.base + u * 0.095,
                        s.width() * 0.72 - u * 0.04,
                        w.base + u * 0.095),
                Material.PAPER,
                u * 0.02);
        w.near.body(
                Shapes.oval(s.width() * 0.72, w.base + u * 0.055, u * 0.022, u * 0.02),
                s.tone().accent(),
                u * 0.01);
        w.pendant(w.near, s.width() * 0.7, w.base - u * 0.33, u * 0.055);
    }

    public static void bedroom(Stage s) {
        Walls w = room(s, Material.SLATE, Material.WOOD);
        double u = w.u;
        w.gloom(0.55);
        w.window(s.width() * 0.36, w.base - u * 0.36, u * 0.24, u * 0.32, 2);
        w.curtains(s.width() * 0.36, w.base - u * 0.36, u * 0.24, u * 0.32, Material.PAPER);
        double x = s.width() * 0.76;
        double y = w.base + u * 0.16;
        w.mid.body(
                Shapes.blob(x + u * 0.3, y, x + u * 0.3, y - u * 0.36, x + u * 0.36, y - u * 0.38, x + u * 0.38, y),
                Material.DARK_WOOD,
                u * 0.02);
        w.mid.form(Shapes.box(x - u * 0.34, y - u * 0.1, u * 0.68, u * 0.1), Material.DARK_WOOD, 0.5, 0.2);
        w.mid.body(
                Shapes.blob(
                        x - u * 0.37,
                        y - u * 0.04,
                        x - u * 0.34,
                        y - u * 0.17,
                        x + u * 0.02,
                        y - u * 0.2,
                        x + u * 0.3,
                        y - u * 0.18,
                        x + u * 0.31,
                        y - u * 0.05),
                Material.PAPER,
                u * 0.04);
        w.mid.body(
                Shapes.blob(
                        x - u * 0.38,
                        y - u * 0.03,
                        x - u * 0.35,
                        y - u * 0.18,
                        x - u * 0.1,
                        y - u * 0.215,
                        x + u * 0.08,
                        y - u * 0.2,
                        x + u * 0.06,
                        y - u * 0.02),
                s.tone().accent(),
                u * 0.05);
        w.mid.body(
                Shapes.blob(
                        x + u * 0.14,
                        y - u * 0.19,
                        x + u * 0.2,
                        y - u * 0.27,
                        x + u * 0.29,
                        y - u * 0.26,
                        x + u * 0.29,
                        y - u * 0.18),
                Material.SNOW,
                u * 0.03);
        w.table(w.mid, s.width() * 0.5, y - u * 0.02, u * 0.13, u * 0.14, Material.WOOD);
        w.shade(w.mid, s.width() * 0.5, y - u * 0.23, u * 0.04);
        w.picture(s.width() * 0.78, w.base - u * 0.4, u * 0.2, u * 0.14);
        w.rug(s.width() * 0.4, w.base + u * 0.24, u * 0.26);
    }

    public static void library(Stage s) {
        Walls w = room(s, Material.DARK_WOOD, Material.DARK_WOOD);
        double u = w.u;
        double gap = s.width() * 0.58;
        for (double x = gap - u * 0.2; x > s.left() - u * 0.36; x -= u * 0.38) {
            w.books(w.back, x - u * 0.36, w.base, u * 0.36, w.base - w.top + u * 0.1, 7);
        }
        for (double x = gap + u * 0.2; x < s.right(); x += u * 0.38) {
            w.books(w.back, x, w.base, u * 0.36, w.base - w.top + u * 0.1, 7);
        }
        w.window(gap, w.base - u * 0.36, u * 0.24, u * 0.48, 2);
        w.gloom(0.6);
        double lx = s.width() * 0.3;
        for (int side = -1; side <= 1; side += 2) {
            w.mid.raw(
                    Shapes.taper(
                            lx + side * u * 0.035 + u * 0.07,
                            w.base + u * 0.06,
                            u * 0.005,
                            lx + side * u * 0.03,
                            w.top,
                            u * 0.005),
                    w.mid.colour(Material.WOOD, 0.8),
                    1);
        }
        for (int i = 0; i < 12; i++) {
            double y = w.base + u * 0.02 - i * u * 0.058;
            w.mid.raw(
                    Shapes.box(lx + u * 0.03 - i * u * 0.0056, y, u * 0.075, u * 0.007),
                    w.mid.colour(Material.WOOD, 0.7),
                    1);
        }
        w.table(w.near, s.width() * 0.78, w.base + u * 0.26, u * 0.5, u * 0.18, Material.DARK_WOOD);
        for (int i = 0; i < 4; i++) {
            w.near.form(
                    Shapes.box(
                            s.width() * 0.86 - u * (0.05 + 0.004 * (i % 2)),
                            w.base + u * (0.05 - 0.02 * i),
                            u * 0.11,
                            u * 0.018),
                    i % 2 == 0 ? Material.BRICK : Material.SLATE,
                    0.8,
                    0.5);
        }
        w.shade(w.near, s.width() * 0.68, w.base - u * 0.03, u * 0.04);
        w.near.raw(
                Shapes.box(s.width() * 0.68 - u * 0.004, w.base - u * 0.01, u * 0.008, u * 0.08),
                w.near.colour(Material.WHEAT, 0.6),
                1);
    }

    public static void cafe(Stage s) {
        Walls w = room(s, Material.BRICK, Material.DARK_WOOD);
        double u = w.u;
        w.gloom(0.5);
        w.window(s.width() * 0.3, w.base - u * 0.3, u * 0.5, u * 0.4, 3);
        w.mid.form(Shapes.box(s.width() * 0.62, w.base - u * 0.17, s.right(), u * 0.25), Material.DARK_WOOD, 0.7, 0.3);
        w.mid.form(Shapes.box(s.width() * 0.605, w.base - u * 0.19, s.right(), u * 0.025), Material.WOOD, 0.95, 0.7);
        for (int i = 0; i < 2; i++) {
            w.back.form(
                    Shapes.box(s.width() * 0.66, w.base - u * (0.32 + 0.11 * i), s.width(), u * 0.01),
                    Material.WOOD,
                    0.8,
                    0.5);
            for (int k = 0; k < 9; k++) {
                double bh = u * (0.03 + 0.045 * w.r.nextDouble());
                double x = s.width() * 0.67 + k * u * 0.05;
                w.back.raw(
                        Shapes.union(
                                Shapes.box(x, w.base - u * (0.32 + 0.11 * i) - bh, u * 0.022, bh),
                                Shapes.box(
                                        x + u * 0.007,
                                        w.base - u * (0.32 + 0.11 * i) - bh * 1.35,
                                        u * 0.008,
                                        bh * 0.5)),
                        w.back.colour(
                                k % 3 == 0 ? s.tone().accent() : k % 3 == 1 ? Material.LEAF : Material.PAPER, 0.5),
                        0.95);
            }
        }
        for (int i = 0; i < 3; i++) {
            w.pendant(w.mid, s.width() * (0.45 + 0.2 * i), w.base - u * 0.36, u * 0.045);
        }
        w.table(w.near, s.width() * 0.68, w.base + u * 0.26, u * 0.26, u * 0.18, Material.WOOD);
        w.near.body(
                Shapes.box(s.width() * 0.68 - u * 0.02, w.base + u * 0.04, u * 0.035, u * 0.03),
                Material.PAPER,
                u * 0.012);
        s.add(new Living.Smoke(
                s.frameX(s.width() * 0.68, 0), s.frameY(w.base + u * 0.035), u * 0.12, u * 0.02, 0xffffff, 0.18, 0.96));
    }
}
