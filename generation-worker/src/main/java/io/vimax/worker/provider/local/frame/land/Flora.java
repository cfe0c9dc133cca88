package io.vimax.worker.provider.local.frame.land;

import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Stage;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Trees, bushes and grass. Heights and widths are in pixels; x, y is where they stand. */
public final class Flora {
    private Flora() {}

    public static void pine(Brush b, double x, double y, double h, Random r) {
        b.raw(Shapes.taper(x, y, h * 0.022, x, y - h * 0.5, h * 0.012), b.colour(Material.DARK_WOOD, 0.3), 1);
        Path2D p = new Path2D.Double();
        int tiers = 6;
        double half = h * (0.17 + 0.05 * r.nextDouble());
        p.moveTo(x, y - h);
        double[] jag = new double[tiers * 2];
        for (int i = 0; i < jag.length; i++) {
            jag[i] = 0.85 + 0.3 * r.nextDouble();
        }
        for (int i = 1; i <= tiers; i++) {
            double t = (double) i / tiers;
            p.lineTo(x + half * t * jag[i - 1], y - h * (1 - t * 0.88));
            if (i < tiers) {
                p.lineTo(x + half * t * 0.52, y - h * (1 - t * 0.88) - h * 0.018);
            }
        }
        for (int i = tiers; i >= 1; i--) {
            double t = (double) i / tiers;
            p.lineTo(x - half * t * jag[tiers + i - 1], y - h * (1 - t * 0.88));
            if (i > 1) {
                double up = (double) (i - 1) / tiers;
                p.lineTo(x - half * up * 0.52, y - h * (1 - up * 0.88) + h * 0.012);
            }
        }
        p.closePath();
        b.form(p, Material.PINE, 0.6, 0.28);
        Area dark =
                Shapes.within(p, Shapes.box(b.lightFrom() > 0 ? x - half * 2 : x + half * 0.05, y - h, half * 1.95, h));
        b.raw(dark, b.colour(Material.PINE, 0.1), 0.55);
    }

    public static void tree(Brush b, double x, double y, double h, int leaf, Random r) {
        double lean = (r.nextDouble() - 0.5) * h * 0.12;
        Area trunk = Shapes.union(
                Shapes.limb(x, y, h * 0.045, x + lean * 0.4, y - h * 0.28, h * 0.03, x + lean, y - h * 0.58, h * 0.014),
                Shapes.taper(x + lean * 0.4, y - h * 0.3, h * 0.018, x + lean + h * 0.16, y - h * 0.55, h * 0.008),
                Shapes.taper(x + lean * 0.4, y - h * 0.34, h * 0.016, x + lean - h * 0.15, y - h * 0.56, h * 0.008));
        b.raw(trunk, b.colour(Material.DARK_WOOD, 0.35), 1);
        Area crown = new Area();
        for (int i = 0; i < 9; i++) {
            double a = i * 0.7 + r.nextDouble();
            double k = i == 0 ? 0 : 0.2 + 0.08 * r.nextDouble();
            double w = h * (0.13 + 0.07 * r.nextDouble());
            crown.add(new Area(Shapes.oval(
                    x + lean + Math.cos(a) * h * k * 1.15, y - h * 0.7 + Math.sin(a) * h * k * 0.8, w * 1.15, w)));
        }
        b.form(crown, leaf, 0.78, 0.35);
        b.shade(crown, leaf, h * 0.11);
        for (int i = 0; i < 14; i++) {
            double a = r.nextDouble() * 6.3;
            double k = h * 0.24 * Math.sqrt(r.nextDouble());
            double w = h * (0.02 + 0.03 * r.nextDouble());
            b.raw(
                    Shapes.within(
                            Shapes.oval(
                                    x + lean + Math.cos(a) * k, y - h * 0.7 + Math.sin(a) * k * 0.8, w * 1.5, w * 0.7),
                            crown),
                    b.colour(leaf, Math.cos(a) * b.lightFrom() > -0.2 ? 0.95 : 0.1),
                    0.5);
        }
        b.rim(crown, h * 0.012, 0.55);
    }

    public static void bare(Brush b, double x, double y, double h, Random r) {
        branch(b, x, y, h * 0.36, -Math.PI / 2 + (r.nextDouble() - 0.5) * 0.2, h * 0.035, 5, r);
    }

    private static void branch(Brush b, double x, double y, double length, double angle, double w, int left, Random r) {
        double ex = x + Math.cos(angle) * length;
        double ey = y + Math.sin(angle) * length;
        b.raw(Shapes.taper(x, y, w, ex, ey, w * 0.62), b.colour(Material.DARK_WOOD, 0.25), 1);
        if (left > 0) {
            int forks = left > 3 ? 3 : 2;
            for (int i = 0; i < forks; i++) {
                double turn = (i - (forks - 1) / 2.0) * 0.75 + (r.nextDouble() - 0.5) * 0.45;
                branch(b, ex, ey, length * (0.62 + 0.15 * r.nextDouble()), angle + turn, w * 0.6, left - 1, r);
            }
        }
    }

    public static void bush(Brush b, double x, double y, double w, int leaf, Random r) {
        Area a = new Area();
        for (int i = 0; i < 5; i++) {
            a.add(new Area(Shapes.oval(
                    x + (i - 2) * w * 0.28,
                    y - w * 0.14,
                    w * (0.2 + 0.1 * r.nextDouble()),
                    w * (0.16 + 0.16 * r.nextDouble()))));
        }
        b.form(a, leaf, 0.75, 0.25);
        b.shade(a, leaf, w * 0.12);
    }

    /** Blades along a line: a fringe that breaks an edge. */
    public static void grass(Stage s, Brush b, DoubleUnaryOperator height, double blade, int count, int material) {
        Random r = s.set();
        for (int i = 0; i < count; i++) {
            double x = s.left() + (s.right() - s.left()) * r.nextDouble();
            double y = height.applyAsDouble(x) + blade * 0.2;
            double h = blade * (0.5 + r.nextDouble());
            double lean = (r.nextDouble() - 0.4) * h * 0.7;
            b.raw(
                    Shapes.poly(x - h * 0.05, y, x + lean, y - h, x + h * 0.06, y),
                    Colour.mix(b.colour(material, 0.2), b.colour(material, 0.95), r.nextDouble()),
                    1);
        }
    }

    public static void pines(Stage s, Brush b, DoubleUnaryOperator height, double h, int count) {
        Random r = s.set();
        for (int i = 0; i < count; i++) {
            double x = s.left() + (s.right() - s.left()) * (i + r.nextDouble()) / count;
            pine(b, x, height.applyAsDouble(x) + h * 0.05, h * (0.6 + 0.6 * r.nextDouble()), r);
        }
    }

    public static void trees(Stage s, Brush b, DoubleUnaryOperator height, double h, int count, int leaf) {
        Random r = s.set();
        for (int i = 0; i < count; i++) {
            double x = s.left() + (s.right() - s.left()) * (i + r.nextDouble()) / count;
            tree(b, x, height.applyAsDouble(x) + h * 0.03, h * (0.6 + 0.6 * r.nextDouble()), leaf, r);
        }
    }
}
