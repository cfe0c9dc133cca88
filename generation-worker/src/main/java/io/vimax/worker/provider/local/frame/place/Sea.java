package io.vimax.worker.provider.local.frame.place;

import io.vimax.worker.provider.local.frame.land.Material;
import io.vimax.worker.provider.local.frame.land.Terrain;
import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Living;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Sheet;
import io.vimax.worker.provider.local.frame.paint.Stage;
import java.awt.Shape;
import java.util.function.DoubleUnaryOperator;

/** Open water, boats, and the deck of one. */
final class Sea {

    private Sea() {}

    static void sea(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        s.horizon(h);
        if (s.set().nextBoolean()) {
            Terrain.range(
                    s, s.layer(0.12), Terrain.hills(s, h + u * 0.01, u * 0.06, u * 0.7), Material.CLIFF, h, false);
        }
        Terrain.water(s, h, s.height() * 1.12, 0.35);
        Brush ship = s.layer(0.5, new Sheet.Motion.Bob(u * 0.006, 4.2, 0.4));
        sailboat(s, ship, s.width() * 0.7, h + u * 0.05, u * 0.24);
        swell(s, h + u * 0.13, 0.7, 0.5);
        swell(s, h + u * 0.25, 0.9, 1.3);
        s.add(new Living.Birds(
                s.frameX(s.width() * 0.5, 0),
                s.frameY(h - u * 0.28),
                6,
                u * 0.012 * s.zoom(),
                u * 0.03,
                s.tone().ink(),
                9,
                0.5));
    }

    private static void swell(Stage s, double y, double depth, double phase) {
        double u = s.unit();
        Brush b = s.layer(depth, new Sheet.Motion.Bob(u * 0.009 * depth, 3.8, phase));
        DoubleUnaryOperator wave =
                x -> y + u * 0.016 * Math.sin(x / u * 9 + phase * 5) + u * 0.009 * Math.sin(x / u * 21 + phase);
        Shape body = Terrain.below(s, wave);
        b.fall(
                body,
                b.colour(Material.WATER, 0.6),
                Colour.mix(b.colour(Material.WATER, 0.15), s.tone().ink(), 0.35),
                y - u * 0.02,
                y + u * 0.25);
        Shape crest = Shapes.without(body, Shapes.moved(body, u * 0.02, u * 0.008));
        b.raw(crest, Colour.mix(s.tone().skyLow(), s.tone().key(), 0.4), 0.55);
    }

    static void sailboat(Stage s, Brush b, double x, double y, double h) {
        b.body(
                Shapes.blob(
                        x - h * 0.36,
                        y - h * 0.1,
                        x + h * 0.4,
                        y - h * 0.12,
                        x + h * 0.28,
                        y + h * 0.02,
                        x - h * 0.26,
                        y + h * 0.03),
                Material.DARK_WOOD,
                h * 0.1);
        b.raw(Shapes.taper(x, y - h * 0.06, h * 0.013, x, y - h, h * 0.006), b.colour(Material.DARK_WOOD, 0.3), 1);
        b.body(
                Shapes.blob(
                        x + h * 0.02,
                        y - h * 0.95,
                        x + h * 0.2,
                        y - h * 0.55,
                        x + h * 0.3,
                        y - h * 0.18,
                        x + h * 0.02,
                        y - h * 0.16),
                Colour.mix(Material.PAPER, s.tone().accent(), 0.55),
                h * 0.1);
        b.body(
                Shapes.blob(
                        x - h * 0.02,
                        y - h * 0.86,
                        x - h * 0.02,
                        y - h * 0.18,
                        x - h * 0.3,
                        y - h * 0.17,
                        x - h * 0.16,
                        y - h * 0.5),
                Material.PAPER,
                h * 0.08);
    }

    /** A wooden deck with mast and rail, the sea behind. */
    static void deck(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Terrain.water(s, h, s.height() * 1.1, 0.35);
        swell(s, h + u * 0.08, 0.5, 0.7);
        Brush b = s.layer(0.93);
        double y = h + u * 0.2;
        Shape floor = Shapes.poly(
                s.left(),
                y + u * 0.06,
                s.width() * 0.5,
                y,
                s.right(),
                y + u * 0.06,
                s.right(),
                s.foot(),
                s.left(),
                s.foot());
        b.fall(
                floor,
                b.colour(Material.WOOD, 0.8),
                Colour.mix(b.colour(Material.DARK_WOOD, 0.2), s.tone().ink(), 0.4),
                y,
                s.height());
        for (int i = -14; i <= 14; i++) {
            b.raw(
                    Shapes.within(
                            Shapes.taper(
                                    s.width() * 0.5 + i * u * 0.04,
                                    y,
                                    u * 0.001,
                                    s.width() * 0.5 + i * u * 0.16,
                                    s.foot(),
                                    u * 0.004),
                            floor),
                    b.colour(Material.DARK_WOOD, 0.05),
                    0.6);
        }
        b.raw(
                Shapes.poly(
                        s.left(),
                        y - u * 0.05,
                        s.width() * 0.5,
                        y - u * 0.1,
                        s.right(),
                        y - u * 0.05,
                        s.right(),
                        y - u * 0.03,
                        s.width() * 0.5,
                        y - u * 0.085,
                        s.left(),
                        y - u * 0.03),
                b.colour(Material.DARK_WOOD, 0.7),
                1);
        for (int i = 0; i < 12; i++) {
            double x = s.left() + (s.right() - s.left()) * i / 11;
            double t = 1 - Math.abs(x - s.width() * 0.5) / (s.width() * 0.6);
            b.raw(
                    Shapes.box(x, y - u * 0.05 - u * 0.05 * t, u * 0.008, u * 0.12),
                    b.colour(Material.DARK_WOOD, 0.4),
                    1);
        }
        double x = s.width() * 0.68;
        b.body(Shapes.taper(x, y + u * 0.1, u * 0.022, x, s.top(), u * 0.016), Material.WOOD, u * 0.018);
        b.body(
                Shapes.blob(
                        x + u * 0.02,
                        s.top() - u * 0.2,
                        x + u * 0.46,
                        h - u * 0.2,
                        x + u * 0.5,
                        h - u * 0.1,
                        x + u * 0.03,
                        h - u * 0.07),
                Colour.mix(Material.PAPER, s.tone().accent(), 0.2),
                u * 0.08);
        for (int i = 0; i < 3; i++) {
            b.line(x, s.top(), x - u * (0.3 + i * 0.12), y, u * 0.003, b.colour(Material.DARK_WOOD, 0.2), 0.9);
        }
    }
}
