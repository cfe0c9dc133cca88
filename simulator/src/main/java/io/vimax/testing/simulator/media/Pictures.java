package io.vimax.testing.simulator.media;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Paints pictures. A plain picture is painted once for each size and format; a drawn one for each prompt. Thread-safe. */
final class Pictures {

    private static final int MOST_PLAIN = 32;
    private static final int LINE_LETTERS = 46;
    private static final int MOST_LINES = 5;

    private final Map<String, byte[]> plain = Collections.synchronizedMap(new LinkedHashMap<>(MOST_PLAIN, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > MOST_PLAIN;
        }
    });

    /** A gradient without words. */
    byte[] plain(FrameSize size, PictureFormat format, String work) {
        byte[] picture = plain.computeIfAbsent(format + " " + size, _ -> format.encode(gradient(size, 0.58f)));
        return format.stamp(picture, work);
    }

    /** A landscape of colours of its own, with the prompt in it. */
    byte[] drawn(FrameSize size, PictureFormat format, String prompt, long seed, String work) {
        return format.stamp(format.encode(paint(size, prompt, seed)), work);
    }

    static BufferedImage paint(FrameSize size, String prompt, long seed) {
        var random = new SplittableRandom(seed);
        float hue = (float) random.nextDouble();
        BufferedImage image = gradient(size, hue);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        double sun = size.height() * (0.1 + 0.08 * random.nextDouble());
        double sunX = size.width() * (0.15 + 0.7 * random.nextDouble());
        pen.setColor(Color.getHSBColor(hue + 0.45f, 0.35f, 1f));
        pen.fill(new Ellipse2D.Double(sunX - sun, size.height() * 0.3 - sun, 2 * sun, 2 * sun));
        for (int ridge = 0; ridge < 3; ridge++) {
            pen.setColor(Color.getHSBColor(hue + 0.04f * ridge, 0.5f, 0.5f - 0.13f * ridge));
            pen.fill(ridge(size, 0.5 + 0.13 * ridge, random));
        }
        words(pen, size, prompt);
        pen.dispose();
        return image;
    }

    private static BufferedImage gradient(FrameSize size, float hue) {
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(new GradientPaint(
                0,
                0,
                Color.getHSBColor(hue, 0.55f, 0.45f),
                0,
                size.height(),
                Color.getHSBColor(hue + 0.1f, 0.4f, 0.9f)));
        pen.fillRect(0, 0, size.width(), size.height());
        pen.dispose();
        return image;
    }

    private static Path2D ridge(FrameSize size, double level, SplittableRandom random) {
        var path = new Path2D.Double();
        double phase = random.nextDouble() * 6;
        double waves = 1.5 + random.nextDouble() * 2.5;
        path.moveTo(0, size.height());
        for (int x = 0; x <= size.width(); x += Math.max(1, size.width() / 160)) {
            double at = waves * x / size.width() * Math.PI;
            double height = 0.07 * Math.sin(at + phase) + 0.025 * Math.sin(3.1 * at + 2 * phase);
            path.lineTo(x, size.height() * (level + height));
        }
        path.lineTo(size.width(), size.height());
        path.closePath();
        return path;
    }

    private static void words(Graphics2D pen, FrameSize size, String prompt) {
        int height = Math.max(10, Math.min(size.width() / 32, size.height() / 18));
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, height));
        int y = (int) (size.height() * 0.78);
        String rest = prompt.strip().replaceAll("\\s+", " ");
        for (int line = 0; line < MOST_LINES && !rest.isEmpty(); line++) {
            int end = breakAt(rest);
            String text = rest.substring(0, end).strip();
            pen.setColor(new Color(0, 0, 0, 150));
            pen.drawString(text, size.width() / 20 + 2, y + 2);
            pen.setColor(Color.WHITE);
            pen.drawString(text, size.width() / 20, y);
            rest = rest.substring(end).strip();
            y += height * 5 / 4;
        }
    }

    private static int breakAt(String text) {
        if (text.length() <= LINE_LETTERS) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', LINE_LETTERS);
        return space > 0 ? space : LINE_LETTERS;
    }
}
