package io.vimax.simulator.media;

import io.vimax.simulator.picture.ScenePainter;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Paints pictures. A plain picture is painted once for each size and format; a drawn one for each prompt. Thread-safe. */
final class Pictures {

    private static final int MOST_PLAIN = 32;

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

    /** What the prompt speaks of. */
    byte[] drawn(FrameSize size, PictureFormat format, String prompt, long seed, String work) {
        return format.stamp(format.encode(ScenePainter.paint(size.width(), size.height(), prompt, seed)), work);
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
}
