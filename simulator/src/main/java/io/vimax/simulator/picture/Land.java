package io.vimax.simulator.picture;

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
            case SEA -> new Coast(canvas, sight, horizon, land.random).paint();
            case FOREST -> land.forest();
            case MOUNTAIN -> land.mountains();
            case CITY -> new Town(canvas, sight, horizon, land.random).paint();
            case DESERT -> land.desert();
            case SPACE -> land.planet();
            case FIELD -> land.field();
        }
    }

    private Light light() {
        return canvas.light();
    }

    private DoubleUnaryOperator layer(double level, double lift, double roughness, int waves, double distance) {
        return canvas.layer(level, lift, roughness, waves, distance, random);
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
