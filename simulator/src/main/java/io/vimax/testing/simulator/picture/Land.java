package io.vimax.testing.simulator.picture;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** The ground of a place, from far to near; each layer is nearer to the colour of what stands against the light. */
final class Land {

    private final Canvas canvas;
    private final Sight sight;
    private final double horizon;
    private final SplittableRandom random;

    private Land(Canvas canvas, Sight sight, double horizon) {
        this.canvas = canvas;
        this.sight = sight;
        this.horizon = horizon;
        this.random = new SplittableRandom(sight.placeSeed() ^ 0x5eed);
    }

    static void paint(Canvas canvas, Sight sight, double horizon) {
        var land = new Land(canvas, sight, horizon);
        switch (sight.ground()) {
            case SEA -> land.sea();
            case FOREST -> land.forest();
            case MOUNTAIN -> land.mountains();
            case CITY -> land.city();
            case DESERT -> land.desert();
            case SPACE -> land.planet();
            case FIELD -> land.field();
        }
    }

    private Light light() {
        return canvas.light();
    }

    /** A layer of hills with mist at its foot. */
    private DoubleUnaryOperator layer(double level, double lift, double roughness, int waves, double distance) {
        DoubleUnaryOperator line = canvas.hills(level, lift, roughness, waves, random);
        int colour = light().at(distance);
        int mist = Light.mix(colour, light().horizon(), 0.45 * (0.35 + distance));
        canvas.fade(canvas.below(line), level - lift, level + canvas.height() * 0.2, colour, 255, mist, 255);
        return line;
    }

    private void sea() {
        double height = canvas.height();
        layer(horizon - height * 0.01, height * 0.035, 0.5, 3, 0.82);
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

    private void forest() {
        double height = canvas.height();
        layer(horizon, height * 0.09, 0.5, 2, 0.85);
        for (int row = 0; row < 4; row++) {
            double distance = 0.68 - row * 0.2;
            double level = horizon + height * (0.03 + row * 0.085);
            DoubleUnaryOperator line = layer(level, height * 0.03, 0.45, 3, distance);
            int trees = 46 - row * 9;
            for (int tree = 0; tree < trees; tree++) {
                double x = (tree + random.nextDouble()) / trees * canvas.width();
                // A path stays open in the middle, wider towards the eye.
                boolean onPath = row > 1 && Math.abs(x / canvas.width() - 0.5) < 0.07 * row;
                if (!onPath) {
                    conifer(
                            x,
                            line.applyAsDouble(x) + height * 0.02,
                            height * (0.09 + 0.075 * row) * (0.7 + 0.6 * random.nextDouble()),
                            light().at(distance * 0.9));
                }
            }
        }
        layer(height * 0.88, height * 0.015, 0.5, 4, 0.03);
    }

    private void conifer(double x, double foot, double tall, int colour) {
        var tree = new Path2D.Double();
        tree.moveTo(x, foot - tall);
        for (int side = 1; side >= -1; side -= 2) {
            int from = side > 0 ? 1 : 6;
            for (int branch = from; branch >= 1 && branch <= 6; branch += side) {
                double y = foot - tall + tall * branch / 6.4;
                double wide = tall * 0.055 * branch * (0.85 + 0.3 * random.nextDouble());
                if (side > 0) {
                    tree.lineTo(x + wide, y);
                    tree.lineTo(x + wide * 0.45, y - tall * 0.02);
                } else {
                    tree.lineTo(x - wide * 0.45, y - tall * 0.02);
                    tree.lineTo(x - wide, y);
                }
            }
        }
        tree.closePath();
        canvas.fill(tree, colour);
        canvas.fill(new Rectangle2D.Double(x - tall * 0.018, foot - tall * 0.1, tall * 0.036, tall * 0.12), colour);
    }

    private void mountains() {
        double height = canvas.height();
        for (int row = 0; row < 3; row++) {
            double level = horizon + height * (row * 0.08 - 0.06);
            double lift = height * (0.22 - row * 0.04);
            double distance = 0.8 - row * 0.24;
            DoubleUnaryOperator line = layer(level, lift, 0.58, 3 + row, distance);
            snow(line, level, lift, distance);
        }
        layer(height * 0.83, height * 0.03, 0.45, 2, 0.06);
    }

    /** On what faces the light, above a ragged line. */
    private void snow(DoubleUnaryOperator line, double level, double lift, double distance) {
        int white = Light.mix(Light.mix(0xf4f7fb, light().source(), 0.4), light().at(distance), 0.25 + 0.35 * distance);
        double lowest = level - lift * 0.25;
        DoubleUnaryOperator rag = canvas.hills(0, lift * 0.22, 0.62, 26, random);
        int step = Math.max(1, canvas.width() / 960);
        for (int x = 0; x < canvas.width(); x += step) {
            double top = line.applyAsDouble(x);
            double edge = lowest + rag.applyAsDouble(x);
            double slope = line.applyAsDouble(x + step * 3) - top;
            boolean lit = (slope < 0) == (x < canvas.width() * Heaven.source(sight));
            if (edge > top) {
                canvas.fill(new Rectangle2D.Double(x, top, step + 0.5, edge - top), white, lit ? 90 : 215);
            }
        }
    }

    private void city() {
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

    private void desert() {
        double height = canvas.height();
        int sand = Light.mix(0xd9a866, light().horizon(), 0.3);
        for (int row = 0; row < 5; row++) {
            double level = horizon + height * (0.01 + row * 0.095);
            DoubleUnaryOperator line = canvas.hills(level, height * (0.035 + row * 0.012), 0.32, 2, random);
            int colour =
                    Light.mix(Light.mix(sand, light().near(), 0.12 + row * 0.13), light().horizon(), 0.42 - row * 0.1);
            canvas.fade(
                    canvas.below(line),
                    level - height * 0.06,
                    level + height * 0.22,
                    Light.mix(colour, light().source(), 0.3),
                    255,
                    Light.mix(colour, light().near(), 0.35),
                    255);
        }
    }

    private void planet() {
        double height = canvas.height();
        double x = canvas.width() * (1 - Heaven.source(sight));
        double radius = height * 0.26;
        int body = Light.mix(0xb66a4a, 0x5a7fb8, random.nextDouble());
        var disc = new Ellipse2D.Double(x - radius, horizon * 0.42 - radius, 2 * radius, 2 * radius);
        canvas.glow(x, horizon * 0.42, radius * 1.35, radius * 1.35, body, 90);
        canvas.fill(disc, body);
        canvas.pen().setClip(disc);
        for (int belt = 0; belt < 9; belt++) {
            double y = horizon * 0.42 - radius + 2 * radius * random.nextDouble();
            canvas.glow(
                    x,
                    y,
                    radius * 1.3,
                    radius * (0.05 + 0.1 * random.nextDouble()),
                    random.nextBoolean() ? 0xffe2c0 : 0x2a1b2c,
                    55);
        }
        double away = Heaven.source(sight) < 0.5 ? 0.7 : -0.7;
        canvas.glow(x + radius * away, horizon * 0.5, radius * 1.5, radius * 1.6, 0x04050c, 250);
        canvas.pen().setClip(null);
        for (int row = 0; row < 4; row++) {
            layer(
                    horizon + height * (0.03 + row * 0.1),
                    height * (0.06 - row * 0.008),
                    row < 2 ? 0.58 : 0.4,
                    4,
                    0.62 - row * 0.19);
        }
        for (int crater = 0; crater < 12; crater++) {
            double near = random.nextDouble();
            double at = random.nextDouble() * canvas.width();
            double y = horizon + height * (0.12 + 0.3 * near);
            double wide = canvas.width() * (0.01 + 0.05 * near);
            canvas.glow(at, y, wide, wide * 0.2, light().near(), 170);
            canvas.glow(at, y + wide * 0.13, wide, wide * 0.08, light().horizon(), 60);
        }
    }

    private void field() {
        double height = canvas.height();
        layer(horizon - height * 0.02, height * 0.08, 0.5, 2, 0.86);
        layer(horizon + height * 0.03, height * 0.05, 0.42, 2, 0.66);
        DoubleUnaryOperator village = layer(horizon + height * 0.1, height * 0.035, 0.4, 2, 0.42);
        double begin = canvas.width() * (0.15 + 0.4 * random.nextDouble());
        for (int number = 0; number < 7; number++) {
            double x = begin + number * canvas.width() * 0.035;
            double wide = canvas.width() * (0.022 + 0.014 * random.nextDouble());
            cottage(x, village.applyAsDouble(x) + height * 0.012, wide);
        }
        DoubleUnaryOperator near = layer(horizon + height * 0.22, height * 0.045, 0.38, 2, 0.18);
        double x = canvas.width() * (Heaven.source(sight) > 0.5 ? 0.13 : 0.87);
        broadleaf(x, near.applyAsDouble(x) + height * 0.03, height * 0.36);
        layer(height * 0.9, height * 0.015, 0.4, 3, 0.02);
    }

    private void cottage(double x, double foot, double wide) {
        int wall = light().at(0.3);
        canvas.fill(new Rectangle2D.Double(x, foot - wide * 0.6, wide, wide * 0.65), wall);
        var roof = new Path2D.Double();
        roof.moveTo(x - wide * 0.1, foot - wide * 0.58);
        roof.lineTo(x + wide / 2, foot - wide * 1.15);
        roof.lineTo(x + wide * 1.1, foot - wide * 0.58);
        roof.closePath();
        canvas.fill(roof, light().at(0.2));
        canvas.fill(new Rectangle2D.Double(x + wide * 0.4, foot - wide * 0.42, wide * 0.18, wide * 0.2), 0xffd587, 230);
        canvas.glow(x + wide * 0.5, foot - wide * 0.3, wide * 0.8, wide * 0.6, 0xffc46b, 40);
    }

    private void broadleaf(double x, double foot, double tall) {
        int colour = light().at(0.06);
        canvas.fill(new Rectangle2D.Double(x - tall * 0.03, foot - tall * 0.55, tall * 0.06, tall * 0.6), colour);
        for (int leaf = 0; leaf < 90; leaf++) {
            double turn = random.nextDouble() * Math.PI * 2;
            double out = Math.sqrt(random.nextDouble()) * tall * 0.33;
            double size = tall * (0.05 + 0.06 * random.nextDouble());
            double at = x + Math.cos(turn) * out * 1.15;
            double y = foot - tall * 0.68 + Math.sin(turn) * out * 0.8;
            boolean lit = (at > x) == (Heaven.source(sight) * canvas.width() > x) && y < foot - tall * 0.66;
            canvas.fill(
                    new Ellipse2D.Double(at - size, y - size, 2 * size, 2 * size),
                    Light.mix(colour, light().horizon(), lit ? 0.16 : 0.03));
        }
    }
}
