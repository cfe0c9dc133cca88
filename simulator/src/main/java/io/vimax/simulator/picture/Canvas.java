package io.vimax.simulator.picture;

import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.MultipleGradientPaint.CycleMethod;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** A pen with the few strokes that all painters here share. Lengths are pixels. */
record Canvas(Graphics2D pen, int width, int height, Light light) {

    /** From above to below. */
    void fade(Shape shape, double from, double to, int upper, double upperAlpha, int lower, double lowerAlpha) {
        pen.setPaint(new LinearGradientPaint(
                0, (float) from, 0, (float) Math.max(from + 1, to), new float[] {0, 1}, new java.awt.Color[] {
                    Light.paint(upper, upperAlpha), Light.paint(lower, lowerAlpha)
                }));
        pen.fill(shape);
    }

    void fadeBelow(double from, double to, int upper, double upperAlpha, int lower, double lowerAlpha) {
        fade(new Rectangle2D.Double(0, from, width, height - from), from, to, upper, upperAlpha, lower, lowerAlpha);
    }

    void fill(Shape shape, int colour, double alpha) {
        pen.setPaint(Light.paint(colour, alpha));
        pen.fill(shape);
    }

    void fill(Shape shape, int colour) {
        fill(shape, colour, 255);
    }

    /** A light that thins out towards its edge. */
    void glow(double x, double y, double radiusX, double radiusY, int colour, double alpha) {
        double radius = Math.max(1, radiusX);
        var before = pen.getTransform();
        pen.translate(x, y);
        pen.scale(1, radiusY / radius);
        pen.setPaint(new RadialGradientPaint(
                0,
                0,
                (float) radius,
                new float[] {0, 0.4f, 1},
                new java.awt.Color[] {
                    Light.paint(colour, alpha), Light.paint(colour, alpha * 0.45), Light.paint(colour, 0)
                },
                CycleMethod.NO_CYCLE));
        pen.fill(new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
        pen.setTransform(before);
    }

    /** Everything below a line that runs from the left to the right. */
    Path2D below(DoubleUnaryOperator line) {
        var path = new Path2D.Double();
        int step = Math.max(1, width / 480);
        path.moveTo(0, height);
        for (int x = 0; x <= width + step; x += step) {
            path.lineTo(x, line.applyAsDouble(x));
        }
        path.lineTo(width + step, height);
        path.closePath();
        return path;
    }

    /** A line of hills: rough ones are mountains, smooth ones dunes. */
    DoubleUnaryOperator hills(double level, double lift, double roughness, int waves, SplittableRandom random) {
        double[] phases = random.doubles(6, 0, Math.PI * 2).toArray();
        return x -> {
            double sum = 0;
            double part = 1;
            double turns = waves * Math.PI * x / Math.max(width, 1.6 * height);
            for (double phase : phases) {
                double wave = Math.sin(turns + phase);
                // Folded waves have the sharp crests of rock.
                sum += part * (roughness > 0.55 ? 1 - 2 * Math.abs(wave) : wave);
                part *= roughness > 0.55 ? roughness * 0.72 : roughness;
                turns *= 2.07;
            }
            return level - lift * sum * (1 - roughness) * 1.6;
        };
    }

    /**
     * A layer of hills with mist at its foot.
     *
     * @param distance 0 stands in front, 1 fades into the horizon
     */
    DoubleUnaryOperator layer(
            double level, double lift, double roughness, int waves, double distance, SplittableRandom random) {
        DoubleUnaryOperator line = hills(level, lift, roughness, waves, random);
        int colour = light.at(distance);
        int mist = Light.mix(colour, light.horizon(), 0.45 * (0.35 + distance));
        fade(below(line), level - lift, level + height * 0.2, colour, 255, mist, 255);
        return line;
    }
}
