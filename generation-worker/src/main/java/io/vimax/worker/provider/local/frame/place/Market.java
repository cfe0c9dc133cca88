package io.vimax.worker.provider.local.frame.place;

import io.vimax.worker.provider.local.frame.land.Buildings;
import io.vimax.worker.provider.local.frame.land.Material;
import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Living;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Stage;
import java.awt.Shape;
import java.util.Random;

/** Stalls under awnings and strings of lamps. */
final class Market {

    private Market() {}

    static void market(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Random r = s.set();
        Buildings.skyline(s, h + u * 0.05, 0.2, 0.45, 0.35, Material.CLOTH);
        Brush ground = s.layer(0.6);
        ground.fall(
                Shapes.box(s.left(), h + u * 0.04, s.right() - s.left(), s.foot()),
                ground.at(0.8).colour(Material.STONE, 0.7),
                Colour.mix(ground.at(1).colour(Material.EARTH, 0.2), s.tone().ink(), 0.4),
                h,
                s.height());
        int[] cloths = {
            s.tone().accent(), Material.PAPER, s.tone().look().family().second(), Material.CLOTH
        };
        for (int row = 0; row < 2; row++) {
            Brush b = s.layer(0.7 + 0.2 * row);
            double scale = 0.72 + 0.5 * row;
            for (int i = 0; i < 5; i++) {
                double x = s.width() * (0.06 + i * 0.235 + row * 0.1);
                if (row == 1 && x < s.width() * 0.56) {
                    continue;
                }
                stall(s, b, x, h + u * (0.12 + 0.1 * row), u * 0.26 * scale, cloths[r.nextInt(4)], r);
            }
        }
        for (int i = 0; i < 9; i++) {
            double x = s.width() * i / 8.0;
            double y = h - u * (0.3 - 0.06 * Math.sin(i * Math.PI / 2));
            ground.raw(
                    Shapes.oval(x, y, u * 0.017, u * 0.021),
                    Colour.mix(s.tone().lamp(), s.tone().accent(), 0.35),
                    1);
            s.glow(x, y, u * 0.1, s.tone().lamp(), s.tone().hour().dark() ? 0.5 : 0.16, Living.Flicker.LAMP, 0.61);
        }
    }

    private static void stall(Stage s, Brush b, double x, double y, double w, int cloth, Random r) {
        b.raw(Shapes.box(x - w * 0.46, y - w * 0.75, w * 0.03, w * 0.75), b.colour(Material.DARK_WOOD, 0.3), 1);
        b.raw(Shapes.box(x + w * 0.43, y - w * 0.75, w * 0.03, w * 0.75), b.colour(Material.DARK_WOOD, 0.3), 1);
        b.raw(Shapes.box(x - w * 0.45, y - w * 0.7, w * 0.9, w * 0.5), b.colour(Material.DARK_WOOD, 0.1), 0.75);
        b.form(Shapes.box(x - w * 0.48, y - w * 0.3, w * 0.96, w * 0.3), Material.WOOD, 0.6, 0.3);
        for (int i = 0; i < 12; i++) {
            int c = i % 3 == 0 ? s.tone().accent() : i % 3 == 1 ? Material.LEAF : Material.WHEAT;
            b.body(
                    Shapes.oval(
                            x - w * 0.42 + i * w * 0.076,
                            y - w * 0.33 - w * 0.02 * r.nextDouble(),
                            w * 0.05,
                            w * 0.045),
                    c,
                    w * 0.03);
        }
        Shape awning = Shapes.poly(
                x - w * 0.42,
                y - w * 0.92,
                x + w * 0.42,
                y - w * 0.92,
                x + w * 0.56,
                y - w * 0.66,
                x - w * 0.56,
                y - w * 0.66);
        b.form(awning, cloth, 0.9, 0.5);
        for (int i = 0; i < 7; i += 2) {
            double k = i / 7.0;
            b.raw(
                    Shapes.poly(
                            x - w * 0.42 + w * 0.84 * k,
                            y - w * 0.92,
                            x - w * 0.42 + w * 0.84 * (k + 1 / 7.0),
                            y - w * 0.92,
                            x - w * 0.56 + w * 1.12 * (k + 1 / 7.0),
                            y - w * 0.66,
                            x - w * 0.56 + w * 1.12 * k,
                            y - w * 0.66),
                    b.colour(Material.PAPER, 0.75),
                    0.7);
        }
        for (int i = 0; i < 7; i++) {
            b.raw(
                    Shapes.oval(x - w * 0.48 + w * 0.16 * i, y - w * 0.66, w * 0.08, w * 0.05),
                    b.colour(i % 2 == 0 ? Material.PAPER : cloth, 0.6),
                    1);
        }
        if (Buildings.lamps(s)) {
            b.glow(x, y - w * 0.5, w * 0.6, s.tone().lamp(), 0.35);
        }
    }
}
