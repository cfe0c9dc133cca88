package io.vimax.worker.provider.local.frame.land;

import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Living;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Stage;
import java.awt.Shape;
import java.util.Random;

/** The sky where there is no air: stars, mist of stars, a planet with a ring. */
public final class Heavens {

    private Heavens() {}

    public static void paint(Stage s) {
        double u = s.unit();
        double h = s.horizon();
        Random r = s.set();
        Brush b = s.layer(0.03);
        b.fall(
                Shapes.box(s.left(), s.top(), s.right() - s.left(), s.foot() - s.top()),
                Colour.mix(s.tone().look().family().shadow(), 0x050816, 0.6),
                Colour.mix(
                        s.tone().look().family().shadow(),
                        s.tone().look().family().middle(),
                        0.3),
                s.top(),
                s.foot());
        for (int i = 0; i < 9; i++) {
            b.glow(
                    s.width() * r.nextDouble(),
                    h - u * (r.nextDouble() * 0.6),
                    u * (0.2 + 0.3 * r.nextDouble()),
                    i % 2 == 0 ? s.tone().look().family().middle() : s.tone().accent(),
                    0.13);
        }
        java.util.List<Living.Dot> dots = new java.util.ArrayList<>();
        for (int i = 0; i < 240; i++) {
            dots.add(new Living.Dot(
                    s.frameX(s.left() + (s.right() - s.left()) * r.nextDouble(), 0),
                    s.frameY(s.top() + (s.foot() - s.top()) * r.nextDouble()),
                    u * (0.0007 + 0.0018 * Math.pow(r.nextDouble(), 5)),
                    r.nextDouble() * 6));
        }
        s.add(new Living.Stars(dots, 0xf6f3e8, 0.05));
        Brush p = s.layer(0.15);
        double x = s.width() * 0.69;
        double y = h - u * 0.25;
        double radius = u * 0.24;
        Shape planet = Shapes.oval(x, y, radius, radius);
        int sea = Colour.mix(
                s.tone().look().family().second(), s.tone().look().family().middle(), 0.4);
        p.glow(x, y, radius * 1.5, s.tone().look().family().second(), 0.35);
        p.raw(planet, sea, 1);
        for (int i = 0; i < 9; i++) {
            double by = y - radius + radius * 2 * (i + 0.5) / 9;
            p.raw(
                    Shapes.within(
                            Shapes.blob(
                                    x - radius * 1.2,
                                    by,
                                    x - radius * 0.2,
                                    by - radius * 0.07 * r.nextDouble(),
                                    x + radius * 1.2,
                                    by + radius * 0.05,
                                    x,
                                    by + radius * 0.09),
                            planet),
                    i % 2 == 0 ? s.tone().look().family().light() : s.tone().accent(),
                    0.28);
        }
        p.raw(
                Shapes.without(planet, Shapes.moved(planet, s.setLight() * radius * 0.5, -radius * 0.2)),
                s.tone().look().family().shadow(),
                0.8);
        Shape ring = Shapes.without(
                Shapes.oval(0, 0, radius * 1.75, radius * 0.36), Shapes.oval(0, 0, radius * 1.4, radius * 0.25));
        p.turned(x, y, -0.28, k -> {
            k.raw(
                    Shapes.without(ring, Shapes.box(-radius * 0.96, -radius, radius * 1.92, radius)),
                    s.tone().look().family().light(),
                    0.75);
            k.raw(
                    Shapes.without(
                            Shapes.within(ring, Shapes.box(-radius * 2, -radius, radius * 4, radius)),
                            Shapes.oval(0, 0, radius, radius)),
                    s.tone().look().family().light(),
                    0.5);
        });
    }
}
