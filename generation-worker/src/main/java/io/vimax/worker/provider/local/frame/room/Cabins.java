package io.vimax.worker.provider.local.frame.room;

import io.vimax.worker.provider.local.frame.land.Flora;
import io.vimax.worker.provider.local.frame.land.Heavens;
import io.vimax.worker.provider.local.frame.land.Material;
import io.vimax.worker.provider.local.frame.land.Terrain;
import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Living;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Sheet;
import io.vimax.worker.provider.local.frame.paint.Stage;
import java.awt.Shape;
import java.awt.geom.Area;
import java.util.Random;

/** Rooms with the world going by outside: ships, carriages, the top of a lighthouse. */
public final class Cabins {

    private Cabins() {}

    public static void lampRoom(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Terrain.water(s, h, s.height() * 1.1, 0.2);
        Brush b = s.layer(0.7);
        double sill = h + u * 0.1;
        b.form(Shapes.box(s.left(), sill, s.right() - s.left(), s.foot() - sill), Material.SLATE, 0.5, 0.15);
        b.form(Shapes.box(s.left(), sill - u * 0.02, s.right() - s.left(), u * 0.03), Material.METAL, 0.95, 0.6);
        b.form(Shapes.box(s.left(), s.top(), s.right() - s.left(), h - u * 0.52 - s.top()), Material.SLATE, 0.15, 0.4);
        for (int i = -5; i <= 6; i++) {
            double x = s.width() * 0.5 + u * 0.24 * i;
            b.form(Shapes.box(x - u * 0.009, s.top(), u * 0.018, sill - s.top()), Material.METAL, 0.3, 0.6);
            b.line(x, h - u * 0.52, x + u * 0.24, sill, u * 0.005, b.colour(Material.METAL, 0.3), 0.7);
        }
        Brush n = s.layer(0.95);
        double x = s.width() * 0.7;
        n.body(Shapes.taper(x, s.foot(), u * 0.1, x, h + u * 0.1, u * 0.075), Material.METAL, u * 0.05);
        Shape lens = Shapes.blob(
                x - u * 0.1,
                h + u * 0.1,
                x - u * 0.14,
                h - u * 0.08,
                x - u * 0.1,
                h - u * 0.27,
                x + u * 0.1,
                h - u * 0.27,
                x + u * 0.14,
                h - u * 0.08,
                x + u * 0.1,
                h + u * 0.1);
        n.raw(lens, Colour.mix(s.tone().lamp(), 0xffffff, 0.3), 0.55);
        for (int i = 0; i < 9; i++) {
            double y = h - u * 0.25 + i * u * 0.042;
            n.raw(
                    Shapes.within(lens, Shapes.box(x - u, y, u * 2, u * 0.011)),
                    i % 2 == 0 ? 0xffffff : n.colour(Material.WATER, 0.8),
                    0.5);
        }
        n.raw(Shapes.stroke(lens, u * 0.008), n.colour(Material.WHEAT, 0.7), 1);
        n.glow(x, h - u * 0.08, u * 0.34, s.tone().lamp(), 0.5);
        s.glow(x, h - u * 0.08, u * 0.42, Colour.mix(s.tone().lamp(), 0xffffff, 0.3), 0.75, Living.Flicker.LAMP, 0.96);
        s.add(new Living.TurningBeam(
                s.frameX(x, 0),
                s.frameY(h - u * 0.08),
                u * 1.1 * s.zoom(),
                s.tone().lamp(),
                6,
                2.7,
                0.955));
    }

    public static void ship(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Heavens.paint(s);
        Brush b = s.layer(0.94);
        Area hull = Shapes.without(
                Shapes.box(s.left(), s.top(), s.right() - s.left(), s.foot() - s.top()),
                Shapes.blob(
                        s.width() * 0.5 - u * 0.72,
                        h - u * 0.06,
                        s.width() * 0.5 - u * 0.62,
                        h - u * 0.42,
                        s.width() * 0.5,
                        h - u * 0.5,
                        s.width() * 0.5 + u * 0.62,
                        h - u * 0.42,
                        s.width() * 0.5 + u * 0.72,
                        h - u * 0.06,
                        s.width() * 0.5 + u * 0.5,
                        h + u * 0.04,
                        s.width() * 0.5 - u * 0.5,
                        h + u * 0.04));
        b.fall(
                hull,
                Colour.mix(s.tone().look().family().shadow(), 0x55606c, 0.45),
                Colour.mix(s.tone().look().family().shadow(), 0x20262e, 0.5),
                s.top(),
                s.foot());
        b.rim(hull, u * 0.006, 0.5);
        for (int i = -2; i <= 2; i++) {
            b.raw(
                    Shapes.within(
                            Shapes.taper(
                                    s.width() * 0.5 + i * u * 0.24,
                                    h + u * 0.05,
                                    u * 0.009,
                                    s.width() * 0.5 + i * u * 0.3,
                                    s.top(),
                                    u * 0.014),
                            Shapes.box(s.left(), s.top(), s.width() * 3.0, h + u * 0.05 - s.top())),
                    Colour.mix(s.tone().look().family().shadow(), 0x55606c, 0.35),
                    1);
        }
        Shape desk = Shapes.poly(
                s.width() * 0.5 - u * 0.64,
                h + u * 0.1,
                s.width() * 0.5 + u * 0.64,
                h + u * 0.1,
                s.width() * 0.5 + u * 0.8,
                h + u * 0.22,
                s.width() * 0.5 - u * 0.8,
                h + u * 0.22);
        b.fall(
                desk,
                Colour.mix(s.tone().look().family().shadow(), 0x77838f, 0.5),
                Colour.mix(s.tone().look().family().shadow(), 0x39414b, 0.5),
                h + u * 0.1,
                h + u * 0.22);
        int[] lights = {
            s.tone().accent(),
            s.tone().look().family().second(),
            0xdff4f0,
            s.tone().lamp()
        };
        Random r = s.set();
        for (int i = 0; i < 46; i++) {
            double x = s.width() * 0.5 + (r.nextDouble() - 0.5) * u * 1.3;
            double y = h + u * (0.115 + 0.09 * r.nextDouble());
            b.raw(Shapes.box(x, y, u * (0.006 + 0.02 * r.nextDouble()), u * 0.006), lights[r.nextInt(4)], 0.9);
        }
        for (int i = 0; i < 5; i++) {
            s.glow(
                    s.width() * 0.5 + (i - 2) * u * 0.27,
                    h + u * 0.15,
                    u * 0.15,
                    lights[i % 4],
                    0.3,
                    i % 2 == 0 ? Living.Flicker.PULSE : Living.Flicker.LAMP,
                    0.95);
        }
    }

    /** Inside a train, a car or a boat's cabin: a band of window, the land outside sliding by. */
    public static void carriage(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Brush land = s.layer(0.15, new Sheet.Motion.Slide(-u * 0.02));
        land.form(Terrain.below(s, Terrain.hills(s, h - u * 0.06, u * 0.12, u * 0.5)), Material.PINE, 0.6, 0.4);
        Brush close = s.layer(0.4, new Sheet.Motion.Slide(-u * 0.05));
        Flora.trees(s, close, x -> h + u * 0.04, u * 0.16, 12, Material.LEAF);
        close.form(Terrain.below(s, x -> h), Material.GRASS, 0.6, 0.3);
        Brush b = s.layer(0.94);
        Area wall = new Area(Shapes.box(s.left(), s.top(), s.right() - s.left(), s.foot() - s.top()));
        for (int i = -2; i <= 3; i++) {
            double x = s.width() * 0.5 + u * (0.56 * i - 0.28);
            wall.subtract(new Area(
                    new java.awt.geom.RoundRectangle2D.Double(x, h - u * 0.38, u * 0.5, u * 0.4, u * 0.06, u * 0.06)));
        }
        b.form(wall, Colour.mix(Material.DARK_WOOD, s.tone().look().family().second(), 0.3), 0.25, 0.5);
        b.rim(wall, u * 0.006, 0.5);
        b.form(Shapes.box(s.left(), h + u * 0.045, s.right() - s.left(), u * 0.02), Material.WOOD, 0.9, 0.5);
        b.form(Shapes.box(s.left(), h - u * 0.44, s.right() - s.left(), u * 0.014), Material.METAL, 0.8, 0.5);
        double x = s.width() * 0.78;
        b.body(
                Shapes.blob(
                        x,
                        h + u * 0.5,
                        x + u * 0.02,
                        h - u * 0.04,
                        x + u * 0.1,
                        h - u * 0.1,
                        x + u * 0.34,
                        h - u * 0.1,
                        x + u * 0.4,
                        h + u * 0.5),
                Colour.mix(0x7a3a34, s.tone().accent(), 0.2),
                u * 0.06);
        s.glow(s.width() * 0.5, h - u * 0.5, u * 0.4, s.tone().lamp(), 0.35, Living.Flicker.LAMP, 0.95);
    }
}
