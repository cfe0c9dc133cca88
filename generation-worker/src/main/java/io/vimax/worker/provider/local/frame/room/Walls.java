package io.vimax.worker.provider.local.frame.room;

import io.vimax.worker.provider.local.frame.land.Material;
import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Living;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Stage;
import java.awt.Shape;
import java.util.Random;

/** The shell of a room: back wall, floor, ceiling, a window with the weather outside, and the light it lets in. */
final class Walls {
    final Stage s;
    final double u;
    /** Where the back wall meets the floor. */
    final double base;
    /** Where the back wall meets the ceiling. */
    final double top;

    final Brush back;
    final Brush mid;
    final Brush near;
    final Random r;

    Walls(Stage s, int wall, int floor) {
        this.s = s;
        this.u = s.unit();
        this.base = s.horizon() + u * 0.1;
        this.top = base - u * (s.height() > s.width() ? 0.95 : 0.66);
        this.r = s.set();
        this.back = s.layer(0.5).at(0.97);
        double l = s.left();
        double w = s.right() - l;
        int lit = back.colour(wall, 0.55);
        int low = back.colour(wall, 0.25);
        back.fall(
                Shapes.box(l, s.top(), w, base - s.top()),
                Colour.mix(lit, s.tone().ink(), 0.28),
                lit,
                top - u * 0.2,
                base);
        back.glow(
                s.width() * 0.55,
                base - u * 0.25,
                u * 0.75,
                Colour.mix(s.tone().lamp(), back.colour(wall, 1), 0.5),
                s.tone().hour().dark() ? 0.22 : 0.12);
        back.veil(Shapes.box(l, s.top(), w, base - s.top()), low, 0.5, base - u * 0.25, base);
        back.fall(
                Shapes.box(l, base, w, s.foot() - base),
                back.colour(floor, 0.6),
                Colour.mix(back.colour(floor, 0.1), s.tone().ink(), 0.5),
                base,
                s.height());
        double vx = s.width() * 0.5;
        for (int i = -16; i <= 16; i++) {
            back.raw(
                    Shapes.taper(vx + i * u * 0.07, base, u * 0.0008, vx + i * u * 0.2, s.foot(), u * 0.003),
                    back.colour(floor, 0.02),
                    0.4);
        }
        back.raw(Shapes.box(l, base - u * 0.022, w, u * 0.024), back.colour(wall, 0.85), 0.6);
        this.mid = s.layer(0.78).at(0.99);
        this.near = s.layer(0.95).at(1);
    }

    /** Darkens both ends of the room so that the middle holds the eye. */
    void gloom(double strength) {
        for (int i = 0; i < 14; i++) {
            double t = i / 14.0;
            double w = s.width() * 0.26 * (1 - t);
            back.raw(
                    Shapes.box(s.left(), s.top(), -s.left() + w, s.foot() - s.top()),
                    s.tone().ink(),
                    strength / 19);
            back.raw(
                    Shapes.box(s.width() - w, s.top(), s.right(), s.foot() - s.top()),
                    s.tone().ink(),
                    strength / 19);
        }
    }

    void window(double x, double y, double w, double h, int bars) {
        Shape frame = Shapes.box(x - w * 0.55, y - h * 0.54, w * 1.1, h * 1.08);
        back.form(frame, Material.WOOD, 0.8, 0.5);
        Shape pane = Shapes.box(x - w / 2, y - h / 2, w, h);
        back.fall(pane, s.tone().skyTop(), s.tone().skyLow(), y - h * 0.7, y + h * 0.45);
        back.raw(
                Shapes.within(
                        pane,
                        Shapes.blob(
                                x - w,
                                y + h * 0.4,
                                x - w * 0.3,
                                y + h * 0.2,
                                x + w * 0.2,
                                y + h * 0.3,
                                x + w,
                                y + h * 0.16,
                                x + w,
                                y + h,
                                x - w,
                                y + h)),
                Colour.mix(s.tone().skyLow(), s.tone().skyTop(), 0.7),
                0.9);
        if (s.tone().hour().dark()) {
            back.raw(
                    Shapes.within(pane, Shapes.oval(x + w * 0.2, y - h * 0.22, h * 0.06, h * 0.06)),
                    s.tone().key(),
                    0.9);
        }
        for (int i = 1; i < bars; i++) {
            back.raw(
                    Shapes.box(x - w / 2 + w * i / bars - u * 0.004, y - h / 2, u * 0.008, h),
                    back.colour(Material.WOOD, 0.5),
                    1);
        }
        back.raw(Shapes.box(x - w / 2, y - h * 0.04, w, u * 0.008), back.colour(Material.WOOD, 0.5), 1);
        back.form(Shapes.box(x - w * 0.6, y + h * 0.52, w * 1.2, u * 0.018), Material.WOOD, 0.9, 0.5);
        double dark = s.tone().hour().dark() ? 0.16 : 0.3;
        int light = Colour.mix(s.tone().skyLow(), 0xfff4dc, 0.3);
        back.glow(x, y, Math.max(w, h) * 1.1, light, 0.3);
        double side = x > s.width() / 2.0 ? 1 : -1;
        s.add(new Living.Shaft(
                s.frameX(x, y),
                s.frameY(y - h * 0.2),
                Math.PI / 2 + 0.62 * (s.frameX(1, 0) > s.frameX(0, 0) ? side : -side),
                0.2,
                u * 0.95,
                light,
                dark,
                0.8));
        back.in(x - side * u * 0.3, base + u * 0.14, 1, 0.26, k -> k.glow(0, 0, u * 0.3, light, dark * 1.4));
        s.add(new Living.Motes(
                s.frameX(x - side * u * 0.2, 0),
                s.frameY(y + h * 0.4),
                u * 0.26,
                u * 0.24,
                22,
                u * 0.0016,
                u * 0.03,
                0,
                light,
                0.5,
                false,
                3,
                0.97));
    }

    void curtains(double x, double y, double w, double h, int cloth) {
        for (int side = -1; side <= 1; side += 2) {
            Shape c = Shapes.blob(
                    x + side * w * 0.38,
                    y - h * 0.62,
                    x + side * w * 0.86,
                    y - h * 0.62,
                    x + side * w * 0.84,
                    y,
                    x + side * w * 0.9,
                    y + h * 0.75,
                    x + side * w * 0.56,
                    y + h * 0.75,
                    x + side * w * 0.6,
                    y);
            back.body(c, cloth, w * 0.07, 0.4);
        }
        back.raw(Shapes.box(x - w * 0.95, y - h * 0.65, w * 1.9, u * 0.012), back.colour(Material.DARK_WOOD, 0.4), 1);
    }

    void table(Brush b, double x, double y, double w, double h, int wood) {
        b.raw(Shapes.oval(x, y + h * 0.02, w * 0.6, h * 0.1), s.tone().ink(), 0.35);
        for (int side = -1; side <= 1; side += 2) {
            b.form(
                    Shapes.taper(x + side * w * 0.44, y - h, w * 0.024, x + side * w * 0.42, y, w * 0.016),
                    wood,
                    0.5,
                    0.2);
        }
        b.form(
                Shapes.poly(
                        x - w * 0.46,
                        y - h * 1.1,
                        x + w * 0.46,
                        y - h * 1.1,
                        x + w * 0.53,
                        y - h * 0.96,
                        x - w * 0.53,
                        y - h * 0.96),
                wood,
                0.95,
                0.75);
        b.form(Shapes.box(x - w * 0.53, y - h * 0.96, w * 1.06, h * 0.09), wood, 0.45, 0.3);
    }

    void floorLamp(Brush b, double x, double y, double h) {
        b.raw(Shapes.taper(x, y, u * 0.004, x, y - h, u * 0.003), b.colour(Material.METAL, 0.2), 1);
        b.raw(Shapes.oval(x, y, u * 0.035, u * 0.008), b.colour(Material.METAL, 0.2), 1);
        shade(b, x, y - h, u * 0.055);
    }

    /** A lampshade that shines; more in the dark hours. */
    void shade(Brush b, double x, double y, double w) {
        boolean dark = s.tone().hour().dark();
        b.raw(
                Shapes.poly(
                        x - w * 0.55, y - w * 0.55, x + w * 0.55, y - w * 0.55, x + w, y + w * 0.5, x - w, y + w * 0.5),
                dark ? Colour.mix(s.tone().lamp(), 0xfff1cc, 0.45) : b.colour(Material.PAPER, 0.8),
                1);
        if (dark) {
            b.glow(x, y, w * 5.5, s.tone().lamp(), 0.42);
            s.glow(x, y, w * 5, s.tone().lamp(), 0.4, Living.Flicker.LAMP, b.depth() > 0.995 ? 0.96 : 0.79);
        }
    }

    void pendant(Brush b, double x, double y, double w) {
        b.raw(
                Shapes.box(x - u * 0.0015, s.top(), u * 0.003, y - s.top()),
                s.tone().ink(),
                0.9);
        b.raw(
                Shapes.blob(
                        x - w,
                        y + w * 0.5,
                        x - w * 0.7,
                        y - w * 0.2,
                        x,
                        y - w * 0.5,
                        x + w * 0.7,
                        y - w * 0.2,
                        x + w,
                        y + w * 0.5),
                b.colour(Material.SLATE, 0.25),
                1);
        b.raw(
                Shapes.oval(x, y + w * 0.5, w * 0.9, w * 0.16),
                Colour.mix(s.tone().lamp(), 0xfff4d6, 0.5),
                1);
        s.glow(
                x,
                y + w * 0.7,
                w * 4.5,
                s.tone().lamp(),
                s.tone().hour().dark() ? 0.45 : 0.22,
                Living.Flicker.LAMP,
                0.96);
    }

    void picture(double x, double y, double w, double h) {
        back.form(Shapes.box(x - w / 2, y - h / 2, w, h), Material.DARK_WOOD, 0.7, 0.4);
        back.fall(
                Shapes.box(x - w * 0.4, y - h * 0.4, w * 0.8, h * 0.8),
                back.colour(s.tone().look().family().second(), 0.7),
                back.colour(s.tone().look().family().light(), 0.5),
                y - h * 0.4,
                y + h * 0.4);
        back.raw(
                Shapes.within(
                        Shapes.box(x - w * 0.4, y - h * 0.4, w * 0.8, h * 0.8),
                        Shapes.oval(x - w * 0.1, y + h * 0.5, w * 0.45, h * 0.4)),
                back.colour(s.tone().look().family().middle(), 0.4),
                0.9);
    }

    void books(Brush b, double x, double y, double w, double h, int shelves) {
        b.form(Shapes.box(x - w * 0.03, y - h - w * 0.03, w * 1.06, h + w * 0.03), Material.DARK_WOOD, 0.6, 0.3);
        double row = h / shelves;
        int[] cloth = {
            0x8a3f36, 0x3f5a5c, 0xb58a4a, 0x5b4d6b, 0xd8c9a8, s.tone().accent(), 0x46583f
        };
        for (int i = 0; i < shelves; i++) {
            double foot = y - i * row - row * 0.08;
            b.raw(
                    Shapes.box(x + w * 0.02, foot - row * 0.86, w * 0.96, row * 0.86),
                    b.colour(Material.DARK_WOOD, 0.02),
                    1);
            for (double bx = x + w * 0.03; bx < x + w * 0.94; ) {
                double bw = u * (0.006 + 0.009 * r.nextDouble());
                double bh = row * (0.5 + 0.32 * r.nextDouble());
                if (r.nextDouble() < 0.9) {
                    b.form(
                            Shapes.box(bx, foot - bh, Math.min(bw, x + w * 0.96 - bx), bh),
                            cloth[r.nextInt(cloth.length)],
                            0.65,
                            0.35);
                }
                bx += bw * 1.08;
            }
        }
    }

    void rug(double x, double y, double w) {
        near.raw(
                Shapes.oval(x, y, w, w * 0.17),
                near.colour(s.tone().look().family().second(), 0.4),
                0.85);
        near.raw(
                Shapes.oval(x, y, w * 0.86, w * 0.14),
                near.colour(s.tone().look().family().light(), 0.4),
                0.5);
        near.raw(
                Shapes.oval(x, y, w * 0.8, w * 0.13),
                near.colour(s.tone().look().family().second(), 0.5),
                0.9);
    }
}
