package io.vimax.worker.provider.local.frame.room;

import io.vimax.worker.provider.local.frame.land.Material;
import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Living;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Stage;

/** A room looked down into: the floor fills the frame. */
public final class Overhead {

    private Overhead() {}

    /** A room looked down into: the floor fills the frame. */
    public static void paint(Stage s) {
        double u = s.unit();
        s.horizon(-u * 0.1);
        Brush b = s.layer(0.6).at(0.98);
        double top = s.height() * 0.2;
        b.fall(
                Shapes.box(s.left(), s.top(), s.right() - s.left(), s.foot() - s.top()),
                b.colour(Material.WOOD, 0.5),
                b.colour(Material.WOOD, 0.28),
                top,
                s.height());
        double vx = s.width() * 0.5;
        for (int i = -12; i <= 12; i++) {
            b.raw(
                    Shapes.taper(vx + i * u * 0.12, top, u * 0.001, vx + i * u * 0.19, s.foot(), u * 0.0025),
                    b.colour(Material.DARK_WOOD, 0.05),
                    0.5);
        }
        b.form(Shapes.box(s.left(), s.top(), s.right() - s.left(), top - s.top()), Material.CLOTH, 0.15, 0.5);
        b.raw(Shapes.box(s.left(), top - u * 0.02, s.right() - s.left(), u * 0.02), b.colour(Material.WOOD, 0.8), 1);
        b.raw(
                Shapes.oval(vx - u * 0.1, s.height() * 0.62, u * 0.5, u * 0.27),
                b.colour(s.tone().look().family().second(), 0.4),
                0.9);
        b.raw(
                Shapes.oval(vx - u * 0.1, s.height() * 0.62, u * 0.43, u * 0.225),
                b.colour(s.tone().look().family().light(), 0.35),
                0.5);
        b.raw(
                Shapes.oval(vx - u * 0.1, s.height() * 0.62, u * 0.4, u * 0.21),
                b.colour(s.tone().look().family().second(), 0.5),
                1);
        Brush n = s.layer(0.9).at(1);
        double tx = s.width() * 0.76;
        double ty = s.height() * 0.44;
        n.raw(
                Shapes.poly(
                        tx - u * 0.2,
                        ty + u * 0.08,
                        tx + u * 0.24,
                        ty + u * 0.08,
                        tx + u * 0.28,
                        ty + u * 0.3,
                        tx - u * 0.26,
                        ty + u * 0.3),
                s.tone().ink(),
                0.35);
        n.form(
                Shapes.poly(
                        tx - u * 0.2,
                        ty - u * 0.08,
                        tx + u * 0.2,
                        ty - u * 0.08,
                        tx + u * 0.24,
                        ty + u * 0.14,
                        tx - u * 0.24,
                        ty + u * 0.14),
                Material.WOOD,
                0.95,
                0.7);
        n.form(Shapes.box(tx - u * 0.24, ty + u * 0.14, u * 0.48, u * 0.022), Material.DARK_WOOD, 0.4, 0.2);
        n.raw(
                Shapes.poly(
                        tx - u * 0.1,
                        ty,
                        tx + u * 0.02,
                        ty - u * 0.02,
                        tx + u * 0.05,
                        ty + u * 0.06,
                        tx - u * 0.09,
                        ty + u * 0.08),
                n.colour(Material.PAPER, 0.9),
                1);
        n.raw(
                Shapes.oval(tx + u * 0.14, ty, u * 0.03, u * 0.02),
                n.colour(s.tone().accent(), 0.7),
                1);
        s.add(new Living.Shaft(
                s.frameX(s.width() * 0.2, 0),
                s.frameY(-u * 0.2),
                Math.PI / 2 - 0.5 * (s.frameX(1, 0) > s.frameX(0, 0) ? 1 : -1),
                0.22,
                u * 1.3,
                Colour.mix(s.tone().skyLow(), s.tone().key(), 0.5),
                0.32,
                0.95));
        s.glow(
                tx + u * 0.14,
                ty,
                u * 0.4,
                s.tone().lamp(),
                s.tone().hour().dark() ? 0.5 : 0.15,
                Living.Flicker.LAMP,
                0.96);
    }
}
