package io.vimax.worker.provider.local.frame.room;

import io.vimax.worker.provider.local.frame.land.Material;
import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Living;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Sheet;
import io.vimax.worker.provider.local.frame.paint.Stage;
import java.awt.Shape;
import java.util.Random;

/** Large and unusual interiors: halls, stages, corridors, cellars, cabins and ships. */
public final class Halls {
    private Halls() {}

    public static void hall(Stage s) {
        double u = s.unit();
        Walls w = new Walls(s, Material.STONE, Material.STONE);
        w.gloom(0.55);
        double x = s.width() * 0.62;
        for (int i = -1; i <= 1; i++) {
            double wx = x + i * u * 0.22;
            Shape arch = Shapes.union(
                    Shapes.box(wx - u * 0.05, w.base - u * 0.46, u * 0.1, u * 0.3),
                    Shapes.oval(wx, w.base - u * 0.46, u * 0.05, u * 0.07));
            w.back.fall(arch, s.tone().skyTop(), s.tone().skyLow(), w.base - u * 0.5, w.base - u * 0.16);
            w.back.glow(wx, w.base - u * 0.35, u * 0.2, s.tone().skyLow(), 0.25);
            s.add(new Living.Shaft(
                    s.frameX(wx, 0),
                    s.frameY(w.base - u * 0.5),
                    Math.PI / 2 + 0.5 * -s.lightFrom(),
                    0.07,
                    u * 0.9,
                    Colour.mix(s.tone().skyLow(), s.tone().key(), 0.5),
                    s.tone().hour().dark() ? 0.14 : 0.3,
                    0.8));
        }
        w.near.raw(
                Shapes.poly(x - u * 0.07, w.base, x + u * 0.07, w.base, x + u * 0.24, s.foot(), x - u * 0.5, s.foot()),
                w.near.colour(s.tone().accent(), 0.35),
                0.85);
        w.mid.body(
                Shapes.union(
                        Shapes.box(x - u * 0.06, w.base - u * 0.17, u * 0.12, u * 0.17),
                        Shapes.box(x - u * 0.14, w.base - u * 0.01, u * 0.28, u * 0.03),
                        Shapes.poly(
                                x - u * 0.06,
                                w.base - u * 0.17,
                                x,
                                w.base - u * 0.24,
                                x + u * 0.06,
                                w.base - u * 0.17)),
                Material.WHEAT,
                u * 0.03);
        for (int i = 0; i < 3; i++) {
            double t = i / 2.0;
            Brush b = i == 2 ? w.near : w.mid;
            for (int side = -1; side <= 1; side += 2) {
                double cx = x + side * u * (0.36 + 0.26 * i + 0.1 * t);
                double half = u * (0.025 + 0.018 * i);
                double y = w.base + u * (0.02 + 0.07 * i);
                b.body(
                        Shapes.union(
                                Shapes.taper(cx, y, half, cx, s.top(), half * 0.9),
                                Shapes.box(cx - half * 1.5, y - half * 0.5, half * 3, half * 0.7)),
                        Material.STONE,
                        half * 0.9);
                if (i == 1) {
                    s.glow(
                            cx - side * half * 1.4,
                            w.base - u * 0.26,
                            u * 0.17,
                            s.tone().lamp(),
                            0.55,
                            Living.Flicker.FIRE,
                            0.8);
                }
            }
        }
        s.add(new Living.Motes(
                s.frameX(x, 0),
                s.frameY(w.base - u * 0.1),
                u * 0.4,
                u * 0.3,
                26,
                u * 0.0016,
                u * 0.03,
                0,
                s.tone().key(),
                0.5,
                false,
                3,
                0.97));
    }

    public static void stage(Stage s) {
        double u = s.unit();
        Walls w = new Walls(s, s.tone().look().family().shadow(), Material.WOOD);
        int cloth = Colour.mix(0x9c2f2f, s.tone().accent(), 0.35);
        for (int side = -1; side <= 1; side += 2) {
            double edge = side < 0 ? s.left() : s.right();
            for (int i = 0; i < 6; i++) {
                double x = edge - side * (i + 0.5) * u * 0.07;
                w.mid.form(
                        Shapes.blob(
                                x - u * 0.045,
                                s.top() - u * 0.1,
                                x + u * 0.045,
                                s.top() - u * 0.1,
                                x + u * 0.04,
                                w.base + u * 0.1,
                                x - u * 0.04,
                                w.base + u * 0.1),
                        cloth,
                        i % 2 == 0 ? 0.6 : 0.25,
                        0.1);
            }
        }
        for (double x = s.left(); x < s.right(); x += u * 0.16) {
            w.mid.form(Shapes.oval(x, w.top - u * 0.06, u * 0.1, u * 0.13), cloth, 0.3, 0.7);
        }
        double[] spots = {0.36, 0.62, 0.5};
        for (int i = 0; i < 3; i++) {
            double x = s.width() * (0.2 + 0.3 * i);
            s.add(new Living.Shaft(
                    s.frameX(x, 0),
                    s.frameY(s.top()),
                    Math.PI / 2 + (s.frameX(1, 0) > s.frameX(0, 0) ? 1 : -1) * (x - s.width() * spots[i]) / u * 0.8,
                    0.1,
                    u * 1.3,
                    i == 2 ? s.tone().accent() : Colour.mix(s.tone().lamp(), 0xffffff, 0.4),
                    0.4,
                    0.8));
        }
        w.near.in(
                s.width() * 0.4,
                w.base + u * 0.2,
                1,
                0.2,
                k -> k.glow(0, 0, u * 0.36, s.tone().lamp(), 0.6));
        s.add(new Living.Motes(
                s.width() * 0.5,
                s.horizon() - u * 0.2,
                u * 0.5,
                u * 0.3,
                40,
                u * 0.0016,
                u * 0.04,
                0,
                s.tone().lamp(),
                0.6,
                false,
                5,
                0.97));
        Brush heads = s.frameLayer(1.2, new Sheet.Motion.Still());
        Random r = s.shot();
        if (s.zoom() < 1.4) {
            for (double x = -u * 0.1; x < s.width() + u * 0.1; x += u * 0.085) {
                double y = s.height() * (0.985 + 0.02 * r.nextDouble());
                heads.raw(
                        Shapes.union(
                                Shapes.oval(x, y, u * 0.028, u * 0.034),
                                Shapes.oval(x, y + u * 0.08, u * 0.055, u * 0.06)),
                        s.tone().ink(),
                        1);
            }
        }
    }

    public static void corridor(Stage s) {
        double u = s.unit();
        Walls w = new Walls(s, Material.PLASTER, Material.STONE);
        double x = s.width() * 0.6;
        double y = s.horizon() - u * 0.02;
        double l = s.left();
        double r = s.right();
        Brush b = w.near;
        b.form(
                Shapes.poly(
                        x - u * 0.1, y - u * 0.16, l, y - u * 0.75, l, s.foot() + u * 0.3, x - u * 0.1, y + u * 0.13),
                Material.PLASTER,
                0.35,
                0.5);
        b.form(
                Shapes.poly(
                        x + u * 0.1, y - u * 0.16, r, y - u * 0.7, r, s.foot() + u * 0.2, x + u * 0.1, y + u * 0.13),
                Material.PLASTER,
                0.8,
                0.4);
        b.raw(
                Shapes.poly(
                        x - u * 0.1,
                        y - u * 0.16,
                        x + u * 0.1,
                        y - u * 0.16,
                        r,
                        y - u * 0.7,
                        r,
                        s.top() - u,
                        l,
                        s.top() - u,
                        l,
                        y - u * 0.75),
                Colour.mix(b.colour(Material.SLATE, 0.2), s.tone().ink(), 0.4),
                1);
        b.fall(
                Shapes.poly(
                        x - u * 0.1,
                        y + u * 0.13,
                        x + u * 0.1,
                        y + u * 0.13,
                        r,
                        s.foot() + u * 0.2,
                        l,
                        s.foot() + u * 0.3),
                b.colour(Material.STONE, 0.7),
                Colour.mix(b.colour(Material.SLATE, 0.1), s.tone().ink(), 0.3),
                y + u * 0.1,
                s.height());
        b.raw(
                Shapes.box(x - u * 0.1, y - u * 0.16, u * 0.2, u * 0.29),
                Colour.mix(s.tone().skyLow(), s.tone().lamp(), 0.35),
                1);
        b.raw(Shapes.box(x - u * 0.004, y - u * 0.16, u * 0.008, u * 0.29), b.colour(Material.SLATE, 0.3), 1);
        b.glow(x, y, u * 0.45, Colour.mix(s.tone().skyLow(), s.tone().lamp(), 0.35), 0.5);
        for (int i = 0; i < 4; i++) {
            double d0 = u * 0.14 * Math.pow(1.75, i);
            double d1 = d0 * 1.3;
            for (int side = -1; side <= 1; side += 2) {
                b.raw(
                        Shapes.poly(
                                x + side * d0,
                                y - d0 * 0.75,
                                x + side * d1,
                                y - d1 * 0.75,
                                x + side * d1,
                                y + d1 * 1.28,
                                x + side * d0,
                                y + d0 * 1.28),
                        b.colour(
                                side > 0 ? s.tone().look().family().second() : Material.DARK_WOOD,
                                side > 0 ? 0.5 : 0.25),
                        0.95);
            }
            double ly = y - d0 * 1.45;
            b.raw(
                    Shapes.poly(
                            x - d0 * 0.3,
                            ly,
                            x + d0 * 0.3,
                            ly,
                            x + d1 * 0.3,
                            y - d1 * 1.45,
                            x - d1 * 0.3,
                            y - d1 * 1.45),
                    0xfff6de,
                    0.9);
            s.glow(
                    x,
                    ly - u * 0.03,
                    d0 * 1.2,
                    s.tone().lamp(),
                    0.25,
                    i == 1 ? Living.Flicker.FIRE : Living.Flicker.LAMP,
                    0.96);
        }
        b.in(x, y + u * 0.3, 1, 0.5, k -> k.glow(0, 0, u * 0.2, 0xfff1d0, 0.35));
    }

    public static void classroom(Stage s) {
        double u = s.unit();
        Walls w = new Walls(s, Material.PLASTER, Material.WOOD);
        w.gloom(0.4);
        double x = s.width() * 0.44;
        w.back.form(Shapes.box(x - u * 0.34, w.base - u * 0.5, u * 0.68, u * 0.32), Material.WOOD, 0.8, 0.5);
        w.back.form(Shapes.box(x - u * 0.32, w.base - u * 0.48, u * 0.64, u * 0.28), 0x38564a, 0.5, 0.35);
        for (int i = 0; i < 5; i++) {
            double cx = x - u * 0.24 + i * u * 0.1;
            w.back.raw(
                    Shapes.stroke(
                            Shapes.line(
                                    cx,
                                    w.base - u * 0.36,
                                    cx + u * 0.03,
                                    w.base - u * (0.4 + 0.01 * i),
                                    cx + u * 0.06,
                                    w.base - u * 0.33,
                                    cx + u * 0.08,
                                    w.base - u * 0.37),
                            u * 0.003),
                    Material.PAPER,
                    0.6);
        }
        w.window(s.width() * 0.86, w.base - u * 0.36, u * 0.2, u * 0.34, 2);
        for (int row = 0; row < 2; row++) {
            Brush b = row == 0 ? w.mid : w.near;
            for (int i = 0; i < 4; i++) {
                double tx = s.width() * (0.1 + 0.27 * i) + row * u * 0.1;
                if (row == 0 || tx > s.width() * 0.5) {
                    w.table(
                            b,
                            tx,
                            w.base + u * (0.1 + 0.18 * row),
                            u * (0.18 + 0.08 * row),
                            u * (0.1 + 0.05 * row),
                            Material.WOOD);
                }
            }
        }
    }

    public static void cellar(Stage s) {
        double u = s.unit();
        Walls w = new Walls(s, Material.ROCK, Material.ROCK);
        for (int row = 0; row < 11; row++) {
            for (double x = s.left() + (row % 2) * u * 0.06; x < s.right(); x += u * 0.12) {
                w.back.raw(
                        Shapes.box(x, w.base - (row + 1) * u * 0.065, u * 0.115, u * 0.06),
                        w.back.colour(Material.ROCK, w.r.nextDouble() * 0.7),
                        0.5);
            }
        }
        w.gloom(1);
        double x = s.width() * 0.64;
        w.window(x, w.base - u * 0.46, u * 0.16, u * 0.12, 4);
        for (int i = 0; i < 3; i++) {
            double bx = s.width() * 0.84 + i * u * 0.13;
            w.mid.body(
                    Shapes.blob(
                            bx - u * 0.05,
                            w.base + u * 0.1,
                            bx - u * 0.07,
                            w.base,
                            bx - u * 0.05,
                            w.base - u * 0.1,
                            bx + u * 0.05,
                            w.base - u * 0.1,
                            bx + u * 0.07,
                            w.base,
                            bx + u * 0.05,
                            w.base + u * 0.1),
                    Material.WOOD,
                    u * 0.04);
            w.mid.raw(
                    Shapes.box(bx - u * 0.065, w.base - u * 0.04, u * 0.13, u * 0.012),
                    w.mid.colour(Material.METAL, 0.3),
                    0.9);
        }
        double cx = s.width() * 0.12;
        w.near.raw(
                Shapes.box(cx - u * 0.01, w.base - u * 0.26, u * 0.02, u * 0.08),
                w.near.colour(Material.DARK_WOOD, 0.4),
                1);
        w.near.raw(
                Shapes.blob(
                        cx - u * 0.012,
                        w.base - u * 0.26,
                        cx,
                        w.base - u * 0.32,
                        cx + u * 0.012,
                        w.base - u * 0.26,
                        cx,
                        w.base - u * 0.245),
                0xffe0a0,
                1);
        s.glow(cx, w.base - u * 0.28, u * 0.42, s.tone().lamp(), 0.65, Living.Flicker.FIRE, 0.96);
    }
}
