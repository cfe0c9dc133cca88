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

/** Forests, mountains, deserts, caves and snow. */
final class Wilds {
    private Wilds() {}

    static void forest(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Random r = s.set();
        Brush far = s.layer(0.2);
        Flora.pines(s, far, x -> h + u * 0.05, u * 0.36, 26);
        Terrain.mist(s, h, u * 0.06, 0.3, 0.25);
        Brush mid = s.layer(0.5);
        Flora.pines(s, mid, x -> h + u * 0.09, u * 0.55, 13);
        Terrain.mist(s, h + u * 0.05, u * 0.05, 0.22, 0.55);
        DoubleUnaryOperator floor =
                x -> h + u * 0.13 + u * 0.02 * Math.sin(x / u * 5) + u * 0.05 * Math.pow((x / s.width() - 0.45) * 2, 2);
        Brush trunks = s.layer(0.78);
        for (int i = 0; i < 7; i++) {
            double x = s.width() * (i < 3 ? -0.05 + 0.09 * i : 0.56 + 0.14 * (i - 3)) + u * 0.06 * r.nextDouble();
            double w = u * (0.018 + 0.018 * r.nextDouble());
            double lean = (r.nextDouble() - 0.5) * u * 0.08;
            trunks.body(
                    Shapes.taper(
                            x,
                            floor.applyAsDouble(x) + u * 0.05,
                            w * 1.25,
                            x + lean,
                            Math.min(s.top(), h - u),
                            w * 0.7),
                    Material.DARK_WOOD,
                    w * 0.9);
            for (int k = 0; k < 3; k++) {
                double by = h - u * (0.12 + 0.18 * k + 0.08 * r.nextDouble());
                double dir = r.nextBoolean() ? 1 : -1;
                trunks.raw(
                        Shapes.taper(x + lean * 0.4, by, w * 0.25, x + dir * u * 0.1, by - u * 0.05, w * 0.07),
                        trunks.colour(Material.DARK_WOOD, 0.2),
                        1);
            }
        }
        Brush b = s.layer(0.95);
        Terrain.ground(s, b, floor, Colour.mix(Material.LEAF, Material.EARTH, 0.4));
        for (int i = 0; i < 9; i++) {
            double x = s.left() + (s.right() - s.left()) * r.nextDouble();
            if (Math.abs(x / s.width() - 0.42) > 0.16) {
                Flora.bush(
                        b, x, floor.applyAsDouble(x) + u * 0.03, u * (0.07 + 0.08 * r.nextDouble()), Material.PINE, r);
            }
        }
        Flora.grass(s, b, floor, u * 0.03, 160, Material.LEAF);
        int light = Colour.mix(s.tone().key(), s.tone().skyLow(), 0.4);
        if (s.tone().murk() < 0.5) {
            for (int i = 0; i < 3; i++) {
                double x = s.width() * (0.3 + 0.2 * i);
                s.add(new Living.Shaft(
                        s.frameX(x, 0),
                        s.frameY(h - u * 0.75),
                        Math.PI / 2 + 0.3 * -s.lightFrom(),
                        0.07,
                        u * 0.95,
                        light,
                        s.tone().hour().dark() ? 0.12 : 0.26,
                        0.7));
            }
        }
        boolean night = s.tone().hour().dark();
        s.add(new Living.Motes(
                s.width() * 0.5,
                h,
                s.width() * 0.5,
                u * 0.25,
                night ? 22 : 34,
                u * (night ? 0.0028 : 0.0022),
                u * 0.1,
                u * 0.05,
                night ? 0xe9f28a : light,
                night ? 0.9 : 0.5,
                night,
                77,
                0.97));
    }

    static void mountain(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Terrain.range(s, s.layer(0.1), Terrain.peaks(s, h + u * 0.05, u * 0.52, u * 0.62), Material.SLATE, h, true);
        Terrain.range(
                s,
                s.layer(0.28),
                Terrain.peaks(s, h + u * 0.09, u * 0.36, u * 0.5),
                Material.ROCK,
                h + u * 0.03,
                false);
        Terrain.mist(s, h + u * 0.03, u * 0.04, 0.35, 0.3);
        Brush mid = s.layer(0.55);
        DoubleUnaryOperator slope = Terrain.hills(s, h + u * 0.16, u * 0.13, u * 0.8);
        Terrain.range(s, mid, slope, Material.PINE, h + u * 0.15, false);
        Flora.pines(s, mid, slope, u * 0.07, 46);
        Terrain.mist(s, h + u * 0.13, u * 0.03, 0.22, 0.6);
        DoubleUnaryOperator ledge = x -> h
                + u * 0.25
                + u * 0.13 * Math.pow(Math.clamp(x / s.width(), -0.2, 1.2), 2)
                + u * 0.012 * Math.sin(x / u * 17);
        Brush b = s.layer(0.95);
        Terrain.ground(s, b, ledge, Material.ROCK);
        Random r = s.set();
        for (int i = 0; i < 6; i++) {
            double x = i < 2 ? s.left() + u * 0.15 * r.nextDouble() : s.width() * (0.5 + 0.55 * r.nextDouble());
            Terrain.rock(
                    b,
                    x,
                    ledge.applyAsDouble(x) + u * 0.03,
                    u * (0.03 + 0.05 * r.nextDouble()),
                    u * (0.03 + 0.05 * r.nextDouble()),
                    r);
        }
        Flora.grass(s, b, ledge, u * 0.02, 90, Material.GRASS);
        s.add(new Living.Birds(
                s.frameX(s.width() * 0.62, 0),
                s.frameY(h - u * 0.3),
                3,
                u * 0.014 * s.zoom(),
                u * 0.02,
                s.tone().ink(),
                4,
                0.4));
    }

    static void garden(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Random r = s.set();
        Brush far = s.layer(0.25);
        Flora.trees(s, far, x -> h + u * 0.04, u * 0.3, 16, Material.LEAF);
        Brush mid = s.layer(0.6);
        mid.form(Terrain.below(s, x -> h + u * 0.06), Material.GRASS, 0.85, 0.5);
        for (double x = s.left(); x < s.right(); x += u * 0.09) {
            Flora.bush(mid, x, h + u * 0.075, u * 0.12, Material.PINE, r);
        }
        Flora.tree(
                mid,
                s.width() * 0.74,
                h + u * 0.12,
                u * 0.55,
                Colour.mix(Material.LEAF, s.tone().look().family().second(), 0.35),
                r);
        Brush b = s.layer(0.95);
        DoubleUnaryOperator lawn = x -> h + u * 0.12 + u * 0.015 * Math.sin(x / u * 3);
        Terrain.ground(s, b, lawn, Material.GRASS);
        double x = s.width() * 0.5;
        b.fall(
                Shapes.blob(
                        x + u * 0.1,
                        h + u * 0.125,
                        x + u * 0.16,
                        h + u * 0.125,
                        x + u * 0.02,
                        h + u * 0.22,
                        x + u * 0.12,
                        s.height() * 1.2,
                        x - u * 0.45,
                        s.height() * 1.2,
                        x - u * 0.13,
                        h + u * 0.22),
                b.colour(Material.SAND, 0.9),
                b.colour(Material.STONE, 0.25),
                h + u * 0.12,
                s.height());
        int[] blooms = {s.tone().accent(), s.tone().look().family().second(), Material.PAPER};
        for (int i = 0; i < 170; i++) {
            double t = Math.sqrt(r.nextDouble());
            double side = i % 2 == 0
                    ? s.left() + (s.width() * 0.26 - s.left()) * r.nextDouble()
                    : s.width() * 0.66 + (s.right() - s.width() * 0.66) * r.nextDouble();
            double y = h + u * 0.15 + u * 0.25 * t;
            double q = u * (0.004 + 0.009 * t);
            b.raw(Shapes.taper(side, y + q * 3, q * 0.15, side, y, q * 0.15), b.colour(Material.PINE, 0.4), 1);
            b.raw(Shapes.oval(side, y, q, q * 0.8), b.colour(blooms[i % 3], 0.4 + 0.55 * r.nextDouble()), 1);
        }
        s.add(new Living.Motes(
                s.width() * 0.5,
                h,
                s.width() * 0.5,
                u * 0.3,
                22,
                u * 0.003,
                -u * 0.12,
                u * 0.12,
                b.colour(blooms[0], 1),
                0.7,
                false,
                31,
                0.98));
    }

    static void ruins(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Random r = s.set();
        Terrain.range(s, s.layer(0.14), Terrain.hills(s, h + u * 0.02, u * 0.16, u * 0.7), Material.SLATE, h, false);
        Brush hill = s.layer(0.5);
        double x = s.width() * 0.68;
        DoubleUnaryOperator rise = k -> h + u * 0.1 - u * 0.17 * Math.exp(-Math.pow((k - x) / (u * 0.4), 2));
        Terrain.range(s, hill, rise, Material.LEAF, h + u * 0.12, false);
        double[][] towers = {{-0.16, 0.24, 0.075}, {-0.03, 0.36, 0.1}, {0.11, 0.2, 0.08}, {0.2, 0.29, 0.06}};
        hill.form(Shapes.box(x - u * 0.18, h - u * 0.17, u * 0.4, u * 0.14), Material.STONE, 0.6, 0.3);
        for (double[] t : towers) {
            double tx = x + t[0] * u;
            double w = t[2] * u;
            double y0 = h - u * 0.05;
            Shape tower = Shapes.box(tx - w / 2, y0 - t[1] * u, w, t[1] * u + u * 0.04);
            hill.body(tower, Material.STONE, w * 0.42);
            for (int k = 0; k < 4; k++) {
                hill.form(
                        Shapes.box(tx - w * 0.56 + k * w * 0.31, y0 - t[1] * u - w * 0.2, w * 0.2, w * 0.22),
                        Material.STONE,
                        0.7,
                        0.5);
            }
            Buildings.window(s, hill, tx, y0 - t[1] * u * 0.66, w * 0.14, w * 0.4, Buildings.lamps(s));
        }
        Flora.pines(s, s.layer(0.7), k -> h + u * 0.17, u * 0.13, 12);
        Brush b = s.layer(0.95);
        DoubleUnaryOperator near = k -> h + u * 0.2 + u * 0.03 * Math.sin(k / u * 3 + 2);
        Terrain.ground(s, b, near, Material.GRASS);
        for (int i = 0; i < 4; i++) {
            double rx = s.width() * (0.55 + 0.5 * r.nextDouble());
            Terrain.rock(b, rx, near.applyAsDouble(rx) + u * 0.05, u * 0.05, u * 0.04, r);
        }
        Flora.grass(s, b, near, u * 0.03, 150, Material.GRASS);
    }
}
