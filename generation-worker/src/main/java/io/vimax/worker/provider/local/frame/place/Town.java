package io.vimax.worker.provider.local.frame.place;

import io.vimax.worker.provider.local.frame.land.Buildings;
import io.vimax.worker.provider.local.frame.land.Flora;
import io.vimax.worker.provider.local.frame.land.Material;
import io.vimax.worker.provider.local.frame.land.Terrain;
import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Living;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Stage;
import java.awt.Shape;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Streets, roofs, villages, temples, stations. */
final class Town {
    private static final int[] WALLS = {Material.PLASTER, Material.BRICK, Material.STONE, Material.CLOTH, Material.SLATE
    };

    private Town() {}

    static void street(Stage s) {
        double u = s.unit();
        double vx = s.width() * 0.6;
        double vy = s.horizon() - u * 0.02;
        Buildings.skyline(s, vy + u * 0.03, 0.12, 0.42, 0.2, Material.SLATE);
        Brush b = s.layer(0.7);
        Random r = s.set();
        Shape road =
                Shapes.poly(vx - u * 0.05, vy, vx + u * 0.05, vy, s.width() + u * 0.5, s.foot(), -u * 0.7, s.foot());
        b.fall(
                Shapes.box(s.left(), vy + u * 0.01, s.right() - s.left(), s.foot() - vy),
                b.at(0.75).colour(Material.STONE, 0.6),
                Colour.mix(b.at(1).colour(Material.STONE, 0.25), s.tone().ink(), 0.35),
                vy,
                s.height());
        b.fall(
                road,
                b.at(0.6).colour(Material.ASPHALT, 0.75),
                Colour.mix(b.at(1).colour(Material.ASPHALT, 0.2), s.tone().ink(), 0.4),
                vy,
                s.height());
        wall(s, b, vx, vy, -1, r);
        wall(s, b, vx, vy, 1, r);
        boolean wet = s.tone().murk() > 0.18 || s.tone().hour().dark();
        Brush n = s.layer(0.95);
        n.veil(
                Shapes.box(s.left(), s.height() * 0.72, s.right() - s.left(), s.foot()),
                s.tone().ink(),
                0.5,
                s.height() * 0.72,
                s.foot());
        for (int i = 0; i < 16; i++) {
            double x = s.width() * r.nextDouble();
            double y = vy + u * (0.1 + 0.3 * r.nextDouble());
            n.raw(
                    Shapes.oval(x, y, u * 0.09 * r.nextDouble(), u * 0.004),
                    wet ? s.tone().lamp() : n.colour(Material.STONE, 0.9),
                    wet ? 0.16 : 0.12);
        }
        Buildings.lamp(s, n, s.width() * 0.8, vy + u * 0.24, u * 0.42);
        Buildings.lamp(s, s.layer(0.8), s.width() * 0.505, vy + u * 0.09, u * 0.2);
    }

    /** One side of a street, running to the vanishing point. */
    private static void wall(Stage s, Brush b, double vx, double vy, int side, Random r) {
        double u = s.unit();
        double[] near = {1.25, 0.78, 0.5, 0.33, 0.22, 0.14, 0.085};
        for (int i = near.length - 2; i >= 0; i--) {
            double d0 = near[i] * u;
            double d1 = near[i + 1] * u;
            double tall = 0.75 + 0.5 * r.nextDouble();
            double x0 = vx + side * (d0 + u * 0.03);
            double x1 = vx + side * (d1 + u * 0.03);
            Brush f = b.at(0.95 - 0.09 * i);
            int wall = WALLS[r.nextInt(WALLS.length)];
            double lit = side * s.setLight() < 0 ? 0.85 : 0.3;
            Shape face = Shapes.poly(x0, vy + d0 * 0.42, x0, vy - d0 * tall, x1, vy - d1 * tall, x1, vy + d1 * 0.42);
            f.form(face, wall, lit, lit * 0.55);
            boolean lamps = Buildings.lamps(s);
            for (int row = 0; row < 4; row++) {
                for (int c = 0; c < 3; c++) {
                    double t0 = (c + 0.28) / 3;
                    double t1 = (c + 0.72) / 3;
                    double e0 = d0 * d1 / (d1 * (1 - t0) + d0 * t0);
                    double e1 = d0 * d1 / (d1 * (1 - t1) + d0 * t1);
                    double k0 = tall * (0.9 - row * 0.27);
                    double k1 = k0 - tall * 0.15;
                    if (row == 3) {
                        k1 = -0.4;
                        k0 = tall * 0.05;
                    }
                    boolean on = lamps && r.nextDouble() < (row == 3 ? 0.6 : 0.3);
                    int pane = on
                            ? Colour.mix(s.tone().lamp(), s.tone().haze(), 0.1 * i * 0.5)
                            : Colour.mix(f.colour(wall, 0.02), s.tone().skyMiddle(), 0.15);
                    Shape window = Shapes.poly(
                            vx + side * (e0 + u * 0.03),
                            vy - e0 * k0,
                            vx + side * (e1 + u * 0.03),
                            vy - e1 * k0,
                            vx + side * (e1 + u * 0.03),
                            vy - e1 * k1,
                            vx + side * (e0 + u * 0.03),
                            vy - e0 * k1);
                    f.raw(window, pane, 0.92);
                    if (on && row == 3 && i < 3) {
                        f.glow(vx + side * e0, vy + e0 * 0.2, d0 * 0.3, s.tone().lamp(), 0.25);
                    }
                }
            }
            Shape cornice = Shapes.poly(
                    x0 - side * u * 0.015 * near[i],
                    vy - d0 * tall,
                    x1,
                    vy - d1 * tall,
                    x1,
                    vy - d1 * (tall - 0.03),
                    x0 - side * u * 0.015 * near[i],
                    vy - d0 * (tall - 0.03));
            f.flat(cornice, wall, 0.95);
            if (r.nextDouble() < 0.6) {
                int cloth = r.nextBoolean()
                        ? s.tone().accent()
                        : s.tone().look().family().second();
                f.raw(
                        Shapes.poly(
                                x0,
                                vy - d0 * 0.05,
                                x1,
                                vy - d1 * 0.05,
                                x1 - side * d1 * 0.16,
                                vy + d1 * 0.06,
                                x0 - side * d0 * 0.16,
                                vy + d0 * 0.06),
                        f.colour(cloth, lit),
                        1);
            }
        }
    }

    static void rooftop(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Buildings.skyline(s, h + u * 0.03, 0.08, 0.3, 0.18, Material.SLATE);
        Buildings.skyline(s, h + u * 0.1, 0.1, 0.34, 0.4, Material.STONE);
        Buildings.skyline(s, h + u * 0.22, 0.06, 0.26, 0.62, Material.BRICK);
        Brush b = s.layer(0.95);
        double y = h + u * 0.17;
        Random r = s.set();
        b.fall(
                Shapes.box(s.left(), y + u * 0.05, s.right() - s.left(), s.foot() - y),
                b.colour(Material.STONE, 0.55),
                Colour.mix(b.colour(Material.SLATE, 0.2), s.tone().ink(), 0.45),
                y,
                s.height());
        b.form(Shapes.box(s.left(), y, s.right() - s.left(), u * 0.055), Material.STONE, 0.85, 0.4);
        b.rim(Shapes.box(s.left(), y, s.right() - s.left(), u * 0.055), u * 0.005, 0.6);
        double x = s.width() * 0.76;
        for (int i = 0; i < 3; i++) {
            b.raw(
                    Shapes.taper(
                            x + (i - 1) * u * 0.07,
                            y + u * 0.1,
                            u * 0.006,
                            x + (i - 1) * u * 0.05,
                            y - u * 0.12,
                            u * 0.006),
                    b.colour(Material.DARK_WOOD, 0.15),
                    1);
        }
        b.body(Shapes.box(x - u * 0.09, y - u * 0.3, u * 0.18, u * 0.19), Material.WOOD, u * 0.06);
        b.form(
                Shapes.poly(x - u * 0.105, y - u * 0.3, x, y - u * 0.38, x + u * 0.105, y - u * 0.3),
                Material.DARK_WOOD,
                0.6,
                0.3);
        double c = s.width() * 0.13;
        b.body(Shapes.box(c - u * 0.05, y - u * 0.1, u * 0.1, u * 0.25), Material.BRICK, u * 0.035);
        b.form(Shapes.box(c - u * 0.06, y - u * 0.115, u * 0.12, u * 0.025), Material.STONE, 0.8, 0.5);
        s.add(new Living.Smoke(
                s.frameX(c, 0),
                s.frameY(y - u * 0.12),
                u * 0.3,
                u * 0.12 * s.setLight(),
                s.tone().haze(),
                0.3,
                0.96));
        if (r.nextBoolean()) {
            for (int i = 0; i < 3; i++) {
                b.line(
                        x + u * 0.2,
                        y - u * 0.02 * i,
                        x - u * 0.7,
                        y + u * 0.01 - u * 0.02 * i,
                        u * 0.0015,
                        s.tone().ink(),
                        0.5);
            }
        }
    }

    static void village(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Random r = s.set();
        Terrain.range(s, s.layer(0.12), Terrain.hills(s, h + u * 0.02, u * 0.24, u * 0.7), Material.PINE, h, false);
        Brush mid = s.layer(0.42);
        DoubleUnaryOperator slope = Terrain.hills(s, h + u * 0.08, u * 0.1, u * 0.7);
        Terrain.range(s, mid, slope, Material.GRASS, h + u * 0.12, false);
        for (int i = 0; i < 9; i++) {
            double x = s.width() * (0.02 + i * 0.115 + 0.04 * r.nextDouble());
            Buildings.house(
                    s,
                    mid,
                    x,
                    slope.applyAsDouble(x) + u * 0.03,
                    u * (0.085 + 0.03 * r.nextDouble()),
                    u * 0.04,
                    WALLS[r.nextInt(3)],
                    Material.ROOF,
                    r);
        }
        Brush b2 = s.layer(0.68);
        DoubleUnaryOperator lane = x -> h + u * 0.12 + u * 0.02 * Math.sin(x / u * 4);
        b2.form(Terrain.below(s, lane), Material.GRASS, 0.75, 0.4);
        Buildings.house(s, b2, s.width() * 0.72, h + u * 0.15, u * 0.36, u * 0.14, Material.PLASTER, Material.ROOF, r);
        Buildings.house(s, b2, s.width() * 0.985, h + u * 0.165, u * 0.3, u * 0.13, Material.STONE, Material.SLATE, r);
        Buildings.house(s, b2, s.width() * 0.06, h + u * 0.15, u * 0.26, u * 0.12, Material.CLOTH, Material.ROOF, r);
        Flora.tree(b2, s.width() * 0.52, h + u * 0.14, u * 0.26, Material.LEAF, r);
        s.add(new Living.Smoke(
                s.frameX(s.width() * 0.7, 0),
                s.frameY(h - u * 0.13),
                u * 0.26,
                u * 0.1,
                s.tone().haze(),
                0.32,
                0.69));
        Brush b = s.layer(0.95);
        DoubleUnaryOperator near = x -> h + u * 0.18 + u * 0.012 * Math.sin(x / u * 6);
        Terrain.ground(s, b, near, Material.EARTH);
        for (int i = 0; i < 9; i++) {
            double x = s.width() * 0.6 + i * u * 0.1;
            b.body(Shapes.box(x, h + u * 0.13 + u * 0.008 * i, u * 0.016, u * 0.12), Material.WOOD, u * 0.007);
        }
        b.raw(
                Shapes.taper(s.width() * 0.58, h + u * 0.155, u * 0.005, s.width() * 0.6 + u, h + u * 0.235, u * 0.006),
                b.colour(Material.WOOD, 0.7),
                1);
        Flora.grass(s, b, near, u * 0.025, 120, Material.GRASS);
    }

    static void temple(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Random r = s.set();
        Terrain.range(s, s.layer(0.1), Terrain.peaks(s, h + u * 0.04, u * 0.38, u * 0.5), Material.SLATE, h, false);
        Terrain.mist(s, h - u * 0.02, u * 0.05, 0.35, 0.2);
        Brush far = s.layer(0.35);
        Flora.trees(s, far, x -> h + u * 0.03, u * 0.2, 14, Material.PINE);
        Brush b = s.layer(0.62);
        double x = s.width() * 0.64;
        double y = h + u * 0.06;
        b.form(Shapes.box(x - u * 0.42, y - u * 0.01, u * 0.84, u * 0.1), Material.STONE, 0.85, 0.4);
        int red = Colour.mix(0xa33b2f, s.tone().accent(), 0.25);
        b.form(Shapes.box(x - u * 0.33, y - u * 0.2, u * 0.66, u * 0.19), red, 0.35, 0.22);
        boolean lit = Buildings.lamps(s);
        for (int i = -3; i <= 3; i++) {
            b.raw(
                    Shapes.box(x + i * u * 0.095 - u * 0.03, y - u * 0.16, u * 0.06, u * 0.15),
                    lit ? Colour.mix(s.tone().lamp(), b.colour(red, 0.3), 0.25) : b.colour(Material.DARK_WOOD, 0.15),
                    0.95);
        }
        for (int i = -4; i <= 4; i++) {
            b.body(Shapes.box(x + i * u * 0.094 - u * 0.056, y - u * 0.2, u * 0.02, u * 0.2), red, u * 0.009);
        }
        Buildings.eaves(b, x, y - u * 0.19, u * 0.8, u * 0.13, Material.SLATE);
        b.form(Shapes.box(x - u * 0.2, y - u * 0.37, u * 0.4, u * 0.07), red, 0.35, 0.25);
        Buildings.eaves(b, x, y - u * 0.36, u * 0.54, u * 0.12, Material.SLATE);
        if (lit) {
            s.glow(x, y - u * 0.08, u * 0.4, s.tone().lamp(), 0.35, Living.Flicker.FIRE, 0.63);
        }
        Brush n = s.layer(0.95);
        double py = h + u * 0.14;
        n.fall(
                Shapes.box(s.left(), py, s.right() - s.left(), s.foot() - py),
                n.colour(Material.STONE, 0.8),
                Colour.mix(n.colour(Material.STONE, 0.2), s.tone().ink(), 0.4),
                py,
                s.height());
        for (int i = 0; i < 7; i++) {
            double t = Math.pow(i / 7.0, 1.6);
            n.raw(
                    Shapes.box(s.left(), py + t * u * 0.4, s.right() - s.left(), u * (0.001 + 0.004 * t)),
                    n.colour(Material.SLATE, 0.1),
                    0.4);
        }
        for (int i = -9; i <= 9; i++) {
            n.raw(
                    Shapes.taper(x + i * u * 0.06, py, u * 0.0008, x + i * u * 0.24, s.foot(), u * 0.003),
                    n.colour(Material.SLATE, 0.1),
                    0.35);
        }
        double[] posts = {x - u * 0.3, x + u * 0.32};
        for (double px : posts) {
            n.body(
                    Shapes.union(
                            Shapes.box(px - u * 0.018, py - u * 0.05, u * 0.036, u * 0.12),
                            Shapes.box(px - u * 0.04, py + u * 0.06, u * 0.08, u * 0.025),
                            Shapes.box(px - u * 0.033, py - u * 0.11, u * 0.066, u * 0.06),
                            Shapes.poly(
                                    px - u * 0.06, py - u * 0.11, px, py - u * 0.155, px + u * 0.06, py - u * 0.11)),
                    Material.STONE,
                    u * 0.02);
            if (lit) {
                n.raw(Shapes.box(px - u * 0.015, py - u * 0.1, u * 0.03, u * 0.04), 0xfff0c4, 1);
                s.glow(px, py - u * 0.08, u * 0.16, s.tone().lamp(), 0.5, Living.Flicker.FIRE, 0.96);
            }
        }
        Flora.tree(
                n,
                s.width() * 1.0,
                py + u * 0.03,
                u * 0.62,
                Colour.mix(Material.LEAF, s.tone().accent(), 0.4),
                r);
        s.add(new Living.Motes(
                s.width() * 0.7,
                h,
                s.width() * 0.5,
                u * 0.3,
                18,
                u * 0.003,
                -u * 0.15,
                u * 0.2,
                n.colour(s.tone().accent(), 0.8),
                0.7,
                false,
                71,
                0.98));
    }
}
