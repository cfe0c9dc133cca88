package io.vimax.simulator.picture;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** Water with the light on it, a cliff, and what stands on one: a lighthouse, a boat below. */
final class Coast {

    private final Canvas canvas;
    private final Sight sight;
    private final double horizon;
    private final SplittableRandom random;

    Coast(Canvas canvas, Sight sight, double horizon, SplittableRandom random) {
        this.canvas = canvas;
        this.sight = sight;
        this.horizon = horizon;
        this.random = random;
    }

    private Light light() {
        return canvas.light();
    }

    void paint() {
        double height = canvas.height();
        canvas.layer(horizon - height * 0.01, height * 0.035, 0.5, 3, 0.82, random);
        int deep = Light.mix(light().top(), light().near(), 0.45);
        canvas.fadeBelow(horizon, height, Light.mix(light().horizon(), light().middle(), 0.45), 255, deep, 255);
        // The light lies on the water in short strokes, wider towards the eye.
        double x = canvas.width() * Heaven.source(sight);
        for (int stroke = 0; stroke < 900; stroke++) {
            double near = Math.pow(random.nextDouble(), 1.6);
            double y = horizon + near * (height - horizon);
            double spread = canvas.width() * (0.03 + 0.16 * near);
            double at = x + (random.nextDouble() + random.nextDouble() - 1) * spread;
            double length = canvas.width() * (0.004 + 0.02 * near) * random.nextDouble();
            double thick = height * (0.0008 + 0.0022 * near);
            canvas.fill(
                    new Ellipse2D.Double(at - length, y, 2 * length, thick),
                    light().source(),
                    60 + 90 * random.nextDouble());
        }
        for (int wave = 0; wave < 260; wave++) {
            double near = random.nextDouble();
            double y = horizon + near * near * (height - horizon);
            double length = canvas.width() * (0.01 + 0.07 * near) * random.nextDouble();
            double at = random.nextDouble() * canvas.width();
            int colour = random.nextBoolean() ? light().horizon() : light().near();
            canvas.fill(new Ellipse2D.Double(at - length, y, 2 * length, height * (0.001 + 0.003 * near)), colour, 34);
        }
        if (sight.boat()) {
            boat(canvas.width() * (x > canvas.width() / 2.0 ? 0.3 : 0.68), horizon + height * 0.06, height * 0.09);
        }
        boolean left = x > canvas.width() / 2.0;
        DoubleUnaryOperator rock = canvas.hills(0, height * 0.03, 0.6, 7, random);
        DoubleUnaryOperator cliff = at -> {
            double share = left ? at / canvas.width() : 1 - at / canvas.width();
            return height * (0.69 + 0.5 * Math.pow(Math.max(0, share - 0.1), 1.15)) + rock.applyAsDouble(at);
        };
        canvas.fade(canvas.below(cliff), height * 0.66, height, light().at(0.12), 255, light().near(), 255);
        if (sight.lighthouse()) {
            double at = canvas.width() * (left ? 0.14 : 0.86);
            lighthouse(at, cliff.applyAsDouble(at) + height * 0.01, height * 0.4, left);
        }
    }

    private void boat(double x, double y, double size) {
        var hull = new Path2D.Double();
        hull.moveTo(x - size * 0.75, y - size * 0.06);
        hull.quadTo(x, y + size * 0.34, x + size * 0.8, y - size * 0.1);
        hull.closePath();
        canvas.fill(hull, light().near());
        var sail = new Path2D.Double();
        sail.moveTo(x + size * 0.04, y - size * 1.3);
        sail.quadTo(x + size * 0.7, y - size * 0.6, x + size * 0.62, y - size * 0.18);
        sail.lineTo(x + size * 0.04, y - size * 0.16);
        sail.closePath();
        canvas.fill(sail, Light.mix(light().near(), light().source(), 0.55));
        canvas.fill(new Rectangle2D.Double(x - size * 0.01, y - size * 1.34, size * 0.035, size * 1.3), light().near());
        canvas.glow(x, y + size * 0.3, size, size * 0.12, light().near(), 120);
    }

    private void lighthouse(double x, double foot, double tall, boolean beamToTheRight) {
        double half = tall * 0.085;
        double top = foot - tall;
        if (sight.hour() != Sight.Hour.DAY && sight.hour() != Sight.Hour.MORNING) {
            double way = beamToTheRight ? 1 : -1;
            for (int ray = 0; ray < 6; ray++) {
                var beam = new Path2D.Double();
                beam.moveTo(x, top - tall * 0.05);
                beam.lineTo(x + way * canvas.width(), top - tall * (0.55 - 0.06 * ray));
                beam.lineTo(x + way * canvas.width(), top + tall * (0.16 - 0.06 * ray));
                beam.closePath();
                canvas.fill(beam, 0xffedb0, 9);
            }
            canvas.glow(x, top - tall * 0.05, tall * 0.5, tall * 0.5, 0xffe9a8, 170);
        }
        for (int band = 0; band < 6; band++) {
            double upper = top + tall * band / 6;
            double lower = top + tall * (band + 1) / 6;
            var stone = new Path2D.Double();
            double wide = half * (0.62 + 0.38 * band / 6);
            double wider = half * (0.62 + 0.38 * (band + 1) / 6);
            stone.moveTo(x - wide, upper);
            stone.lineTo(x + wide, upper);
            stone.lineTo(x + wider, lower + 1);
            stone.lineTo(x - wider, lower + 1);
            stone.closePath();
            canvas.fill(stone, Light.mix(light().near(), band % 2 == 0 ? 0xe8e2d4 : 0xa8342c, 0.6));
            canvas.pen().setClip(stone);
            canvas.glow(x - half * (beamToTheRight ? 0.9 : -0.9), (upper + lower) / 2, half, tall, light().near(), 150);
            canvas.pen().setClip(null);
        }
        canvas.fill(
                new Rectangle2D.Double(x - half * 0.9, top - tall * 0.012, half * 1.8, tall * 0.024), light().near());
        canvas.fill(new Rectangle2D.Double(x - half * 0.45, top - tall * 0.09, half * 0.9, tall * 0.08), 0xffe6a0);
        var roof = new Path2D.Double();
        roof.moveTo(x - half * 0.65, top - tall * 0.085);
        roof.lineTo(x, top - tall * 0.16);
        roof.lineTo(x + half * 0.65, top - tall * 0.085);
        roof.closePath();
        canvas.fill(roof, light().near());
    }
}
