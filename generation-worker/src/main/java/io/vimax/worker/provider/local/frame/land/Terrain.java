package io.vimax.worker.provider.local.frame.land;

import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Living;
import io.vimax.worker.provider.local.frame.paint.Noise;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Sheet;
import io.vimax.worker.provider.local.frame.paint.Stage;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Land and water. */
public final class Terrain {
    private Terrain() {}

    /** A form from edge to edge below a curve of heights (y by x), down to the foot of the sheet. */
    public static Path2D below(Stage s, DoubleUnaryOperator height) {
        Path2D path = new Path2D.Double();
        double step = s.unit() * 0.008;
        path.moveTo(s.left(), s.foot());
        for (double x = s.left(); x <= s.right() + step; x += step) {
            path.lineTo(x, height.applyAsDouble(x));
        }
        path.lineTo(s.right() + step, s.foot());
        path.closePath();
        return path;
    }

    /** Soft hills: y varies about base by amplitude; span is the width of a hill. */
    public static DoubleUnaryOperator hills(Stage s, double base, double amplitude, double span) {
        Noise noise = new Noise(s.set().nextLong());
        double offset = s.set().nextDouble() * 100;
        return x -> base - amplitude * (0.5 + 0.5 * noise.fractal(x / span + offset, 3, 0.35));
    }

    /** Sharp peaks. */
    public static DoubleUnaryOperator peaks(Stage s, double base, double amplitude, double span) {
        Noise noise = new Noise(s.set().nextLong());
        double offset = s.set().nextDouble() * 100;
        return x -> {
            double n = 0;
            double a = 1;
            double total = 0;
            double f = 1 / span;
            for (int o = 0; o < 6; o++) {
                n += a * (1 - Math.abs(noise.curve(x * f + offset + o * 31.3)));
                total += a;
                a *= 0.45;
                f *= 2.1;
            }
            double v = n / total;
            return base - amplitude * v * v;
        };
    }

    /** A range with light slopes, shaded slopes and a foot lost in haze. */
    public static void range(Stage s, Brush b, DoubleUnaryOperator height, int material, double foot, boolean snow) {
        Path2D body = below(s, height);
        b.fall(
                body,
                b.colour(material, 0.75),
                Colour.mix(b.colour(material, 0.4), s.tone().haze(), 0.55 * (1 - b.depth())),
                foot - s.unit() * 0.4,
                foot);
        Noise noise = new Noise(s.set().nextLong());
        double u = s.unit();
        double side = s.setLight() * u * 0.03;
        Shape shade = Shapes.within(
                body,
                below(
                        s,
                        x -> height.applyAsDouble(x + side)
                                + u * 0.012
                                + u * 0.03 * Math.abs(noise.fractal(x / u * 9, 3, 0.6))));
        b.raw(shade, b.colour(material, 0.2), 0.35);
        if (snow) {
            Shape cap = Shapes.without(body, below(s, x -> {
                double h = height.applyAsDouble(x);
                double line = foot - u * 0.17 + u * 0.05 * noise.fractal(x / u * 11, 3, 0.6);
                return Math.max(
                        h + u * 0.004, Math.min(line, h + u * 0.1 + u * 0.045 * noise.fractal(x / u * 16, 2, 0.6)));
            }));
            b.raw(cap, b.colour(Material.SNOW, 0.85), 0.9);
        }
    }

    /** The ground on which people stand: lit far edge, dark toward the camera, brush marks that follow the distance. */
    public static void ground(Stage s, Brush b, DoubleUnaryOperator height, int material) {
        Path2D body = below(s, height);
        double top = body.getBounds2D().getMinY();
        b.fall(
                body,
                b.colour(material, 0.82),
                Colour.mix(b.colour(material, 0.25), s.tone().ink(), 0.4),
                top,
                s.height() * 1.06);
        Random r = s.set();
        double u = s.unit();
        for (int i = 0; i < 60; i++) {
            double t = Math.pow(r.nextDouble(), 1.5);
            double x = s.left() + (s.right() - s.left()) * r.nextDouble();
            double y0 = height.applyAsDouble(x) + u * 0.012;
            double y = y0 + (s.height() * 1.08 - y0) * t;
            double half = u * (0.03 + 0.16 * t) * (0.5 + r.nextDouble());
            double thick = u * (0.0015 + 0.008 * t);
            int c = r.nextDouble() < 0.5 ? b.colour(material, 0.95) : b.colour(material, 0.12);
            b.raw(Shapes.blob(x - half, y, x, y - thick, x + half, y + thick * 0.3, x, y + thick), c, 0.2);
        }
        b.rim(body, u * 0.004, 0.5);
    }

    /** Open water from a line down, with the sky in it, the path of the sun, and glints that move. */
    public static void water(Stage s, double from, double to, double depth) {
        double u = s.unit();
        Brush b = s.layer(depth, new Sheet.Motion.Ripple(from, u * 0.004));
        int far = Colour.mix(s.tone().skyLow(), b.at(0.4).colour(Material.WATER, 0.6), 0.4);
        int near = Colour.mix(b.at(1).colour(Material.WATER, 0.32), s.tone().skyTop(), 0.35);
        Shape body = Shapes.box(s.left(), from, s.right() - s.left(), to - from);
        b.fall(body, far, near, from, to);
        Random r = s.set();
        double sun = Sky.sunX(s);
        for (int i = 0; i < 150; i++) {
            double t = Math.pow(r.nextDouble(), 1.6);
            double y = from + (to - from) * t;
            double x = s.left() + (s.right() - s.left()) * r.nextDouble();
            double half = u * (0.015 + 0.11 * t) * (0.4 + r.nextDouble());
            double thick = u * (0.0008 + 0.005 * t);
            int c = i % 3 == 0
                    ? Colour.scale(near, 0.72)
                    : Colour.mix(far, s.tone().skyMiddle(), 0.4);
            b.raw(Shapes.blob(x - half, y, x, y - thick, x + half, y, x, y + thick), c, 0.3);
        }
        double shine = s.tone().murk() > 0.2 ? 0.25 : 1;
        for (int i = 0; i < 46; i++) {
            double t = (i + r.nextDouble()) / 46;
            double y = from + (to - from) * t;
            double half = u * (0.02 + 0.07 * t) * (0.4 + r.nextDouble());
            double x = sun + (r.nextDouble() - 0.5) * u * (0.03 + 0.12 * t);
            b.raw(
                    Shapes.blob(x - half, y, x, y - u * 0.0015 * (1 + t), x + half, y, x, y + u * 0.0015 * (1 + t)),
                    Colour.mix(s.tone().key(), s.tone().skyLow(), 0.3),
                    0.4 * shine);
        }
        glints(s, sun, from, to, depth);
    }

    private static void glints(Stage s, double sun, double from, double to, double depth) {
        Random r = s.set();
        double u = s.unit();
        List<Living.Dot> dots = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            double t = Math.pow(r.nextDouble(), 1.3);
            double y = from + (to - from) * t;
            double x = i % 3 == 0
                    ? s.left() + (s.right() - s.left()) * r.nextDouble()
                    : sun + (r.nextDouble() - 0.5) * u * (0.1 + 0.35 * t);
            dots.add(new Living.Dot(s.frameX(x, y), s.frameY(y), u * (0.005 + 0.02 * t), r.nextDouble() * 6));
        }
        s.add(new Living.Glints(dots, Colour.mix(s.tone().key(), 0xffffff, 0.25), depth + 0.001));
    }

    /** A boulder with a lit top. */
    public static void rock(Brush b, double x, double y, double w, double h, Random r) {
        double[] p = new double[14];
        for (int i = 0; i < 7; i++) {
            double a = Math.PI + Math.PI * i / 6;
            double k = 0.8 + 0.35 * r.nextDouble();
            p[i * 2] = x + Math.cos(a) * w * k;
            p[i * 2 + 1] = y + Math.sin(a) * h * k;
        }
        Shape shape = Shapes.poly(p);
        b.body(shape, Material.ROCK, w * 0.45);
    }

    /** A bank of mist that drifts. */
    public static void mist(Stage s, double y, double thickness, double alpha, double depth) {
        Brush b = s.layer(depth, new Sheet.Motion.Slide(s.unit() * 0.012 * (depth > 0.6 ? 1 : -1)));
        int c = Colour.mix(s.tone().haze(), s.tone().skyLow(), 0.4);
        Random r = s.shot();
        double left = s.left() - s.unit() * 0.3;
        double span = s.right() - s.left() + s.unit() * 0.6;
        for (int i = 0; i < 16; i++) {
            double x = left + span * (i + r.nextDouble()) / 16;
            double rx = s.unit() * (0.2 + 0.25 * r.nextDouble());
            b.in(x, y + (r.nextDouble() - 0.5) * thickness, 1, thickness / rx * 0.9, k -> k.glow(0, 0, rx, c, alpha));
        }
    }
}
