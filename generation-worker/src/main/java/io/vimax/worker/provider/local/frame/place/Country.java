package io.vimax.worker.provider.local.frame.place;

import io.vimax.worker.provider.local.frame.land.Buildings;
import io.vimax.worker.provider.local.frame.land.Flora;
import io.vimax.worker.provider.local.frame.land.Heavens;
import io.vimax.worker.provider.local.frame.land.Material;
import io.vimax.worker.provider.local.frame.land.Terrain;
import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Living;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Stage;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Fields, roads, rivers and railways; and places off this world. */
final class Country {
    private Country() {}

    static void field(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Random r = s.set();
        Terrain.range(s, s.layer(0.12), Terrain.hills(s, h + u * 0.01, u * 0.09, u * 0.8), Material.LEAF, h, false);
        Brush mid = s.layer(0.45);
        DoubleUnaryOperator line = Terrain.hills(s, h + u * 0.05, u * 0.03, u * 0.9);
        Terrain.range(s, mid, line, Material.WHEAT, h + u * 0.09, false);
        double x = s.width() * 0.7;
        int barn = Colour.mix(0xa8473a, s.tone().accent(), 0.2);
        Buildings.house(s, mid, x, h + u * 0.06, u * 0.24, u * 0.085, barn, Material.SLATE, r);
        mid.body(
                Shapes.union(
                        Shapes.box(x + u * 0.15, h - u * 0.15, u * 0.06, u * 0.2),
                        Shapes.oval(x + u * 0.18, h - u * 0.15, u * 0.03, u * 0.03)),
                Material.METAL,
                u * 0.022);
        Flora.tree(mid, x - u * 0.26, h + u * 0.06, u * 0.19, Material.LEAF, r);
        Brush b = s.layer(0.95);
        DoubleUnaryOperator near = k -> h + u * 0.09 + u * 0.015 * Math.sin(k / u * 2.5);
        Terrain.ground(s, b, near, Material.WHEAT);
        double vx = s.width() * 0.56;
        for (int i = -16; i <= 16; i++) {
            b.raw(
                    Shapes.within(
                            Shapes.taper(
                                    vx + i * u * 0.035,
                                    h + u * 0.08,
                                    u * 0.002,
                                    vx + i * u * 0.24,
                                    s.foot(),
                                    u * 0.014),
                            Terrain.below(s, near)),
                    b.colour(Material.EARTH, 0.3),
                    0.28);
        }
        Flora.grass(s, b, near, u * 0.04, 300, Material.WHEAT);
        Flora.grass(s, b, k -> near.applyAsDouble(k) + u * 0.1, u * 0.07, 240, Material.WHEAT);
        s.add(new Living.Birds(
                s.frameX(s.width() * 0.4, 0),
                s.frameY(h - u * 0.25),
                7,
                u * 0.011 * s.zoom(),
                u * 0.03,
                s.tone().ink(),
                2,
                0.4));
    }

    static void road(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Random r = s.set();
        Terrain.range(s, s.layer(0.12), Terrain.peaks(s, h + u * 0.03, u * 0.24, u * 0.6), Material.SLATE, h, false);
        Brush mid = s.layer(0.5);
        Terrain.range(s, mid, Terrain.hills(s, h + u * 0.05, u * 0.04, u * 0.7), Material.GRASS, h + u * 0.08, false);
        Brush b = s.layer(0.93);
        Terrain.ground(s, b, x -> h + u * 0.06, Material.GRASS);
        double vx = s.width() * 0.63;
        double y = h + u * 0.06;
        Shape road = Shapes.blob(
                vx - u * 0.006,
                y,
                vx + u * 0.006,
                y,
                vx + u * 0.09,
                y + u * 0.07,
                vx + u * 0.02,
                y + u * 0.16,
                vx + u * 0.3,
                s.foot() + u * 0.2,
                vx - u * 0.75,
                s.foot() + u * 0.2,
                vx - u * 0.14,
                y + u * 0.16,
                vx + u * 0.03,
                y + u * 0.07);
        b.fall(
                road,
                b.at(0.7).colour(Material.SAND, 0.75),
                Colour.mix(b.colour(Material.ASPHALT, 0.3), s.tone().ink(), 0.2),
                y,
                s.height());
        for (int i = 0; i < 6; i++) {
            double t = Math.pow((i + 1) / 6.5, 1.8);
            double px = vx + u * 0.13 + u * 0.45 * t;
            double py = y + u * 0.015 + (s.foot() - y) * t * 0.75;
            double ph = u * (0.05 + 0.5 * t);
            b.raw(Shapes.taper(px, py, ph * 0.022, px, py - ph, ph * 0.015), b.colour(Material.DARK_WOOD, 0.25), 1);
            b.raw(
                    Shapes.box(px - ph * 0.14, py - ph * 0.93, ph * 0.28, ph * 0.025),
                    b.colour(Material.DARK_WOOD, 0.25),
                    1);
        }
        Flora.tree(b, s.width() * 0.12, y + u * 0.09, u * 0.34, Material.LEAF, r);
        Flora.grass(s, b, x -> y + u * 0.02, u * 0.025, 140, Material.GRASS);
    }

    static void river(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Random r = s.set();
        Terrain.range(s, s.layer(0.12), Terrain.hills(s, h + u * 0.01, u * 0.2, u * 0.6), Material.PINE, h, false);
        Brush bank = s.layer(0.3);
        Flora.trees(s, bank, x -> h + u * 0.035, u * 0.14, 20, Material.LEAF);
        Terrain.water(s, h + u * 0.03, s.height() * 1.1, 0.4);
        Brush b = s.layer(0.62);
        double x0 = s.width() * 0.4;
        double x1 = s.right();
        double y = h - u * 0.02;
        Path2D deck = Shapes.blob(
                x0,
                y + u * 0.09,
                x0 + u * 0.28,
                y - u * 0.04,
                x1 - u * 0.1,
                y - u * 0.05,
                x1 + u * 0.2,
                y,
                x1 + u * 0.2,
                y + u * 0.13,
                x1,
                y + u * 0.2,
                x0 + u * 0.28,
                y + u * 0.2,
                x0,
                y + u * 0.16);
        Area arch = new Area(deck);
        for (int i = 0; i < 4; i++) {
            double cx = x0 + u * (0.17 + 0.27 * i);
            arch.subtract(new Area(Shapes.oval(cx, y + u * 0.21, u * 0.105, u * 0.14)));
        }
        b.body(arch, Material.STONE, u * 0.03);
        b.raw(
                Shapes.stroke(
                        Shapes.line(
                                x0 + u * 0.02,
                                y + u * 0.06,
                                x0 + u * 0.28,
                                y - u * 0.055,
                                x1 - u * 0.1,
                                y - u * 0.07,
                                x1 + u * 0.2,
                                y - u * 0.02),
                        u * 0.011),
                b.colour(Material.STONE, 0.9),
                1);
        Brush n = s.layer(0.95);
        DoubleUnaryOperator shore = x -> h + u * 0.25 + u * 0.16 * Math.max(-0.2, x / s.width() - 0.35);
        Terrain.ground(s, n, shore, Material.GRASS);
        for (int i = 0; i < 50; i++) {
            double x = s.left() + (s.right() - s.left()) * r.nextDouble();
            double hh = u * (0.06 + 0.1 * r.nextDouble());
            double yy = shore.applyAsDouble(x) + u * 0.015;
            if (x > s.width() * 0.55) {
                n.raw(
                        Shapes.taper(x, yy, u * 0.0018, x + hh * 0.12, yy - hh, u * 0.0012),
                        n.colour(Material.LEAF, 0.4),
                        1);
                n.raw(
                        Shapes.taper(x + hh * 0.1, yy - hh * 0.75, u * 0.004, x + hh * 0.12, yy - hh, u * 0.004),
                        n.colour(Material.EARTH, 0.3),
                        1);
            }
        }
        Flora.grass(s, n, shore, u * 0.03, 130, Material.GRASS);
    }

    static void space(Stage s) {
        Heavens.paint(s);
        moonGround(s);
    }

    private static void moonGround(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Random r = s.set();
        Brush n = s.layer(0.95);
        DoubleUnaryOperator ground =
                k -> h + u * 0.2 + u * 0.05 * Math.sin(k / u * 2.3) + u * 0.012 * Math.sin(k / u * 11);
        Path2D moon = Terrain.below(s, ground);
        int dust = Colour.mix(s.tone().look().family().middle(), 0xb0aaa4, 0.5);
        n.fall(
                moon,
                Colour.mix(dust, 0xffffff, 0.25),
                Colour.mix(dust, s.tone().look().family().shadow(), 0.8),
                h + u * 0.15,
                s.height());
        for (int i = 0; i < 12; i++) {
            double cx = s.left() + (s.right() - s.left()) * r.nextDouble();
            double t = r.nextDouble();
            double cy = ground.applyAsDouble(cx) + u * (0.04 + 0.25 * t);
            double w = u * (0.02 + 0.07 * t);
            n.raw(Shapes.oval(cx, cy, w, w * 0.28), Colour.mix(dust, 0xffffff, 0.3), 0.6);
            n.raw(
                    Shapes.oval(cx + s.setLight() * w * 0.08, cy - w * 0.03, w * 0.93, w * 0.23),
                    Colour.mix(dust, s.tone().look().family().shadow(), 0.65),
                    0.9);
        }
        n.rim(moon, u * 0.004, 0.8);
    }
}
