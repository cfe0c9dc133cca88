package io.vimax.simulator.picture;

import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;

/** The sky: colours of the hour, sun or moon, stars and clouds. */
final class Heaven {

    private static final int STARS = 420;

    private Heaven() {}

    /** Where the light comes from, as a share of the width. */
    static double source(Sight sight) {
        double place = new SplittableRandom(sight.placeSeed()).nextDouble();
        return 0.18 + 0.64 * place;
    }

    static void paint(Canvas canvas, Sight sight, double horizon) {
        Light light = canvas.light();
        canvas.pen().setPaint(new LinearGradientPaint(0, 0, 0, (float) horizon, new float[] {0, 0.55f, 1}, new Color[] {
            Light.paint(light.top()), Light.paint(light.middle()), Light.paint(light.horizon())
        }));
        canvas.pen().fill(new Rectangle2D.Double(0, 0, canvas.width(), canvas.height()));
        var random = new SplittableRandom(sight.placeSeed());
        boolean night = sight.hour() == Sight.Hour.NIGHT || sight.ground() == Sight.Ground.SPACE;
        boolean open = switch (sight.sky()) {
            case CLEAR, WIND, CLOUDY, SNOW -> true;
            case RAIN, STORM, FOG -> false;
        };
        if (night && open) {
            stars(canvas, horizon, random);
        }
        double size = Math.min(canvas.width(), canvas.height()) * (night ? 0.055 : 0.045);
        double x = canvas.width() * source(sight);
        double y = horizon * Math.min(0.95, light.height() * 2);
        if (open) {
            canvas.glow(x, y, size * 13, size * 13, light.source(), night ? 60 : 130);
            canvas.glow(x, y, size * 4, size * 4, light.source(), 120);
            canvas.fill(new Ellipse2D.Double(x - size, y - size, 2 * size, 2 * size), light.source());
            if (night) {
                // The shadowed side makes it a moon.
                canvas.glow(
                        x + size * 0.4,
                        y - size * 0.1,
                        size * 0.9,
                        size * 0.9,
                        Light.mix(light.source(), 0x8890a8, 0.7),
                        110);
            }
        } else {
            canvas.glow(x, y, size * 12, size * 8, light.source(), 70);
        }
        int clouds = switch (sight.sky()) {
            case CLEAR -> night ? 2 : 4;
            case WIND -> 6;
            case SNOW, FOG -> 8;
            case CLOUDY, RAIN, STORM -> 14;
        };
        for (int cloud = 0; cloud < clouds; cloud++) {
            cloud(canvas, sight, horizon, random);
        }
    }

    private static void stars(Canvas canvas, double horizon, SplittableRandom random) {
        for (int star = 0; star < STARS; star++) {
            double deep = random.nextDouble();
            double radius = canvas.height() / 720.0 * (0.6 + 1.3 * deep * deep * deep);
            double x = random.nextDouble() * canvas.width();
            double y = Math.pow(random.nextDouble(), 1.3) * horizon * 0.92;
            canvas.fill(
                    new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius),
                    Light.mix(0xffffff, 0xbcd0ff, random.nextDouble()),
                    70 + 170 * deep);
        }
    }

    private static void cloud(Canvas canvas, Sight sight, double horizon, SplittableRandom random) {
        Light light = canvas.light();
        double depth = random.nextDouble();
        double x = (random.nextDouble() * 1.3 - 0.15) * canvas.width();
        double y = horizon * (0.08 + 0.68 * depth);
        double breadth = canvas.width() * (0.1 + 0.16 * random.nextDouble()) * (1.25 - 0.7 * depth);
        int shade = Light.mix(light.top(), 0x20242c, sight.sky() == Sight.Sky.STORM ? 0.7 : 0.25);
        int lit = Light.mix(light.source(), light.horizon(), 0.35);
        int body = sight.hour() == Sight.Hour.NIGHT ? Light.mix(light.middle(), light.horizon(), 0.5) : lit;
        for (int puff = 0; puff < 34; puff++) {
            double along = random.nextDouble() * 2 - 1;
            double size = breadth * (0.16 + 0.24 * random.nextDouble()) * (1.1 - along * along * 0.7);
            double lift = random.nextDouble() * (1 - along * along);
            double up = y - lift * breadth * 0.16;
            canvas.glow(x + along * breadth, up + size * 0.1, size, size * 0.42, shade, 26);
            canvas.glow(x + along * breadth, up, size * 0.9, size * 0.34, body, 34);
        }
    }
}
