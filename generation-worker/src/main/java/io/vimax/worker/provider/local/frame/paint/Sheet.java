package io.vimax.worker.provider.local.frame.paint;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * One layer of a picture: premultiplied ARGB pixels with an origin on the stage, a depth, and how it moves by itself.
 * Painted on through {@link #paint()}, then {@link #seal sealed}: cropped to what is painted, with the painted span of
 * every row noted so that the compositor skips the rest.
 */
public final class Sheet {

    /** How a sheet moves without the camera. */
    public sealed interface Motion {
        record Still() implements Motion {}

        /** Slides sideways, in pixels a second. */
        record Slide(double speed) implements Motion {}

        /** Breathes about a point on the ground; amplitude as a share of height, phase in radians. */
        record Breathe(double footX, double footY, double amplitude, double phase) implements Motion {}

        /** Rolls like a boat; about a point, amplitude in pixels up and down. */
        record Bob(double amplitude, double period, double phase) implements Motion {}

        /** Rows below a line run to and fro like water; amplitude in pixels at the foot. */
        record Ripple(double fromY, double amplitude) implements Motion {}
    }

    private final BufferedImage image;
    private final double depth;
    private final Motion motion;
    private int originX;
    private int originY;
    private int width;
    private int height;
    private int[] pixels;
    private int[] spanStart = new int[0];
    private int[] spanEnd = new int[0];

    public Sheet(int stageWidth, int stageHeight, int marginX, int marginY, double depth, Motion motion) {
        this.width = stageWidth + 2 * marginX;
        this.height = stageHeight + 2 * marginY;
        this.originX = -marginX;
        this.originY = -marginY;
        this.depth = depth;
        this.motion = motion;
        this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /** A graphics whose 0,0 is the upper left corner of the frame, not of the sheet. */
    public Graphics2D paint() {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.translate(-originX, -originY);
        return g;
    }

    /** Multiplies the paint by the texture of the look. */
    public void texture(Texture texture) {
        texture.apply(pixels, width, height, originX, originY);
    }

    /** Out of focus: box blur of the given radius, twice. */
    public void blur(int radius) {
        if (radius > 0) {
            Blur.box(pixels, width, height, radius);
            Blur.box(pixels, width, height, radius);
        }
    }

    /** A soft shadow of what is painted, laid under it: how cut paper separates. */
    public void dropShadow(int dx, int dy, int radius, double alpha) {
        int[] shadow = new int[pixels.length];
        int a = (int) (alpha * 255);
        for (int y = Math.max(0, dy); y < height; y++) {
            for (int x = Math.max(0, dx); x < Math.min(width, width + dx); x++) {
                int from = (y - dy) * width + x - dx;
                shadow[y * width + x] = ((pixels[from] >>> 24) * a / 255) << 24;
            }
        }
        Blur.box(shadow, width, height, radius);
        for (int i = 0; i < pixels.length; i++) {
            int over = pixels[i];
            int left = 255 - (over >>> 24);
            if (left != 0) {
                pixels[i] = over + (((shadow[i] >>> 24) * left / 255) << 24);
            }
        }
    }

    /** Crops to the painted part and notes the spans. A sealed sheet is no longer painted on. */
    public Sheet seal() {
        int top = height;
        int foot = -1;
        int left = width;
        int right = -1;
        for (int y = 0; y < height; y++) {
            int row = y * width;
            int x0 = 0;
            while (x0 < width && pixels[row + x0] >>> 24 == 0) {
                x0++;
            }
            if (x0 == width) {
                continue;
            }
            int x1 = width - 1;
            while (pixels[row + x1] >>> 24 == 0) {
                x1--;
            }
            top = Math.min(top, y);
            foot = y;
            left = Math.min(left, x0);
            right = Math.max(right, x1);
        }
        if (foot < 0) {
            pixels = new int[0];
            width = 0;
            height = 0;
            return this;
        }
        int w = right - left + 1;
        int h = foot - top + 1;
        int[] kept = new int[w * h];
        spanStart = new int[h];
        spanEnd = new int[h];
        for (int y = 0; y < h; y++) {
            System.arraycopy(pixels, (y + top) * width + left, kept, y * w, w);
            int x0 = 0;
            while (x0 < w && kept[y * w + x0] >>> 24 == 0) {
                x0++;
            }
            int x1 = w;
            while (x1 > x0 && kept[y * w + x1 - 1] >>> 24 == 0) {
                x1--;
            }
            spanStart[y] = x0;
            spanEnd[y] = x1;
        }
        pixels = kept;
        originX += left;
        originY += top;
        width = w;
        height = h;
        return this;
    }

    /** A flat picture as a sheet, scaled to cover the stage and its margins. */
    public static Sheet covering(BufferedImage picture, int stageWidth, int stageHeight, int marginX, int marginY) {
        Sheet sheet = new Sheet(stageWidth, stageHeight, marginX, marginY, 0.8, new Motion.Still());
        Graphics2D g = sheet.paint();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        double scale = Math.max((double) sheet.width / picture.getWidth(), (double) sheet.height / picture.getHeight());
        int w = (int) Math.ceil(picture.getWidth() * scale);
        int h = (int) Math.ceil(picture.getHeight() * scale);
        g.drawImage(picture, (stageWidth - w) / 2, (stageHeight - h) / 2, w, h, null);
        g.dispose();
        return sheet.seal();
    }

    double depth() {
        return depth;
    }

    Motion motion() {
        return motion;
    }

    int originX() {
        return originX;
    }

    int originY() {
        return originY;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int[] pixels() {
        return pixels;
    }

    int spanStart(int row) {
        return row >= 0 && row < height ? spanStart[row] : Integer.MAX_VALUE;
    }

    int spanEnd(int row) {
        return row >= 0 && row < height ? spanEnd[row] : 0;
    }

    boolean blank() {
        return Arrays.equals(pixels, new int[0]);
    }
}
