package io.vimax.simulator.picture;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;

/** Rows of houses, with lamps behind their windows when it is dark. */
final class Town {

    private final Canvas canvas;
    private final Sight sight;
    private final double horizon;
    private final SplittableRandom random;

    Town(Canvas canvas, Sight sight, double horizon, SplittableRandom random) {
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
        boolean lamps =
                sight.hour() == Sight.Hour.NIGHT || sight.hour() == Sight.Hour.DUSK || sight.hour() == Sight.Hour.DAWN;
        for (int row = 0; row < 4; row++) {
            double distance = 0.82 - row * 0.24;
            double foot = horizon + height * (0.05 + row * 0.1);
            double x = -canvas.width() * 0.02;
            while (x < canvas.width()) {
                double wide = canvas.width() * (0.03 + 0.035 * random.nextDouble()) * (1 + row * 0.35);
                double middle = (x + wide / 2) / canvas.width() - 0.5;
                boolean street = row == 3 && Math.abs(middle) < 0.26;
                double tall =
                        height * (0.1 + 0.24 * random.nextDouble()) * (1 + row * 0.22) * (0.75 + Math.abs(middle));
                if (!street) {
                    house(x, foot, wide, tall, distance, lamps);
                }
                x += wide * (1.0 + 0.06 * random.nextDouble());
            }
            canvas.fadeBelow(foot - 1, height, light().at(distance), 255, light().at(distance * 0.7), 255);
        }
        canvas.fadeBelow(height * 0.86, height, light().at(0.2), 0, light().near(), 255);
        if (lamps) {
            for (int lamp = 0; lamp < 5; lamp++) {
                double x = canvas.width() * (0.12 + 0.19 * lamp);
                canvas.glow(x, height * 0.9, canvas.width() * 0.09, height * 0.025, 0xffc46b, 70);
            }
        }
    }

    private void house(double x, double foot, double wide, double tall, double distance, boolean lamps) {
        double top = foot - tall;
        int colour = light().at(distance);
        canvas.fill(new Rectangle2D.Double(x, top, wide, canvas.height() - top), colour);
        if (random.nextInt(3) == 0) {
            var roof = new Path2D.Double();
            roof.moveTo(x, top + 1);
            roof.lineTo(x + wide / 2, top - wide * 0.35);
            roof.lineTo(x + wide, top + 1);
            roof.closePath();
            canvas.fill(roof, colour);
        }
        double cell = canvas.height() * 0.024 * (1.35 - distance * 0.6);
        for (double y = top + cell * 0.7; y < foot + tall * 0.2; y += cell * 1.5) {
            for (double at = x + cell * 0.5; at < x + wide - cell * 0.6; at += cell * 1.15) {
                boolean lit = lamps && random.nextDouble() < 0.36;
                int glass = lit ? 0xffcf7a : Light.mix(colour, light().horizon(), 0.16);
                canvas.fill(
                        new Rectangle2D.Double(at, y, cell * 0.52, cell * 0.8),
                        glass,
                        lit ? 235 - 110 * distance : 150);
            }
        }
    }
}
