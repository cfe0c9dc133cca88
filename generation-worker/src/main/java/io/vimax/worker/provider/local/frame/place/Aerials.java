package io.vimax.worker.provider.local.frame.place;

import io.vimax.worker.provider.local.frame.land.Buildings;
import io.vimax.worker.provider.local.frame.land.Material;
import io.vimax.worker.provider.local.frame.land.Terrain;
import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Living;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Sheet;
import io.vimax.worker.provider.local.frame.paint.Stage;
import java.awt.Shape;
import java.util.Random;

/** The same kinds of country from above: the horizon high or gone, the land a pattern. */
final class Aerials {
    private Aerials() {}

    private static Brush land(Stage s, int material) {
        return land(s, material, 0.5);
    }

    private static Brush land(Stage s, int material, double depth) {
        double u = s.unit();
        double h = s.height() * 0.14;
        s.horizon(h);
        Brush far = s.layer(0.15);
        Terrain.range(s, far, Terrain.hills(s, h + u * 0.01, u * 0.06, u * 0.5), Material.SLATE, h, false);
        Brush b = s.layer(depth).at(0.5);
        b.fall(
                Shapes.box(s.left(), h, s.right() - s.left(), s.foot() - h),
                b.at(0.35).colour(material, 0.7),
                b.at(0.97).colour(material, 0.55),
                h,
                s.height());
        return b;
    }

    /** Depth of paint for a height in the frame: far things fade. */
    private static double near(Stage s, double y) {
        return 0.4 + 0.58 * Math.clamp((y - s.horizon()) / (s.height() - s.horizon()), 0, 1);
    }

    /** Size of things at a height in the frame. */
    private static double size(Stage s, double y) {
        return 0.12 + 0.95 * Math.clamp((y - s.horizon()) / (s.height() - s.horizon()), 0, 1.3);
    }

    static void coast(Stage s) {
        double u = s.unit();
        Brush b = land(s, Material.WATER);
        Random r = s.set();
        for (int i = 0; i < 160; i++) {
            double t = Math.pow(r.nextDouble(), 0.8);
            double y = s.horizon() + (s.foot() - s.horizon()) * t;
            double x = s.left() + (s.right() - s.left()) * r.nextDouble();
            double w = u * 0.06 * size(s, y);
            b.raw(
                    Shapes.oval(x, y, w, w * 0.06),
                    r.nextBoolean() ? s.tone().skyLow() : b.at(near(s, y)).colour(Material.WATER, 0.1),
                    0.3);
        }
        double x0 = s.width() * 0.56;
        double[] edge = {
            x0 + u * 0.2,
            s.horizon(),
            x0 + u * 0.02,
            s.height() * 0.28,
            x0 + u * 0.16,
            s.height() * 0.4,
            x0 - u * 0.14,
            s.height() * 0.6,
            x0 + u * 0.02,
            s.height() * 0.74,
            x0 - u * 0.3,
            s.foot() + u * 0.1,
            s.right() + u,
            s.foot() + u * 0.1,
            s.right() + u,
            s.horizon()
        };
        for (int i = 3; i >= 0; i--) {
            double grow = u * 0.018 * i;
            Brush k = s.layer(
                    i == 3 ? 0.52 : i == 0 ? 0.62 : 0.55,
                    i > 0 ? new Sheet.Motion.Bob(u * 0.003, 3 + i, i) : new Sheet.Motion.Still());
            Shape land = Shapes.moved(Shapes.blob(edge), -grow, grow * 0.4);
            if (i > 0) {
                k.raw(
                        land,
                        i == 1
                                ? k.colour(Material.SNOW, 0.9)
                                : Colour.mix(
                                        k.colour(Material.WATER, 0.9), s.tone().skyLow(), 0.35),
                        i == 1 ? 0.85 : 0.4);
            } else {
                k.fall(
                        land,
                        k.at(0.5).colour(Material.GRASS, 0.7),
                        k.at(0.97).colour(Material.GRASS, 0.45),
                        s.horizon(),
                        s.height());
                Shape rim = Shapes.without(land, Shapes.moved(land, u * 0.03, -u * 0.01));
                k.raw(rim, k.colour(Material.CLIFF, 0.6), 0.9);
                grove(s, k, x0 + u * 0.3, s.right(), 60, r);
            }
        }
    }

    private static void grove(Stage s, Brush b, double x0, double x1, int count, Random r) {
        double u = s.unit();
        double[] ys = r.doubles(count).sorted().toArray();
        for (double t : ys) {
            double y = s.horizon() + (s.foot() - s.horizon()) * t;
            double k = size(s, y) * u * (0.034 + 0.026 * r.nextDouble());
            double x = x0 + (x1 - x0) * r.nextDouble();
            Brush at = b.at(near(s, y));
            b.raw(
                    Shapes.oval(x - s.setLight() * k * 0.5, y + k * 0.35, k * 1.1, k * 0.5),
                    s.tone().ink(),
                    0.3);
            at.body(Shapes.oval(x, y, k, k * 0.8), r.nextBoolean() ? Material.LEAF : Material.PINE, k * 0.6);
        }
    }

    static void woods(Stage s) {
        Brush b = land(s, Material.PINE);
        double u = s.unit();
        double x = s.width() * 0.62;
        b.fall(
                Shapes.blob(
                        x + u * 0.05,
                        s.horizon() + u * 0.03,
                        x + u * 0.06,
                        s.horizon() + u * 0.03,
                        x - u * 0.05,
                        s.height() * 0.4,
                        x + u * 0.1,
                        s.height() * 0.62,
                        x - u * 0.25,
                        s.foot(),
                        x - u * 0.42,
                        s.foot(),
                        x + u * 0.03,
                        s.height() * 0.6,
                        x - u * 0.09,
                        s.height() * 0.4),
                Colour.mix(s.tone().skyLow(), b.colour(Material.WATER, 0.7), 0.4),
                b.at(0.97).colour(Material.WATER, 0.4),
                s.horizon(),
                s.height());
        Brush t = s.layer(0.7);
        grove(s, t, s.left(), x - u * 0.2, 520, s.set());
        grove(s, t, x + u * 0.16, s.right(), 380, s.set());
        Terrain.mist(s, s.height() * 0.3, u * 0.05, 0.25, 0.8);
        s.add(new Living.Birds(
                s.frameX(x, 0),
                s.frameY(s.height() * 0.45),
                6,
                u * 0.014 * s.zoom(),
                u * 0.03,
                s.tone().look().family().light(),
                5,
                0.9));
    }

    static void fields(Stage s) {
        Brush b = land(s, Material.GRASS);
        double u = s.unit();
        Random r = s.set();
        int[] crops = {Material.WHEAT, Material.GRASS, Material.LEAF, Material.EARTH, Material.SAND};
        double vx = s.width() * 0.55;
        double y = s.horizon();
        double step = u * 0.03;
        while (y < s.foot()) {
            double y1 = y + step;
            double x = -12 - r.nextDouble() * 2;
            while (x < 12) {
                double x1 = x + 1.2 + 1.8 * r.nextDouble();
                double k0 = size(s, y) * u * 0.22;
                double k1 = size(s, y1) * u * 0.22;
                int crop = crops[r.nextInt(crops.length)];
                Shape plot = Shapes.poly(vx + x * k0, y, vx + x1 * k0, y, vx + x1 * k1, y1, vx + x * k1, y1);
                b.raw(plot, b.at(near(s, y)).colour(crop, 0.45 + 0.4 * r.nextDouble()), 1);
                if (r.nextBoolean()) {
                    for (int i = 1; i < 8; i++) {
                        double xi = x + (x1 - x) * i / 8;
                        b.raw(
                                Shapes.taper(vx + xi * k0, y, u * 0.0006, vx + xi * k1, y1, u * 0.0012),
                                b.at(near(s, y)).colour(crop, 0.05),
                                0.35);
                    }
                }
                b.raw(
                        Shapes.taper(vx + x * k0, y, k0 * 0.012, vx + x * k1, y1, k1 * 0.014),
                        b.at(near(s, y)).colour(Material.PINE, 0.25),
                        0.9);
                x = x1;
            }
            b.raw(
                    Shapes.box(s.left(), y - u * 0.002, s.right() - s.left(), u * (0.002 + 0.004 * size(s, y))),
                    b.at(near(s, y)).colour(Material.PINE, 0.25),
                    0.8);
            y = y1;
            step *= 1.45;
        }
        grove(s, s.layer(0.62), s.left(), s.right(), 60, r);
    }

    static void city(Stage s) {
        land(s, Material.ASPHALT);
        double u = s.unit();
        Random r = s.set();
        double vx = s.width() * 0.58;
        Brush t = s.layer(0.66);
        double y = s.horizon() + u * 0.01;
        double step = u * 0.022;
        boolean lit = Buildings.lamps(s);
        while (y < s.foot() + u * 0.5) {
            double y1 = y + step;
            double k = size(s, y1) * u * 0.2;
            for (int i = -16; i <= 16; i++) {
                double x0 = vx + (i + 0.1) * k;
                double w = k * 0.8;
                double tall = k * (0.25 + 1.3 * Math.pow(r.nextDouble(), 2.2));
                int wall = new int[] {Material.STONE, Material.SLATE, Material.BRICK, Material.CLOTH}[r.nextInt(4)];
                if (x0 + w < s.left() || x0 > s.right()) {
                    continue;
                }
                Brush at = t.at(near(s, y1));
                at.form(Shapes.box(x0, y1 - tall, w, tall), wall, 0.4, 0.12);
                at.form(
                        Shapes.poly(
                                x0,
                                y1 - tall,
                                x0 + w,
                                y1 - tall,
                                x0 + w - (x0 + w - vx) * 0.05,
                                y1 - tall - step * 0.62,
                                x0 - (x0 - vx) * 0.05,
                                y1 - tall - step * 0.62),
                        wall,
                        0.95,
                        0.8);
                for (double wy = y1 - tall + w * 0.12; wy < y1 - w * 0.1; wy += w * 0.2) {
                    for (int c = 0; c < 4; c++) {
                        if (r.nextDouble() < (lit ? 0.4 : 0.6)) {
                            t.raw(
                                    Shapes.box(x0 + w * (0.1 + 0.22 * c), wy, w * 0.12, w * 0.09),
                                    lit ? s.tone().lamp() : at.colour(Material.SLATE, 0.05),
                                    lit ? 0.9 : 0.5);
                        }
                    }
                }
            }
            if (lit) {
                t.raw(
                        Shapes.box(s.left(), y1, s.right() - s.left(), step * 0.06),
                        s.tone().lamp(),
                        0.3);
            }
            y = y1;
            step *= 1.36;
        }
    }

    static void heights(Stage s) {
        Brush b = land(s, Material.SNOW, 0.16);
        double u = s.unit();
        boolean white = s.tone().look().seed() % 2 == 0;
        for (int i = 0; i < 4; i++) {
            double y = s.horizon() + u * (0.08 + 0.25 * i);
            Brush k = s.layer(0.25 + 0.2 * i);
            Terrain.range(
                    s,
                    k,
                    Terrain.peaks(s, y + u * 0.1, u * (0.16 + 0.13 * i), u * (0.3 + 0.16 * i)),
                    Material.ROCK,
                    y + u * 0.1,
                    white || i < 3);
            Terrain.mist(s, y + u * 0.12, u * 0.04, 0.3, 0.3 + 0.2 * i);
        }
        b.veil(
                Shapes.box(s.left(), s.top(), s.right() - s.left(), s.height()),
                s.tone().haze(),
                0.1,
                0,
                s.height());
    }

    /** A plain seen from above: sand, snow, or the moon. */
    static void plain(Stage s, int material) {
        Brush b = land(s, material);
        double u = s.unit();
        Random r = s.set();
        for (int i = 0; i < 26; i++) {
            double t = (i + r.nextDouble()) / 26;
            double y = s.horizon() + (s.foot() - s.horizon()) * t;
            double k = size(s, y) * u;
            double x = s.left() + (s.right() - s.left()) * r.nextDouble();
            Brush at = b.at(near(s, y));
            b.raw(
                    Shapes.blob(
                            x - k * 0.5,
                            y,
                            x - k * 0.1,
                            y - k * 0.05,
                            x + k * 0.5,
                            y + k * 0.01,
                            x + k * 0.1,
                            y + k * 0.012),
                    at.colour(material, 0.95),
                    0.7);
            b.raw(
                    Shapes.blob(
                            x - k * 0.48,
                            y + k * 0.004,
                            x,
                            y - k * 0.002,
                            x + k * 0.5,
                            y + k * 0.014,
                            x + k * 0.05,
                            y + k * 0.05),
                    at.colour(material, 0.2),
                    0.4);
        }
        double px = s.width() * 0.5;
        for (int i = 0; i < 60; i++) {
            double t = i / 60.0;
            double y = s.height() * 0.62 + (s.foot() - s.height() * 0.62) * t;
            double k = size(s, y) * u * 0.007;
            b.raw(
                    Shapes.oval(px - u * 0.2 * t + u * 0.06 * Math.sin(t * 7) + (i % 2 == 0 ? k : -k), y, k, k * 0.6),
                    b.colour(material, 0.05),
                    0.5);
        }
    }
}
