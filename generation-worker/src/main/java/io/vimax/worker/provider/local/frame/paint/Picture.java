package io.vimax.worker.provider.local.frame.paint;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Comparator;
import java.util.List;

/** A finished picture that still has its layers, from far to near, and what lives between them. */
public final class Picture {
    private final int width;
    private final int height;
    private final List<Sheet> sheets;
    private final List<Living> living;
    private final short[] vignette;
    private final double focusX;
    private final double focusY;

    public Picture(
            int width,
            int height,
            List<Sheet> sheets,
            List<Living> living,
            double vignette,
            double focusX,
            double focusY) {
        this.width = width;
        this.height = height;
        this.sheets = sheets.stream()
                .filter(s -> s.width() > 0)
                .sorted(Comparator.comparingDouble(Sheet::depth))
                .toList();
        this.living = living.stream()
                .sorted(Comparator.comparingDouble(Living::depth))
                .toList();
        this.vignette = corners(width, height, vignette);
        this.focusX = focusX;
        this.focusY = focusY;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public double focusX() {
        return focusX;
    }

    public double focusY() {
        return focusY;
    }

    /** The still frame. */
    public BufferedImage flatten() {
        Compositor compositor = new Compositor(width, height);
        lay(compositor, _ -> Camera.still(), 0);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] to = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(compositor.frame(), 0, to, 0, to.length);
        return image;
    }

    /** One frame of a clip; progress 0..1 of the camera move. */
    public void film(Compositor to, Camera camera, double progress, double seconds) {
        lay(to, depth -> camera.at(progress, depth), seconds);
    }

    private void lay(Compositor to, java.util.function.DoubleFunction<Camera.View> views, double seconds) {
        int next = 0;
        for (Sheet sheet : sheets) {
            while (next < living.size() && living.get(next).depth() < sheet.depth()) {
                Living one = living.get(next++);
                one.draw(to, views.apply(one.depth()), seconds);
            }
            to.draw(sheet, views.apply(sheet.depth()), seconds);
        }
        for (; next < living.size(); next++) {
            living.get(next).draw(to, views.apply(living.get(next).depth()), seconds);
        }
        if (vignette.length > 0) {
            to.multiply(vignette);
        }
    }

    private static short[] corners(int width, int height, double strength) {
        if (strength <= 0) {
            return new short[0];
        }
        short[] factors = new short[width * height];
        for (int y = 0; y < height; y++) {
            double dy = (y - height * 0.48) / (height * 0.5);
            for (int x = 0; x < width; x++) {
                double dx = (x - width * 0.5) / (width * 0.5);
                double d = Math.max(0, Math.hypot(dx, dy) - 0.55);
                factors[y * width + x] = (short) (256 * (1 - strength * Math.min(1, d * d * 1.3)));
            }
        }
        return factors;
    }
}
