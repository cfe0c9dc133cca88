package io.vimax.simulator.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.SplittableRandom;

/** Paints a prompt. In the corner stands that no real provider made the picture. */
public final class ScenePainter {

    private static final String MARK = "simulated";

    private ScenePainter() {}

    /** @param seed the same one gives the same picture of the same prompt */
    public static BufferedImage paint(int width, int height, String prompt, long seed) {
        Sight sight = Sight.of(prompt, seed);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        var canvas = new Canvas(pen, width, height, Light.of(sight));
        double horizon = horizon(sight) * height;
        var before = pen.getTransform();
        zoom(pen, sight, width, height);
        Heaven.paint(canvas, sight, horizon);
        Weathering.paintBehind(canvas, sight, horizon);
        Land.paint(canvas, sight, horizon);
        pen.setTransform(before);
        Figure.paint(canvas, sight, horizon);
        Weathering.paint(canvas, sight, horizon);
        vignette(pen, width, height);
        mark(pen, width, height);
        pen.dispose();
        dither(image, seed);
        return image;
    }

    private static double horizon(Sight sight) {
        return switch (sight.framing()) {
            case AERIAL -> 0.34;
            case WIDE -> 0.58;
            case MEDIUM -> 0.56;
            case CLOSE, DETAIL -> 0.54;
        };
    }

    /** From nearer the same place is a part of itself: the eye turns a little, away from picture to picture. */
    private static void zoom(Graphics2D pen, Sight sight, int width, int height) {
        double scale = switch (sight.framing()) {
            case AERIAL, WIDE -> 1;
            case MEDIUM -> 1.25;
            case CLOSE -> 1.6;
            case DETAIL -> 1.9;
        };
        double turn = new SplittableRandom(sight.seed()).nextDouble();
        pen.translate(-(scale - 1) * width * turn, -(scale - 1) * height * 0.45);
        pen.scale(scale, scale);
    }

    private static void vignette(Graphics2D pen, int width, int height) {
        float radius = (float) Math.hypot(width, height) / 2;
        pen.setPaint(new RadialGradientPaint(width / 2f, height / 2f, radius, new float[] {0.45f, 1}, new Color[] {
            new Color(0, 0, 0, 0), new Color(0, 0, 0, 120)
        }));
        pen.fillRect(0, 0, width, height);
    }

    private static void mark(Graphics2D pen, int width, int height) {
        int size = Math.max(9, Math.min(width, height) / 42);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
        int wide = pen.getFontMetrics().stringWidth(MARK);
        pen.setColor(new Color(255, 255, 255, 110));
        pen.drawString(MARK, width - wide - size, size * 2);
    }

    /** A breath of noise, or the sky would show steps. */
    private static void dither(BufferedImage image, long seed) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        long state = seed | 1;
        for (int i = 0; i < pixels.length; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            int noise = (int) (state >>> 61) - 3;
            int red = Math.clamp((pixels[i] >> 16 & 0xff) + noise / 2, 0, 255);
            int green = Math.clamp((pixels[i] >> 8 & 0xff) + noise / 2, 0, 255);
            int blue = Math.clamp((pixels[i] & 0xff) + noise / 2, 0, 255);
            pixels[i] = red << 16 | green << 8 | blue;
        }
    }
}
