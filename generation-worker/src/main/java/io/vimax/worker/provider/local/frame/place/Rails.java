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

/** Stations and tracks. */
final class Rails {

    private Rails() {}

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

    static void railway(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Terrain.range(s, s.layer(0.12), Terrain.hills(s, h + u * 0.02, u * 0.18, u * 0.6), Material.PINE, h, false);
        Brush b = s.layer(0.93);
        Terrain.ground(s, b, x -> h + u * 0.03, Material.GRASS);
        double vx = s.width() * 0.6;
        b.raw(
                Shapes.poly(
                        vx, h + u * 0.03, vx + u * 0.02, h + u * 0.03, vx + u * 0.2, s.foot(), vx - u * 0.6, s.foot()),
                b.colour(Material.STONE, 0.4),
                0.9);
        rails(s, b, vx + u * 0.01, h + u * 0.03, vx - u * 0.22, u * 0.24);
        for (int i = 0; i < 5; i++) {
            double t = Math.pow((i + 1) / 5.5, 2);
            double px = vx + u * (0.04 + 0.5 * t);
            double py = h + u * 0.03 + (s.foot() - h) * t * 0.7;
            double ph = u * (0.07 + 0.7 * t);
            b.raw(Shapes.taper(px, py, ph * 0.018, px, py - ph, ph * 0.013), b.colour(Material.DARK_WOOD, 0.25), 1);
            b.raw(
                    Shapes.box(px - ph * 0.3, py - ph * 0.92, ph * 0.34, ph * 0.018),
                    b.colour(Material.DARK_WOOD, 0.25),
                    1);
        }
        Flora.grass(s, b, x -> h + u * 0.05, u * 0.03, 150, Material.GRASS);
    }
}
