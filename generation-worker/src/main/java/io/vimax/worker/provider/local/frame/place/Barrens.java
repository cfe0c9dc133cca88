package io.vimax.worker.provider.local.frame.place;

import io.vimax.worker.provider.local.frame.land.Flora;
import io.vimax.worker.provider.local.frame.land.Material;
import io.vimax.worker.provider.local.frame.land.Terrain;
import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Living;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Stage;
import java.awt.Shape;
import java.awt.geom.Area;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Snow, sand, stone: country with little that grows. */
final class Barrens {

    private Barrens() {}

    static void snow(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Terrain.range(s, s.layer(0.12), Terrain.peaks(s, h + u * 0.02, u * 0.22, u * 0.5), Material.SLATE, h, true);
        Terrain.range(
                s,
                s.layer(0.35),
                Terrain.hills(s, h + u * 0.06, u * 0.07, u * 0.9),
                Material.SNOW,
                h + u * 0.08,
                false);
        Brush mid = s.layer(0.55);
        DoubleUnaryOperator line = Terrain.hills(s, h + u * 0.1, u * 0.04, u * 0.7);
        Terrain.range(s, mid, line, Material.SNOW, h + u * 0.16, false);
        Random r = s.set();
        for (int i = 0; i < 15; i++) {
            double x = s.left() + (s.right() - s.left()) * (i < 9 ? 0.6 + 0.4 * r.nextDouble() : 0.28 * r.nextDouble());
            Flora.pine(mid, x, line.applyAsDouble(x) + u * 0.015, u * (0.1 + 0.13 * r.nextDouble()), r);
        }
        Brush b = s.layer(0.95);
        DoubleUnaryOperator near = x -> h + u * 0.15 + u * 0.03 * Math.sin(x / u * 2.6 + 1);
        Terrain.ground(s, b, near, Material.SNOW);
        double px = s.width() * 0.36;
        for (int i = 0; i < 15; i++) {
            double t = i / 15.0;
            double y = near.applyAsDouble(px) + u * 0.015 + (s.height() - near.applyAsDouble(px)) * t * t;
            b.raw(
                    Shapes.oval(
                            px + u * 0.14 * t + (i % 2 == 0 ? 1 : -1) * u * 0.014 * (0.3 + t),
                            y,
                            u * (0.004 + 0.012 * t),
                            u * (0.002 + 0.005 * t)),
                    b.colour(Material.SLATE, 0.3),
                    0.5);
        }
    }

    static void desert(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Brush far = s.layer(0.16);
        Random r = s.set();
        for (int i = 0; i < 4; i++) {
            double x = s.width() * (0.62 + 0.16 * i + 0.08 * r.nextDouble()) - (i == 3 ? s.width() * 0.95 : 0);
            double w = u * (0.05 + 0.1 * r.nextDouble());
            double t = w * (0.5 + 0.5 * r.nextDouble());
            Shape mesa = Shapes.poly(
                    x - w * 1.25,
                    h + u * 0.03,
                    x - w * 0.8,
                    h - t * 0.45,
                    x - w * 0.66,
                    h - t * 0.5,
                    x - w * 0.6,
                    h - t,
                    x - w * 0.1,
                    h - t * 1.06,
                    x + w * 0.1,
                    h - t * 0.94,
                    x + w * 0.55,
                    h - t * 0.97,
                    x + w * 0.64,
                    h - t * 0.4,
                    x + w * 0.85,
                    h - t * 0.34,
                    x + w * 1.3,
                    h + u * 0.03);
            far.body(mesa, Material.BRICK, w * 0.4, 0.3);
        }
        double[][] dunes = {{0.35, 0.03, 0.12, 0.9}, {0.6, 0.11, 0.13, 1.1}, {0.95, 0.24, 0.13, 1.6}};
        for (double[] d : dunes) {
            Brush b = s.layer(d[0]);
            DoubleUnaryOperator height = Terrain.hills(s, h + u * d[1] + u * 0.03, u * d[2], u * d[3]);
            Shape body = Terrain.below(s, height);
            b.fall(
                    body,
                    b.colour(Material.SAND, 0.95),
                    b.colour(Material.SAND, 0.35),
                    h + u * (d[1] - 0.1),
                    h + u * (d[1] + 0.3));
            double side = s.setLight() * u * 0.2;
            Shape lee = Shapes.within(
                    body,
                    Terrain.below(
                            s,
                            x -> height.applyAsDouble(x + side * 0.35)
                                    + u * 0.02
                                    + u * 0.06 * Math.abs(Math.sin(x / u * 2.7))));
            b.raw(lee, b.colour(Material.EARTH, 0.35), 0.4);
            if (d[0] > 0.9) {
                for (int i = 0; i < 22; i++) {
                    double y = i * i * u * 0.0011;
                    b.raw(
                            Shapes.within(body, Shapes.stroke(ripple(s, height, y), u * 0.0016)),
                            b.colour(Material.SAND, 1),
                            0.28);
                }
            }
        }
        s.add(new Living.Motes(
                s.width() * 0.5,
                h + u * 0.2,
                s.width() * 0.7,
                u * 0.1,
                40,
                u * 0.0016,
                u * 0.02,
                u * 0.6,
                s.tone().of(Material.SAND, 1, 1),
                0.5,
                false,
                8,
                0.97));
    }

    private static Shape ripple(Stage s, DoubleUnaryOperator height, double drop) {
        double[] p = new double[40];
        for (int i = 0; i < 20; i++) {
            double x = s.left() + (s.right() - s.left()) * i / 19;
            p[i * 2] = x;
            p[i * 2 + 1] = height.applyAsDouble(x) + drop + s.unit() * 0.006 * Math.sin(i * 1.7 + drop);
        }
        return Shapes.line(p);
    }

    static void cave(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Random r = s.set();
        double mx = s.width() * 0.64;
        Brush back = s.layer(0.3).at(0.96);
        back.raw(
                Shapes.box(s.left(), s.top(), s.right() - s.left(), s.foot() - s.top()),
                Colour.mix(back.colour(Material.ROCK, 0.1), s.tone().ink(), 0.35),
                1);
        Shape mouth = mouth(mx, h - u * 0.1, u * 0.24, u * 0.3, r);
        back.fall(
                mouth,
                Colour.mix(s.tone().skyMiddle(), s.tone().skyLow(), 0.4),
                s.tone().skyLow(),
                h - u * 0.45,
                h + u * 0.1);
        back.raw(
                Shapes.within(mouth, Terrain.below(s, Terrain.hills(s, h + u * 0.02, u * 0.12, u * 0.3))),
                Colour.mix(s.tone().skyLow(), s.tone().skyTop(), 0.55),
                1);
        back.glow(
                mx,
                h - u * 0.1,
                u * 0.62,
                Colour.mix(s.tone().skyLow(), s.tone().key(), 0.4),
                0.42);
        for (int i = 0; i < 3; i++) {
            Brush rock = s.layer(0.45 + 0.2 * i).at(0.98);
            double k = 1.22 + 0.42 * i;
            Area wall = Shapes.without(
                    Shapes.box(s.left(), s.top(), s.right() - s.left(), s.foot() - s.top()),
                    mouth(mx - u * 0.05 * i, h - u * 0.07, u * 0.24 * k, u * 0.3 * k, r));
            int near = Colour.mix(
                    rock.colour(Material.ROCK, 0.38 - 0.1 * i), s.tone().ink(), 0.3 + 0.17 * i);
            rock.fall(wall, Colour.mix(near, s.tone().ink(), 0.35), near, s.top(), s.foot());
            rock.rim(wall, u * 0.007, 0.4 - 0.1 * i);
            for (int j = 0; j < 7; j++) {
                double x = s.left() + (s.right() - s.left()) * r.nextDouble();
                double len = u * (0.06 + 0.16 * r.nextDouble());
                double y = h - u * (0.36 + 0.12 * i + 0.1 * r.nextDouble());
                rock.raw(
                        Shapes.poly(
                                x - len * 0.16,
                                y - u * 0.3,
                                x + len * 0.16,
                                y - u * 0.3,
                                x + len * 0.02,
                                y + len,
                                x - len * 0.02,
                                y + len),
                        near,
                        1);
            }
        }
        Brush b = s.layer(0.95);
        DoubleUnaryOperator floor =
                x -> h + u * 0.19 + u * 0.013 * Math.sin(x / u * 14) + u * 0.09 * Math.pow(x / s.width() - 0.55, 2);
        Terrain.ground(s, b, floor, Material.ROCK);
        b.in(
                mx - u * 0.1,
                h + u * 0.26,
                1,
                0.2,
                k -> k.glow(
                        0, 0, u * 0.42, Colour.mix(s.tone().skyLow(), s.tone().key(), 0.4), 0.5));
        for (int i = 0; i < 5; i++) {
            double x = s.width() * (i < 2 ? 0.12 * r.nextDouble() : 0.7 + 0.35 * r.nextDouble());
            Terrain.rock(
                    b,
                    x,
                    floor.applyAsDouble(x) + u * 0.04,
                    u * (0.03 + 0.06 * r.nextDouble()),
                    u * (0.04 + 0.09 * r.nextDouble()),
                    r);
        }
        s.add(new Living.Shaft(
                s.frameX(mx, 0),
                s.frameY(h - u * 0.4),
                Math.PI / 2 + 0.4 * -s.lightFrom(),
                0.2,
                u * 0.9,
                s.tone().skyLow(),
                0.2,
                0.92));
        s.add(new Living.Motes(
                s.width() * 0.55,
                h,
                u * 0.4,
                u * 0.3,
                26,
                u * 0.002,
                u * 0.05,
                0,
                s.tone().key(),
                0.6,
                false,
                12,
                0.97));
    }

    private static Shape mouth(double x, double y, double rx, double ry, Random r) {
        double[] p = new double[36];
        for (int i = 0; i < 18; i++) {
            double a = i * Math.PI * 2 / 18;
            double k = 0.84 + 0.3 * r.nextDouble();
            p[i * 2] = x + Math.cos(a) * rx * k;
            p[i * 2 + 1] = Math.min(y + ry * 0.78, y + Math.sin(a) * ry * k);
        }
        return Shapes.poly(p);
    }
}
