package io.vimax.worker.provider.local.frame.place;

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

    static void market(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Random r = s.set();
        Buildings.skyline(s, h + u * 0.05, 0.2, 0.45, 0.35, Material.CLOTH);
        Brush ground = s.layer(0.6);
        ground.fall(
                Shapes.box(s.left(), h + u * 0.04, s.right() - s.left(), s.foot()),
                ground.at(0.8).colour(Material.STONE, 0.7),
                Colour.mix(ground.at(1).colour(Material.EARTH, 0.2), s.tone().ink(), 0.4),
                h,
                s.height());
        int[] cloths = {
            s.tone().accent(), Material.PAPER, s.tone().look().family().second(), Material.CLOTH
        };
        for (int row = 0; row < 2; row++) {
            Brush b = s.layer(0.7 + 0.2 * row);
            double scale = 0.72 + 0.5 * row;
            for (int i = 0; i < 5; i++) {
                double x = s.width() * (0.06 + i * 0.235 + row * 0.1);
                if (row == 1 && x < s.width() * 0.56) {
                    continue;
                }
                stall(s, b, x, h + u * (0.12 + 0.1 * row), u * 0.26 * scale, cloths[r.nextInt(4)], r);
            }
        }
        for (int i = 0; i < 9; i++) {
            double x = s.width() * i / 8.0;
            double y = h - u * (0.3 - 0.06 * Math.sin(i * Math.PI / 2));
            ground.raw(
                    Shapes.oval(x, y, u * 0.017, u * 0.021),
                    Colour.mix(s.tone().lamp(), s.tone().accent(), 0.35),
                    1);
            s.glow(x, y, u * 0.1, s.tone().lamp(), s.tone().hour().dark() ? 0.5 : 0.16, Living.Flicker.LAMP, 0.61);
        }
    }

    private static void stall(Stage s, Brush b, double x, double y, double w, int cloth, Random r) {
        b.raw(Shapes.box(x - w * 0.46, y - w * 0.75, w * 0.03, w * 0.75), b.colour(Material.DARK_WOOD, 0.3), 1);
        b.raw(Shapes.box(x + w * 0.43, y - w * 0.75, w * 0.03, w * 0.75), b.colour(Material.DARK_WOOD, 0.3), 1);
        b.raw(Shapes.box(x - w * 0.45, y - w * 0.7, w * 0.9, w * 0.5), b.colour(Material.DARK_WOOD, 0.1), 0.75);
        b.form(Shapes.box(x - w * 0.48, y - w * 0.3, w * 0.96, w * 0.3), Material.WOOD, 0.6, 0.3);
        for (int i = 0; i < 12; i++) {
            int c = i % 3 == 0 ? s.tone().accent() : i % 3 == 1 ? Material.LEAF : Material.WHEAT;
            b.body(
                    Shapes.oval(
                            x - w * 0.42 + i * w * 0.076,
                            y - w * 0.33 - w * 0.02 * r.nextDouble(),
                            w * 0.05,
                            w * 0.045),
                    c,
                    w * 0.03);
        }
        Shape awning = Shapes.poly(
                x - w * 0.42,
                y - w * 0.92,
                x + w * 0.42,
                y - w * 0.92,
                x + w * 0.56,
                y - w * 0.66,
                x - w * 0.56,
                y - w * 0.66);
        b.form(awning, cloth, 0.9, 0.5);
        for (int i = 0; i < 7; i += 2) {
            double k = i / 7.0;
            b.raw(
                    Shapes.poly(
                            x - w * 0.42 + w * 0.84 * k,
                            y - w * 0.92,
                            x - w * 0.42 + w * 0.84 * (k + 1 / 7.0),
                            y - w * 0.92,
                            x - w * 0.56 + w * 1.12 * (k + 1 / 7.0),
                            y - w * 0.66,
                            x - w * 0.56 + w * 1.12 * k,
                            y - w * 0.66),
                    b.colour(Material.PAPER, 0.75),
                    0.7);
        }
        for (int i = 0; i < 7; i++) {
            b.raw(
                    Shapes.oval(x - w * 0.48 + w * 0.16 * i, y - w * 0.66, w * 0.08, w * 0.05),
                    b.colour(i % 2 == 0 ? Material.PAPER : cloth, 0.6),
                    1);
        }
        if (Buildings.lamps(s)) {
            b.glow(x, y - w * 0.5, w * 0.6, s.tone().lamp(), 0.35);
        }
    }

    static void station(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Random r = s.set();
        double vx = s.width() * 0.34;
        Buildings.skyline(s, h + u * 0.02, 0.06, 0.2, 0.2, Material.SLATE);
        Brush b = s.layer(0.75);
        b.fall(
                Shapes.box(s.left(), h, s.right() - s.left(), s.foot() - h),
                b.at(0.7).colour(Material.EARTH, 0.5),
                Colour.mix(b.at(1).colour(Material.ASPHALT, 0.2), s.tone().ink(), 0.4),
                h,
                s.height());
        rails(s, b, vx, h, vx - u * 0.42, u * 0.16);
        Shape train = Shapes.poly(
                vx + u * 0.01,
                h - u * 0.06,
                vx + u * 0.62,
                h - u * 0.36,
                vx + u * 0.9,
                h - u * 0.36,
                vx + u * 0.9,
                h + u * 0.3,
                vx + u * 0.62,
                h + u * 0.33,
                vx + u * 0.01,
                h + u * 0.02);
        Brush t = s.layer(0.82);
        int coat = Colour.mix(Material.SLATE, s.tone().look().family().second(), 0.5);
        t.form(train, coat, 0.7, 0.3);
        for (int i = 0; i < 6; i++) {
            double d0 = 0.1 * Math.pow(1.42, i);
            double d1 = d0 * 1.28;
            t.raw(
                    Shapes.poly(
                            vx + u * d0,
                            h - u * d0 * 0.43,
                            vx + u * d1,
                            h - u * d1 * 0.43,
                            vx + u * d1,
                            h - u * d1 * 0.14,
                            vx + u * d0,
                            h - u * d0 * 0.14),
                    Buildings.lamps(s) ? s.tone().lamp() : t.colour(Material.WATER, 0.9),
                    0.9);
        }
        t.raw(
                Shapes.poly(
                        vx + u * 0.02,
                        h,
                        vx + u * 0.62,
                        h + u * 0.03,
                        vx + u * 0.9,
                        h + u * 0.03,
                        vx + u * 0.9,
                        h + u * 0.07,
                        vx + u * 0.62,
                        h + u * 0.07,
                        vx + u * 0.02,
                        h + u * 0.006),
                t.colour(s.tone().accent(), 0.7),
                0.9);
        Brush n = s.layer(0.95);
        Shape platform = Shapes.poly(
                vx + u * 0.02,
                h + u * 0.025,
                s.right(),
                h + u * 0.22,
                s.right(),
                s.foot(),
                vx + u * 0.0,
                s.foot(),
                vx - u * 0.12,
                s.foot());
        n.fall(
                platform,
                n.colour(Material.STONE, 0.8),
                Colour.mix(n.colour(Material.STONE, 0.2), s.tone().ink(), 0.4),
                h,
                s.height());
        n.raw(
                Shapes.poly(vx + u * 0.02, h + u * 0.025, vx - u * 0.05, s.foot(), vx - u * 0.12, s.foot()),
                n.colour(Material.PAPER, 0.6),
                0.8);
        for (int i = 0; i < 3; i++) {
            double d = 0.2 * Math.pow(1.9, i);
            double x = vx + u * d * 1.5;
            double y = h + u * d * 0.42;
            n.body(
                    Shapes.taper(x, y, u * 0.012 * (1 + i), x, y - u * (0.22 + d), u * 0.01 * (1 + i)),
                    Material.METAL,
                    u * 0.01 * (1 + i));
            s.glow(x - u * 0.03, y - u * (0.2 + d), u * 0.2, s.tone().lamp(), 0.4, Living.Flicker.LAMP, 0.96);
        }
        n.form(
                Shapes.poly(
                        vx + u * 0.1,
                        h - u * 0.16,
                        s.right(),
                        h - u * 0.78,
                        s.right(),
                        s.top() - u,
                        vx + u * 0.24,
                        h - u * 0.24),
                Material.DARK_WOOD,
                0.15,
                0.3);
        s.add(new Living.Smoke(
                s.frameX(vx + u * 0.05, 0),
                s.frameY(h - u * 0.05),
                u * 0.34,
                -u * 0.2,
                s.tone().haze(),
                0.4,
                0.83));
        if (r.nextBoolean()) {
            Terrain.mist(s, h + u * 0.1, u * 0.03, 0.2, 0.9);
        }
    }

    static void rails(Stage s, Brush b, double vx, double vy, double x, double gauge) {
        double foot = s.foot();
        for (int i = 1; i < 26; i++) {
            double t = Math.pow(i / 26.0, 2.2);
            double y = vy + (foot - vy) * t;
            double cx = vx + (x - vx) * t;
            double half = gauge * 0.9 * t;
            b.raw(
                    Shapes.box(cx - half, y, half * 2, s.unit() * (0.001 + 0.013 * t)),
                    b.colour(Material.DARK_WOOD, 0.25),
                    1);
        }
        for (int side = -1; side <= 1; side += 2) {
            b.raw(
                    Shapes.taper(vx, vy, s.unit() * 0.0006, x + side * gauge * 0.62, foot, s.unit() * 0.008),
                    b.colour(Material.METAL, 0.95),
                    1);
        }
    }
}
