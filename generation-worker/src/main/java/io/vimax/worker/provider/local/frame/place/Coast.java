package io.vimax.worker.provider.local.frame.place;

import io.vimax.worker.provider.local.frame.land.Buildings;
import io.vimax.worker.provider.local.frame.land.Flora;
import io.vimax.worker.provider.local.frame.land.Material;
import io.vimax.worker.provider.local.frame.land.Terrain;
import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Living;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Sheet;
import io.vimax.worker.provider.local.frame.paint.Stage;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Sea and shore. */
final class Coast {
    private Coast() {}

    static void lighthouse(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Terrain.range(s, s.layer(0.14), Terrain.hills(s, h + u * 0.005, u * 0.05, u * 0.5), Material.CLIFF, h, false);
        Terrain.water(s, h, s.height() * 1.1, 0.3);
        double x = s.width() * 0.69;
        Brush b = s.layer(0.62);
        Random r = s.set();
        Shape cliff = Shapes.poly(
                x - u * 0.27,
                h + u * 0.17,
                x - u * 0.24,
                h + u * 0.03,
                x - u * 0.16,
                h - u * 0.015,
                x - u * 0.13,
                h - u * 0.09,
                x - u * 0.02,
                h - u * 0.112,
                x + u * 0.12,
                h - u * 0.105,
                x + u * 0.24,
                h - u * 0.06,
                s.right(),
                h - u * 0.03,
                s.right(),
                h + u * 0.25,
                x - u * 0.2,
                h + u * 0.24);
        b.form(cliff, Material.CLIFF, 0.7, 0.22);
        for (int i = 0; i < 26; i++) {
            double cx = x - u * 0.24 + r.nextDouble() * u * 0.75;
            double cy = h - u * 0.1 + r.nextDouble() * u * 0.3;
            b.raw(
                    Shapes.within(
                            Shapes.poly(
                                    cx,
                                    cy,
                                    cx + u * 0.03,
                                    cy + u * 0.02,
                                    cx + u * 0.012,
                                    cy + u * 0.12,
                                    cx - u * 0.012,
                                    cy + u * 0.09),
                            cliff),
                    b.colour(Material.CLIFF, r.nextBoolean() ? 0.9 : 0.08),
                    0.35);
        }
        b.raw(
                Shapes.within(
                        cliff,
                        Shapes.blob(
                                x - u * 0.16,
                                h - u * 0.12,
                                x + u * 0.05,
                                h - u * 0.14,
                                x + u * 0.6,
                                h - u * 0.1,
                                x + u * 0.6,
                                h - u * 0.02,
                                x + u * 0.05,
                                h - u * 0.085,
                                x - u * 0.13,
                                h - u * 0.07)),
                b.colour(Material.GRASS, 0.7),
                0.9);
        tower(s, b, x, h - u * 0.105, u * 0.4);
        Buildings.house(s, b, x + u * 0.15, h - u * 0.085, u * 0.15, u * 0.05, Material.PLASTER, Material.ROOF, r);
        foam(s, x - u * 0.1, h + u * 0.19, u * 0.5);
        s.add(new Living.Birds(
                s.frameX(x - u * 0.3, 0),
                s.frameY(h - u * 0.3),
                5,
                u * 0.012 * s.zoom(),
                u * 0.02,
                s.tone().ink(),
                5,
                0.5));
        DoubleUnaryOperator bluff = k -> h
                + u * 0.235
                + u * 0.1 * Math.pow(Math.clamp((k - s.width() * 0.1) / s.width(), 0, 1), 1.2)
                + u * 0.008 * Math.sin(k / u * 13);
        Brush n = s.layer(0.95);
        Terrain.ground(s, n, bluff, Material.GRASS);
        path(s, n, bluff);
        Flora.grass(s, n, bluff, u * 0.035, 260, Material.GRASS);
    }

    private static void path(Stage s, Brush b, DoubleUnaryOperator ground) {
        double u = s.unit();
        double x = s.width() * 0.5;
        double y = ground.applyAsDouble(x);
        b.fall(
                Shapes.blob(
                        x - u * 0.015,
                        y + u * 0.004,
                        x + u * 0.03,
                        y + u * 0.004,
                        x - u * 0.02,
                        y + u * 0.07,
                        x + u * 0.09,
                        s.height() * 1.2,
                        x - u * 0.34,
                        s.height() * 1.2,
                        x - u * 0.1,
                        y + u * 0.07),
                b.colour(Material.SAND, 0.8),
                b.colour(Material.EARTH, 0.2),
                y,
                s.height() * 1.05);
    }

    private static void tower(Stage s, Brush b, double x, double y, double h) {
        double low = h * 0.1;
        double up = h * 0.062;
        Path2D body = Shapes.taper(x, y + h * 0.02, low, x, y - h * 0.78, up);
        b.form(body, Material.PLASTER, 0.95, 0.7);
        for (int i = 0; i < 2; i++) {
            double y0 = y - h * (0.2 + i * 0.3);
            b.raw(
                    Shapes.within(Shapes.box(x - h, y0 - h * 0.13, h * 2, h * 0.13), body),
                    Colour.mix(b.colour(0xb8473a, 0.6), s.tone().accent(), 0.3),
                    0.95);
        }
        b.shade(body, Material.SLATE, low * 0.95);
        b.raw(Shapes.box(x - up * 1.5, y - h * 0.8, up * 3, h * 0.022), b.colour(Material.SLATE, 0.2), 1);
        for (int i = -3; i <= 3; i++) {
            b.raw(
                    Shapes.box(x + i * up * 0.45 - h * 0.003, y - h * 0.84, h * 0.006, h * 0.05),
                    b.colour(Material.SLATE, 0.2),
                    1);
        }
        b.raw(Shapes.box(x - up * 1.5, y - h * 0.843, up * 3, h * 0.008), b.colour(Material.SLATE, 0.2), 1);
        boolean lit = Buildings.lamps(s);
        b.raw(
                Shapes.box(x - up * 0.72, y - h * 0.91, up * 1.44, h * 0.11),
                lit ? 0xfff3cf : b.colour(Material.WATER, 0.9),
                1);
        b.raw(Shapes.box(x - h * 0.004, y - h * 0.91, h * 0.008, h * 0.11), b.colour(Material.SLATE, 0.2), 1);
        b.raw(
                Shapes.blob(
                        x - up * 0.95,
                        y - h * 0.91,
                        x - up * 0.5,
                        y - h * 0.965,
                        x,
                        y - h * 0.99,
                        x + up * 0.5,
                        y - h * 0.965,
                        x + up * 0.95,
                        y - h * 0.91),
                b.colour(0xa03c33, 0.5),
                1);
        b.raw(Shapes.taper(x, y - h * 0.98, h * 0.006, x, y - h * 1.03, h * 0.003), b.colour(Material.SLATE, 0.2), 1);
        for (int i = 0; i < 3; i++) {
            Buildings.window(s, b, x + h * 0.012, y - h * (0.14 + 0.24 * i), h * 0.028, h * 0.05, lit && i != 1);
        }
        if (lit) {
            b.glow(x, y - h * 0.86, h * 0.5, s.tone().lamp(), 0.45);
            s.add(new Living.TurningBeam(
                    s.frameX(x, 0),
                    s.frameY(y - h * 0.86),
                    s.unit() * 0.95 * s.zoom(),
                    Colour.mix(s.tone().lamp(), 0xffffff, 0.45),
                    7,
                    2.6,
                    0.63));
            s.glow(x, y - h * 0.86, h * 0.2, 0xfff0c8, 0.85, Living.Flicker.STEADY, 0.631);
        }
    }

    private static void foam(Stage s, double x, double y, double w) {
        Brush b = s.layer(0.64, new Sheet.Motion.Bob(s.unit() * 0.004, 3.4, 1));
        Random r = s.set();
        for (int i = 0; i < 24; i++) {
            double fx = x + (r.nextDouble() - 0.3) * w;
            double rw = s.unit() * (0.01 + 0.03 * r.nextDouble());
            b.raw(
                    Shapes.oval(fx, y + r.nextDouble() * s.unit() * 0.03, rw, rw * 0.22),
                    b.colour(Material.SNOW, 0.75),
                    0.6);
        }
    }

    static void harbour(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Random r = s.set();
        Terrain.range(s, s.layer(0.16), Terrain.hills(s, h + u * 0.01, u * 0.13, u * 0.6), Material.LEAF, h, false);
        Brush town = s.layer(0.42);
        int[] walls = {Material.PLASTER, Material.BRICK, Material.STONE, Material.CLOTH};
        for (double x = s.left(); x < s.right(); ) {
            double w = u * (0.075 + 0.05 * r.nextDouble());
            Buildings.house(
                    s,
                    town,
                    x + w / 2,
                    h + u * 0.012,
                    w,
                    u * (0.05 + 0.045 * r.nextDouble()),
                    walls[r.nextInt(4)],
                    r.nextBoolean() ? Material.ROOF : Material.SLATE,
                    r);
            x += w * 1.02;
        }
        Terrain.water(s, h + u * 0.01, s.height() * 1.1, 0.45);
        for (int i = 0; i < 3; i++) {
            Brush boat = s.layer(0.6 + i * 0.07, new Sheet.Motion.Bob(u * 0.005, 3.2 + i * 0.5, i * 2));
            Sea.sailboat(s, boat, s.width() * (0.5 + 0.2 * i), h + u * (0.06 + 0.035 * i), u * (0.18 + 0.05 * i));
        }
        pier(s);
    }

    private static void pier(Stage s) {
        double u = s.unit();
        Brush b = s.layer(0.95);
        double y = s.horizon() + u * 0.2;
        double x = s.width() * 0.52;
        Shape deck = Shapes.poly(s.left(), y + u * 0.01, x - u * 0.1, y, x + u * 0.2, s.foot(), s.left(), s.foot());
        b.fall(
                deck,
                b.colour(Material.WOOD, 0.85),
                Colour.mix(b.colour(Material.DARK_WOOD, 0.2), s.tone().ink(), 0.4),
                y,
                s.height());
        for (int i = 0; i < 15; i++) {
            double t = Math.pow(i / 15.0, 1.7);
            double yy = y + (s.foot() - y) * t;
            b.raw(
                    Shapes.within(Shapes.box(s.left(), yy, s.width() * 2.0, u * (0.0015 + 0.006 * t)), deck),
                    b.colour(Material.DARK_WOOD, 0.05),
                    0.7);
        }
        for (int i = 0; i < 3; i++) {
            double t = i / 3.0;
            double px = x - u * 0.1 + u * 0.3 * t * t + u * 0.01;
            double py = y + u * 0.03 + (s.foot() - y) * t * t;
            double ph = u * (0.06 + 0.13 * t);
            b.body(
                    Shapes.taper(px, py + ph * 0.3, ph * 0.11, px, py - ph * 0.6, ph * 0.12),
                    Material.DARK_WOOD,
                    ph * 0.09);
        }
        b.rim(deck, u * 0.003, 0.6);
    }

    static void beach(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Terrain.range(s, s.layer(0.2), Terrain.hills(s, h + u * 0.01, u * 0.14, u * 0.8), Material.LEAF, h, false);
        Terrain.water(s, h, h + u * 0.22, 0.4);
        DoubleUnaryOperator shore = x -> h + u * 0.11 + u * 0.05 * Math.sin(x / u * 2.2) + u * 0.04 * (x / s.width());
        Brush wet = s.layer(0.8, new Sheet.Motion.Bob(u * 0.004, 4, 0));
        wet.raw(Terrain.below(s, x -> shore.applyAsDouble(x) - u * 0.014), wet.colour(Material.SNOW, 0.8), 0.8);
        Brush b = s.layer(0.95);
        Terrain.ground(s, b, shore, Material.SAND);
        Random r = s.set();
        for (int i = 0; i < 5; i++) {
            double x = s.width() * (0.62 + 0.4 * r.nextDouble());
            Terrain.rock(
                    b,
                    x,
                    shore.applyAsDouble(x) + u * (0.03 + 0.05 * r.nextDouble()),
                    u * (0.03 + 0.06 * r.nextDouble()),
                    u * (0.02 + 0.05 * r.nextDouble()),
                    r);
        }
        s.add(new Living.Birds(
                s.frameX(s.width() * 0.6, 0),
                s.frameY(h - u * 0.2),
                4,
                u * 0.012 * s.zoom(),
                -u * 0.025,
                s.tone().ink(),
                3,
                0.5));
    }
}
