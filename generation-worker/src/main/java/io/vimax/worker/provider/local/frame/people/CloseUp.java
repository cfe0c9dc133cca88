package io.vimax.worker.provider.local.frame.people;

import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Living;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Sheet;
import io.vimax.worker.provider.local.frame.paint.Stage;
import java.util.List;

/** A detail shot: one thing, large, in a hand or on a surface. */
record CloseUp(Stage s, Thing thing, List<Costume> costumes, boolean interior, double side) {

    Cast.Focus paint() {
        double u = s.unit();
        double x = s.width() * (0.5 + side * 0.07);
        double y = s.height() * 0.5;
        double size = u * (thing.held() ? 0.46 : 0.62) * (thing.size() > 0.8 ? 0.75 : 1);
        s.add(new Living.Glow(
                x, y, size * 1.5, Colour.mix(s.tone().lamp(), s.tone().key(), 0.5), 0.2, Living.Flicker.LAMP, 0, 0.96));
        Brush painted = s.frameLayer(1, new Sheet.Motion.Breathe(x, s.height(), 0.004, 1));
        Brush b = new Brush(painted.g(), s.tone().onPeople(), painted.depth(), painted.lightFrom());
        if (thing.held() && !costumes.isEmpty()) {
            hand(b, x, y + size * (thing.name().equals("key") ? 0.24 : 0.42), size, costumes.get(0));
        } else {
            Brush t = s.frameLayer(0.97, new Sheet.Motion.Still());
            double edge = y + size * (thing.held() ? 0.48 : 0.5);
            t.fall(
                    Shapes.box(-u, edge - size * 0.1, s.width() + u * 2, s.height() * 1.2 - edge),
                    t.colour(interior ? 0x8d6544 : 0x77706a, 0.75),
                    Colour.mix(t.colour(0x55392a, 0.1), s.tone().ink(), 0.5),
                    edge - size * 0.1,
                    s.height());
            t.raw(
                    Shapes.oval(x - s.lightFrom() * size * 0.12, edge, size * 0.5, size * 0.075),
                    s.tone().ink(),
                    0.55);
            for (int i = 0; i < 9; i++) {
                double yy = edge + u * 0.05 * i * (0.4 + 0.1 * i);
                t.raw(
                        Shapes.box(-u, yy, s.width() + u * 2, u * (0.001 + 0.0006 * i)),
                        s.tone().ink(),
                        0.3);
            }
        }
        b.in(x, y, side < 0 ? size : -size, size, thing.paint());
        Cast.shine(s, thing, x, y, size);
        return new Cast.Focus(x, y);
    }

    /** A sleeve from the corner and fingers around the thing. */
    private void hand(Brush b, double x, double y, double size, Costume c) {
        double sx = x + side * size * 0.9;
        double sy = s.height() * 1.12;
        b.body(
                Shapes.taper(sx, sy, size * 0.34, x + side * size * 0.2, y + size * 0.28, size * 0.22),
                c.cloth(),
                size * 0.16);
        b.body(
                Shapes.taper(
                        x + side * size * 0.26,
                        y + size * 0.34,
                        size * 0.24,
                        x + side * size * 0.19,
                        y + size * 0.24,
                        size * 0.23),
                c.trim(),
                size * 0.1);
        b.form(
                Shapes.blob(
                        x + side * size * 0.34,
                        y + size * 0.3,
                        x + side * size * 0.26,
                        y - size * 0.02,
                        x,
                        y - size * 0.12,
                        x - side * size * 0.26,
                        y - size * 0.03,
                        x - side * size * 0.2,
                        y + size * 0.12,
                        x + side * size * 0.05,
                        y + size * 0.3),
                c.skin(),
                0.75,
                0.4);
        for (int i = 0; i < 4; i++) {
            double fx = x - side * size * (0.02 + 0.075 * i) + side * size * 0.02;
            b.body(
                    Shapes.limb(
                            fx + side * size * 0.1,
                            y + size * 0.1,
                            size * 0.05,
                            fx,
                            y + size * (0.02 + 0.01 * i),
                            size * 0.047,
                            fx - side * size * 0.05,
                            y + size * 0.1,
                            size * 0.04),
                    c.skin(),
                    size * 0.03,
                    0.4);
        }
    }
}
