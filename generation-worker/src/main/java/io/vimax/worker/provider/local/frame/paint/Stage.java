package io.vimax.worker.provider.local.frame.paint;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The set of a shot while it is painted. Places paint in set coordinates: the frame of a wide shot seen straight on,
 * 0,0 at the upper left. The {@link View} then moves the camera nearer, aside or to the other side; brushes and
 * positions go through it, people do not.
 */
public final class Stage {

    /** Where the camera stands in the set. */
    public record View(double zoom, double centreX, double centreY, boolean mirrored) {}

    private final int width;
    private final int height;
    private final double unit;
    private final Tone tone;
    private final Random set;
    private final Random shot;
    private final AffineTransform view;
    private final boolean mirrored;
    private final double zoom;
    private final boolean aerial;
    private final double lightFrom;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<Living> living = new ArrayList<>();
    private final List<Graphics2D> open = new ArrayList<>();
    private double horizon;

    public Stage(int width, int height, Tone tone, View camera, boolean aerial, long setSeed, long shotSeed) {
        this.width = width;
        this.height = height;
        this.unit = 0.75 * Math.sqrt((double) width * height);
        this.tone = tone;
        this.set = new Random(setSeed);
        this.shot = new Random(shotSeed);
        this.zoom = camera.zoom();
        this.mirrored = camera.mirrored();
        this.aerial = aerial;
        this.horizon = height * (width > height ? 0.6 : 0.58);
        this.lightFrom = set.nextBoolean() ? 1 : -1;
        view = new AffineTransform();
        view.translate(width / 2.0, height / 2.0);
        view.scale(mirrored ? -zoom : zoom, zoom);
        view.translate(-camera.centreX(), -camera.centreY());
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The measure of things: the height of a 16:9 frame, and as much area in any other shape. */
    public double unit() {
        return unit;
    }

    public Tone tone() {
        return tone;
    }

    /** Chance that is the same for all shots of a place in an episode. */
    public Random set() {
        return set;
    }

    /** Chance of this shot alone. */
    public Random shot() {
        return shot;
    }

    public boolean aerial() {
        return aerial;
    }

    public double zoom() {
        return zoom;
    }

    public double horizon() {
        return horizon;
    }

    public void horizon(double y) {
        this.horizon = y;
    }

    /** Side of the light in the frame, after mirroring. */
    public double lightFrom() {
        return mirrored ? -lightFrom : lightFrom;
    }

    /** Side of the light in set coordinates. */
    public double setLight() {
        return lightFrom;
    }

    public double left() {
        return Math.min(
                        toSet(-margin(width), 0).getX(),
                        toSet(width + margin(width), 0).getX())
                - 2;
    }

    public double right() {
        return Math.max(
                        toSet(-margin(width), 0).getX(),
                        toSet(width + margin(width), 0).getX())
                + 2;
    }

    public double top() {
        return toSet(0, -margin(height)).getY() - 2;
    }

    public double foot() {
        return toSet(0, height + margin(height)).getY() + 2;
    }

    public double frameX(double setX, double setY) {
        return view.transform(new Point2D.Double(setX, setY), null).getX();
    }

    public double frameY(double setY) {
        return view.transform(new Point2D.Double(0, setY), null).getY();
    }

    /** A new sheet painted through the view, in set coordinates. */
    public Brush layer(double depth) {
        return layer(depth, new Sheet.Motion.Still());
    }

    public Brush layer(double depth, Sheet.Motion motion) {
        Brush brush = frameLayer(depth, motion);
        brush.g().transform(view);
        return new Brush(brush.g(), tone, depth, lightFrom);
    }

    /** A new sheet painted in frame coordinates, for people and what hangs before the lens. */
    public Brush frameLayer(double depth, Sheet.Motion motion) {
        Sheet sheet = new Sheet(width, height, margin(width), margin(height), depth, motion);
        sheets.add(sheet);
        Graphics2D g = sheet.paint();
        open.add(g);
        return new Brush(g, tone, depth, lightFrom());
    }

    public void add(Living one) {
        living.add(one);
    }

    /** A light at a place of the set. */
    public void glow(
            double x, double y, double radius, int rgb, double strength, Living.Flicker flicker, double depth) {
        add(new Living.Glow(
                frameX(x, y), frameY(y), radius * zoom, rgb, strength, flicker, shot.nextDouble() * 6, depth));
    }

    public List<Living> living() {
        return living;
    }

    /** Ends the painting: blur by distance from the focus, texture, shadow of paper, crop. */
    public List<Sheet> seal(double outOfFocus) {
        open.forEach(Graphics2D::dispose);
        Texture texture = new Texture(tone.look());
        boolean paper = tone.look().treatment() == Look.Treatment.CUT_PAPER;
        for (Sheet sheet : sheets) {
            double away = Math.abs(sheet.depth() - 1);
            if (sheet.depth() < 0.98) {
                sheet.blur((int) Math.round(outOfFocus * (0.45 + 0.55 * away)));
            } else if (sheet.depth() > 1.12) {
                sheet.blur((int) Math.round(outOfFocus * 0.5 + unit * 0.003));
            }
            sheet.texture(texture);
            if (paper && sheet.depth() > 0.2 && sheet.depth() < 1.12) {
                sheet.dropShadow((int) (unit * 0.004 * -lightFrom()), (int) (unit * 0.005), (int) (unit * 0.007), 0.42);
            }
            sheet.seal();
        }
        return sheets;
    }

    private static int margin(int size) {
        return (int) Math.ceil(size * Camera.MARGIN);
    }

    private Point2D toSet(double x, double y) {
        try {
            return view.inverseTransform(new Point2D.Double(x, y), null);
        } catch (java.awt.geom.NoninvertibleTransformException e) {
            throw new IllegalStateException(e);
        }
    }
}
