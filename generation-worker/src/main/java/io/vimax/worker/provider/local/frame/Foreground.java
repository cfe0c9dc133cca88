package io.vimax.worker.provider.local.frame;

import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Sheet;
import io.vimax.worker.provider.local.frame.paint.Stage;
import java.util.Random;

/** Something dark and out of focus at the edge of the frame: it gives depth and holds the eye in. */
final class Foreground {
    private Foreground() {}

    /** @param side the side of the frame that is free of people */
    static void frame(Stage s, boolean interior, double side) {
        Random r = s.shot();
        Brush b = s.frameLayer(1.25, new Sheet.Motion.Still());
        double u = s.unit();
        int ink = s.tone().ink();
        double edge = side > 0 ? s.width() : 0;
        if (interior) {
            if (r.nextBoolean()) {
                b.raw(
                        Shapes.box(side > 0 ? s.width() - u * 0.1 : -u * 0.5, -u * 0.5, u * 0.6, s.height() + u),
                        ink,
                        0.96);
            } else {
                b.raw(
                        Shapes.blob(
                                edge + side * u * 0.3,
                                s.height() - u * 0.16,
                                edge,
                                s.height() - u * 0.2,
                                edge - side * u * 0.22,
                                s.height() - u * 0.1,
                                edge - side * u * 0.3,
                                s.height() + u * 0.2,
                                edge + side * u * 0.3,
                                s.height() + u * 0.2),
                        ink,
                        0.96);
            }
            return;
        }
        if (r.nextBoolean()) {
            branch(b, edge, side, u, ink, r);
        } else {
            for (int i = 0; i < 46; i++) {
                double x = edge - side * u * 0.55 * Math.pow(r.nextDouble(), 1.6) + side * u * 0.06;
                double h = u * (0.08 + 0.2 * r.nextDouble()) * (1 - Math.abs(x - edge) / (u * 0.75));
                double lean = (r.nextDouble() - 0.5) * h * 0.9;
                b.raw(
                        Shapes.blob(
                                x - h * 0.03,
                                s.height() + u * 0.1,
                                x + lean * 0.3,
                                s.height() - h * 0.5,
                                x + lean,
                                s.height() - h,
                                x + lean * 0.36,
                                s.height() - h * 0.48,
                                x + h * 0.04,
                                s.height() + u * 0.1),
                        ink,
                        0.95);
            }
        }
    }

    private static void branch(Brush b, double edge, double side, double u, int ink, Random r) {
        double x = edge + side * u * 0.1;
        double y = u * 0.02;
        for (int i = 0; i < 3; i++) {
            double ex = edge - side * u * (0.22 + 0.14 * i);
            double ey = u * (0.2 - 0.06 * i + 0.05 * r.nextDouble());
            b.raw(
                    Shapes.stroke(
                            Shapes.line(x, y, (x + ex) / 2, (y + ey) / 2 - u * 0.03, ex, ey), u * (0.011 - 0.002 * i)),
                    ink,
                    0.95);
            for (int k = 0; k < 16; k++) {
                double t = 0.25 + 0.75 * r.nextDouble();
                double lx = x + (ex - x) * t;
                double ly = y + (ey - y) * t - u * 0.02 * Math.sin(t * 3);
                double a = r.nextDouble() * Math.PI * 2;
                double size = u * (0.025 + 0.03 * r.nextDouble());
                b.turned(
                        lx,
                        ly,
                        a,
                        leaf -> leaf.raw(
                                Shapes.blob(0, 0, size * 0.5, -size * 0.22, size, 0, size * 0.5, size * 0.22),
                                ink,
                                0.93));
            }
        }
    }
}
