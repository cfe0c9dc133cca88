package io.vimax.worker.provider.local.frame.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.MultipleGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * Paints forms on one sheet in the light of the shot. Material colours go through the {@link Tone} with the brush's
 * depth; methods that take a raw colour say so.
 *
 * @param depth see {@link Tone#of}
 * @param lightFrom -1 light from the left, 1 from the right
 */
public record Brush(Graphics2D g, Tone tone, double depth, double lightFrom) {

    public Brush at(double otherDepth) {
        return new Brush(g, tone, otherDepth, lightFrom);
    }

    public int colour(int material, double lit) {
        return tone.of(material, depth, lit);
    }

    /** One flat colour. */
    public void flat(Shape shape, int material, double lit) {
        raw(shape, colour(material, lit), 1);
    }

    public void raw(Shape shape, int rgb, double alpha) {
        g.setPaint(Colour.of(rgb, alpha));
        g.fill(shape);
    }

    /** Lit at the top, falling into haze or shade at the foot. */
    public void form(Shape shape, int material, double litTop, double litFoot) {
        Rectangle2D b = shape.getBounds2D();
        fall(shape, colour(material, litTop), colour(material, litFoot), b.getMinY(), b.getMaxY());
    }

    /** Raw colours from one height to another. */
    public void fall(Shape shape, int top, int foot, double y0, double y1) {
        g.setPaint(new LinearGradientPaint(
                new Point2D.Double(0, y0),
                new Point2D.Double(0, Math.max(y0 + 1e-3, y1)),
                new float[] {0, 1},
                new Color[] {Colour.of(top, 1), Colour.of(foot, 1)}));
        g.fill(shape);
    }

    /** Raw colour that fades in from nothing at y0 to alpha at y1 (y1 may lie above y0). */
    public void veil(Shape shape, int rgb, double alpha, double y0, double y1) {
        g.setPaint(new LinearGradientPaint(
                new Point2D.Double(0, y0),
                new Point2D.Double(0, y1 == y0 ? y0 + 1e-3 : y1),
                new float[] {0, 1},
                new Color[] {Colour.of(rgb, 0), Colour.of(rgb, alpha)}));
        g.fill(shape);
    }

    /** A body: lit form, shade on the side away from the light, thin rim of light on the other. */
    public void body(Shape shape, int material, double width) {
        body(shape, material, width, 0.85);
    }

    public void body(Shape shape, int material, double width, double rim) {
        form(shape, material, 0.72, 0.5);
        shade(shape, material, width);
        rim(shape, width * 0.16, rim);
    }

    /** Only the shade side, as wide as asked. */
    public void shade(Shape shape, int material, double width) {
        Area dark = new Area(shape);
        dark.subtract(new Area(Shapes.moved(shape, lightFrom * width, -width * 0.12)));
        raw(dark, colour(material, 0.16), 0.9);
    }

    /** Only the line of light. */
    public void rim(Shape shape, double width, double strength) {
        Area edge = new Area(shape);
        edge.subtract(new Area(Shapes.moved(shape, -lightFrom * width, width * 0.55)));
        int light = Colour.mix(tone.key(), tone.skyLow(), 0.35);
        raw(edge, depth < 1 ? Colour.mix(light, tone.haze(), (1 - depth) * 0.7) : light, strength);
    }

    public void stroke(Shape line, double width, int rgb, double alpha) {
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setPaint(Colour.of(rgb, alpha));
        g.draw(line);
    }

    public void line(double x0, double y0, double x1, double y1, double width, int rgb, double alpha) {
        raw(Shapes.taper(x0, y0, width / 2, x1, y1, width / 2), rgb, alpha);
    }

    /** A soft round light, raw colour. */
    public void glow(double x, double y, double radius, int rgb, double alpha) {
        g.setPaint(new RadialGradientPaint(
                new Point2D.Double(x, y),
                (float) Math.max(1e-2, radius),
                new float[] {0, 0.35f, 1},
                new Color[] {Colour.of(rgb, alpha), Colour.of(rgb, alpha * 0.42), Colour.of(rgb, 0)},
                MultipleGradientPaint.CycleMethod.NO_CYCLE));
        g.fill(Shapes.oval(x, y, radius, radius));
    }

    /** Runs the strokes in a moved, scaled (and, when sx is negative, mirrored) frame. */
    public void in(double x, double y, double sx, double sy, java.util.function.Consumer<Brush> strokes) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.scale(sx, sy);
        strokes.accept(new Brush(g, tone, depth, sx < 0 ? -lightFrom : lightFrom));
        g.setTransform(before);
    }

    public void turned(double x, double y, double radians, java.util.function.Consumer<Brush> strokes) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.rotate(radians);
        strokes.accept(this);
        g.setTransform(before);
    }
}
