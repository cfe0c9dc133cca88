package io.vimax.simulator.picture;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.SplittableRandom;

/** What the weather does behind the place, and what falls or drifts before it. */
final class Weathering {

    private Weathering() {}

    static void paintBehind(Canvas canvas, Sight sight, double horizon) {
        if (sight.sky() == Sight.Sky.STORM) {
            bolt(canvas, horizon, new SplittableRandom(sight.seed() ^ 0xb017));
        }
    }

    static void paint(Canvas canvas, Sight sight, double horizon) {
        var random = new SplittableRandom(sight.seed() ^ 0xa1e);
        switch (sight.sky()) {
            case RAIN -> rain(canvas, random, 700);
            case STORM -> rain(canvas, random, 1_000);
            case SNOW -> snow(canvas, random);
            case FOG -> fog(canvas, horizon, random);
            case WIND -> wind(canvas, random);
            case CLEAR, CLOUDY -> {}
        }
    }

    private static void rain(Canvas canvas, SplittableRandom random, int drops) {
        for (int drop = 0; drop < drops; drop++) {
            double near = random.nextDouble();
            double length = canvas.height() * (0.015 + 0.05 * near);
            double x = random.nextDouble() * canvas.width() * 1.1;
            double y = random.nextDouble() * canvas.height();
            canvas.pen().setStroke(new BasicStroke((float) (canvas.height() * (0.0007 + 0.0012 * near))));
            canvas.pen().setPaint(Light.paint(0xdfe8f2, 26 + 46 * near));
            canvas.pen().draw(new Line2D.Double(x, y, x - length * 0.25, y + length));
        }
    }

    private static void bolt(Canvas canvas, double horizon, SplittableRandom random) {
        double x = canvas.width() * (0.3 + 0.4 * random.nextDouble());
        var path = new Path2D.Double();
        path.moveTo(x, 0);
        double y = 0;
        while (y < horizon) {
            x += canvas.width() * 0.03 * (random.nextDouble() - 0.5) * 2;
            y += horizon * (0.05 + 0.07 * random.nextDouble());
            path.lineTo(x, y);
        }
        canvas.glow(x, horizon * 0.5, canvas.width() * 0.3, horizon * 0.8, 0xb9c4ff, 60);
        for (float thick : new float[] {0.012f, 0.006f, 0.002f}) {
            canvas.pen()
                    .setStroke(new BasicStroke(canvas.height() * thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            canvas.pen().setPaint(Light.paint(0xe6ebff, thick > 0.01f ? 26 : thick > 0.004f ? 70 : 235));
            canvas.pen().draw(path);
        }
    }

    private static void snow(Canvas canvas, SplittableRandom random) {
        for (int flake = 0; flake < 520; flake++) {
            double near = random.nextDouble();
            double size = canvas.height() * (0.001 + 0.005 * near * near * near);
            double x = random.nextDouble() * canvas.width();
            double y = random.nextDouble() * canvas.height();
            canvas.fill(new Ellipse2D.Double(x - size, y - size, 2 * size, 2 * size), 0xffffff, 200 - 90 * near);
        }
    }

    private static void fog(Canvas canvas, double horizon, SplittableRandom random) {
        for (int band = 0; band < 26; band++) {
            double y = horizon * 0.75 + random.nextDouble() * canvas.height() * 0.45;
            canvas.glow(
                    random.nextDouble() * canvas.width(),
                    y,
                    canvas.width() * (0.25 + 0.3 * random.nextDouble()),
                    canvas.height() * (0.03 + 0.05 * random.nextDouble()),
                    Light.mix(canvas.light().horizon(), 0xffffff, 0.3),
                    52);
        }
    }

    private static void wind(Canvas canvas, SplittableRandom random) {
        for (int leaf = 0; leaf < 40; leaf++) {
            double near = random.nextDouble();
            double size = canvas.height() * (0.002 + 0.006 * near);
            double x = random.nextDouble() * canvas.width();
            double y = canvas.height() * (0.3 + 0.6 * random.nextDouble());
            canvas.fill(
                    new Ellipse2D.Double(x, y, size * 2.6, size), canvas.light().near(), 150);
        }
    }
}
