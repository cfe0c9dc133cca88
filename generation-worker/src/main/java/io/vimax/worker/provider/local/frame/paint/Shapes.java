package io.vimax.worker.provider.local.frame.paint;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The forms that everything is cut from. Points are x, y, x, y, ... */
public final class Shapes {
    private Shapes() {}

    /** A smooth closed form through the points (Catmull-Rom). */
    public static Path2D blob(double... p) {
        int n = p.length / 2;
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, n * 3);
        path.moveTo(p[0], p[1]);
        for (int i = 0; i < n; i++) {
            int a = (i + n - 1) % n * 2;
            int b = i * 2;
            int c = (i + 1) % n * 2;
            int d = (i + 2) % n * 2;
            path.curveTo(
                    p[b] + (p[c] - p[a]) / 6,
                    p[b + 1] + (p[c + 1] - p[a + 1]) / 6,
                    p[c] - (p[d] - p[b]) / 6,
                    p[c + 1] - (p[d + 1] - p[b + 1]) / 6,
                    p[c],
                    p[c + 1]);
        }
        path.closePath();
        return path;
    }

    /** A smooth open line through the points. */
    public static Path2D line(double... p) {
        int n = p.length / 2;
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, n * 3);
        path.moveTo(p[0], p[1]);
        for (int i = 0; i + 1 < n; i++) {
            int a = Math.max(0, i - 1) * 2;
            int b = i * 2;
            int c = (i + 1) * 2;
            int d = Math.min(n - 1, i + 2) * 2;
            path.curveTo(
                    p[b] + (p[c] - p[a]) / 6,
                    p[b + 1] + (p[c + 1] - p[a + 1]) / 6,
                    p[c] - (p[d] - p[b]) / 6,
                    p[c + 1] - (p[d + 1] - p[b + 1]) / 6,
                    p[c],
                    p[c + 1]);
        }
        return path;
    }

    public static Path2D poly(double... p) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, p.length / 2);
        path.moveTo(p[0], p[1]);
        for (int i = 2; i + 1 < p.length; i += 2) {
            path.lineTo(p[i], p[i + 1]);
        }
        path.closePath();
        return path;
    }

    public static Shape box(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x, y, width, height);
    }

    public static Shape oval(double cx, double cy, double rx, double ry) {
        return new Ellipse2D.Double(cx - rx, cy - ry, rx * 2, ry * 2);
    }

    /** An arm or a leg: two tapering pieces with a round joint; widths are half widths. */
    public static Shape limb(
            double x0, double y0, double w0, double x1, double y1, double w1, double x2, double y2, double w2) {
        Area area = new Area(taper(x0, y0, w0, x1, y1, w1));
        area.add(new Area(taper(x1, y1, w1, x2, y2, w2)));
        area.add(new Area(oval(x1, y1, w1, w1)));
        area.add(new Area(oval(x0, y0, w0, w0)));
        area.add(new Area(oval(x2, y2, w2, w2)));
        return area;
    }

    /** A bar whose half width goes from w0 to w1. */
    public static Path2D taper(double x0, double y0, double w0, double x1, double y1, double w1) {
        double length = Math.max(1e-9, Math.hypot(x1 - x0, y1 - y0));
        double nx = -(y1 - y0) / length;
        double ny = (x1 - x0) / length;
        return poly(
                x0 + nx * w0,
                y0 + ny * w0,
                x1 + nx * w1,
                y1 + ny * w1,
                x1 - nx * w1,
                y1 - ny * w1,
                x0 - nx * w0,
                y0 - ny * w0);
    }

    public static Shape stroke(Shape line, double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(line);
    }

    public static Shape moved(Shape shape, double dx, double dy) {
        return AffineTransform.getTranslateInstance(dx, dy).createTransformedShape(shape);
    }

    public static Area union(Shape... shapes) {
        Area area = new Area();
        for (Shape shape : shapes) {
            area.add(new Area(shape));
        }
        return area;
    }

    public static Area without(Shape shape, Shape hole) {
        Area area = new Area(shape);
        area.subtract(new Area(hole));
        return area;
    }

    public static Area within(Shape shape, Shape bounds) {
        Area area = new Area(shape);
        area.intersect(new Area(bounds));
        return area;
    }
}
