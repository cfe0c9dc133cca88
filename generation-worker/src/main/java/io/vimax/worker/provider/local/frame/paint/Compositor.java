package io.vimax.worker.provider.local.frame.paint;

/**
 * Lays sheets and lights over each other into one opaque frame of 0xFFRRGGBB pixels. Written by hand because it runs for
 * every layer of every frame: rows are blended vertically first (a loop the JIT vectorizes), then resampled
 * horizontally, and only within the painted span.
 */
public final class Compositor {
    private static final int RB = 0x00ff00ff;

    private final int width;
    private final int height;
    private final int[] frame;
    private final int[] columns;
    private final int[] weights;
    private int[] row = new int[0];

    public Compositor(int width, int height) {
        this.width = width;
        this.height = height;
        this.frame = new int[width * height];
        this.columns = new int[width];
        this.weights = new int[width];
    }

    public int[] frame() {
        return frame;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public void draw(Sheet sheet, Camera.View view, double seconds) {
        double dx = 0;
        double dy = 0;
        double stretch = 1;
        double foot = 0;
        double rippleFrom = Double.MAX_VALUE;
        double ripple = 0;
        switch (sheet.motion()) {
            case Sheet.Motion.Still _ -> {}
            case Sheet.Motion.Slide slide -> dx = slide.speed() * seconds;
            case Sheet.Motion.Breathe b -> {
                stretch = 1 + b.amplitude() * Math.sin(seconds * 2.1 + b.phase());
                dx = b.amplitude() * 120 * Math.sin(seconds * 0.9 + b.phase() * 2);
                foot = b.footY();
            }
            case Sheet.Motion.Bob b -> {
                dy = b.amplitude() * Math.sin(seconds * 2 * Math.PI / b.period() + b.phase());
                dx = b.amplitude() * 0.4 * Math.sin(seconds * 2 * Math.PI / b.period() * 0.7 + b.phase());
            }
            case Sheet.Motion.Ripple r -> {
                rippleFrom = view.y(r.fromY());
                ripple = r.amplitude();
            }
        }
        if (sheet.width() == 0) {
            return;
        }
        double scaleY = view.scale() * stretch;
        double shiftY = view.y(foot) - foot * scaleY + dy;
        double shiftX = view.shiftX() + dx * view.scale();
        lay(sheet, view.scale(), shiftX, scaleY, shiftY, rippleFrom, ripple, seconds);
    }

    private void lay(
            Sheet sheet, double sx, double tx, double sy, double ty, double rippleFrom, double ripple, double seconds) {
        int sw = sheet.width();
        if (row.length < sw + 2) {
            row = new int[sw + 2];
        }
        prepareColumns(sheet, sx, tx);
        int first = Math.max(0, (int) Math.floor((sheet.originY() - 1) * sy + ty));
        int last = Math.min(height - 1, (int) Math.ceil((sheet.originY() + sheet.height() + 1) * sy + ty));
        boolean moved = false;
        for (int y = first; y <= last; y++) {
            if (y > rippleFrom) {
                double below = (y - rippleFrom) / Math.max(1, height - rippleFrom);
                double wave =
                        Math.sin(y * (0.35 - 0.25 * below) + seconds * 2.2) + 0.6 * Math.sin(y * 0.11 - seconds * 1.3);
                prepareColumns(sheet, sx, tx + ripple * (0.15 + below) * wave);
                moved = true;
            } else if (moved) {
                prepareColumns(sheet, sx, tx);
                moved = false;
            }
            double sourceY = (y + 0.5 - ty) / sy - 0.5 - sheet.originY();
            int y0 = (int) Math.floor(sourceY);
            int wy = (int) ((sourceY - y0) * 256);
            int start = Math.min(sheet.spanStart(y0), sheet.spanStart(y0 + 1));
            int end = Math.max(sheet.spanEnd(y0), sheet.spanEnd(y0 + 1));
            if (start >= end) {
                continue;
            }
            verticalBlend(sheet, y0, wy, start, end);
            int x0 = Math.max(0, (int) Math.floor((start + sheet.originX() - 1) * sx + tx - Math.abs(ripple) * 3));
            int x1 = Math.min(width, (int) Math.ceil((end + sheet.originX() + 1) * sx + tx + Math.abs(ripple) * 3));
            horizontalBlend(y * width, x0, x1, start, end);
        }
    }

    private void prepareColumns(Sheet sheet, double sx, double tx) {
        double step = 1 / sx;
        double source = (0.5 - tx) / sx - 0.5 - sheet.originX();
        long fixed = Math.round(source * 65536);
        long stepFixed = Math.round(step * 65536);
        for (int x = 0; x < width; x++) {
            columns[x] = (int) (fixed >> 16);
            weights[x] = (int) (fixed >> 8 & 255);
            fixed += stepFixed;
        }
    }

    private void verticalBlend(Sheet sheet, int y0, int wy, int start, int end) {
        int[] p = sheet.pixels();
        int w = sheet.width();
        int n = end - start;
        boolean up = y0 >= 0;
        boolean low = y0 + 1 < sheet.height();
        int wu = 256 - wy;
        if (up && (wy == 0 || !low)) {
            if (wy == 0) {
                System.arraycopy(p, y0 * w + start, row, 1, n);
            } else {
                fade(p, y0 * w + start, n, wu);
            }
        } else if (!up) {
            fade(p, (y0 + 1) * w + start, n, wy);
        } else {
            mixRows(p, y0 * w + start, (y0 + 1) * w + start, n, wu, wy);
        }
        row[0] = 0;
        row[n + 1] = 0;
    }

    private void fade(int[] p, int from, int n, int weight) {
        for (int i = 0; i < n; i++) {
            int c = p[from + i];
            row[1 + i] = (((c & RB) * weight) >>> 8 & RB) | ((c >>> 8 & RB) * weight & ~RB);
        }
    }

    private void mixRows(int[] p, int a, int b, int n, int wa, int wb) {
        int[] out = row;
        for (int i = 0; i < n; i++) {
            int c = p[a + i];
            int d = p[b + i];
            int rb = ((c & RB) * wa + (d & RB) * wb) >>> 8 & RB;
            int ag = ((c >>> 8 & RB) * wa + (d >>> 8 & RB) * wb) & ~RB;
            out[1 + i] = rb | ag;
        }
    }

    private void horizontalBlend(int at, int x0, int x1, int start, int end) {
        int[] out = frame;
        int[] source = row;
        for (int x = x0; x < x1; x++) {
            int i = columns[x] - start;
            if (i < -1 || i >= end - start) {
                continue;
            }
            int wb = weights[x];
            int wa = 256 - wb;
            int c = source[i + 1];
            int d = source[i + 2];
            int p;
            if (c == d) {
                p = c;
            } else {
                int rb = ((c & RB) * wa + (d & RB) * wb) >>> 8 & RB;
                int ag = ((c >>> 8 & RB) * wa + (d >>> 8 & RB) * wb) & ~RB;
                p = rb | ag;
            }
            int alpha = p >>> 24;
            if (alpha >= 254) {
                out[at + x] = p;
            } else if (alpha != 0) {
                int rest = 256 - alpha - (alpha >>> 7);
                int under = out[at + x];
                int rb = ((under & RB) * rest) >>> 8 & RB;
                int ag = (under >>> 8 & RB) * rest & ~RB;
                out[at + x] = p + (rb | ag);
            }
        }
    }

    /** Adds light that falls off from a centre; strength 0..1 at the centre. */
    public void glow(double cx, double cy, double radius, int rgb, double strength) {
        int y0 = Math.max(0, (int) (cy - radius));
        int y1 = Math.min(height - 1, (int) (cy + radius));
        double inverse = 1 / (radius * radius);
        int s = (int) (strength * 256);
        for (int y = y0; y <= y1; y++) {
            double dy = y - cy;
            double half = Math.sqrt(Math.max(0, radius * radius - dy * dy));
            int x0 = Math.max(0, (int) (cx - half));
            int x1 = Math.min(width - 1, (int) (cx + half));
            for (int x = x0; x <= x1; x++) {
                double dx = x - cx;
                double f = 1 - (dx * dx + dy * dy) * inverse;
                if (f > 0) {
                    light(y * width + x, rgb, (int) (f * f * s));
                }
            }
        }
    }

    /** A ray of light from a point, widening; angle in radians, spread is half the opening. */
    public void beam(double cx, double cy, double angle, double spread, double length, int rgb, double strength) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double tan = Math.tan(spread);
        double ex = cx + cos * length;
        double ey = cy + sin * length;
        double wide = length * tan + 4;
        int y0 = (int) Math.max(0, Math.min(cy, ey) - wide);
        int y1 = (int) Math.min(height - 1.0, Math.max(cy, ey) + wide);
        int x0 = (int) Math.max(0, Math.min(cx, ex) - wide);
        int x1 = (int) Math.min(width - 1.0, Math.max(cx, ex) + wide);
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                double dx = x - cx;
                double dy = y - cy;
                double along = dx * cos + dy * sin;
                if (along <= 0 || along >= length) {
                    continue;
                }
                double across = Math.abs(dy * cos - dx * sin) / (along * tan + 3);
                if (across < 1) {
                    double f = (1 - across * across) * (1 - along / length);
                    light(y * width + x, rgb, (int) (f * strength * 256));
                }
            }
        }
    }

    /** A soft round dab that covers; alpha 0..1. */
    public void dab(double cx, double cy, double radius, int rgb, double alpha) {
        double outer = radius + 0.7;
        int y0 = Math.max(0, (int) Math.floor(cy - outer));
        int y1 = Math.min(height - 1, (int) Math.ceil(cy + outer));
        int x0 = Math.max(0, (int) Math.floor(cx - outer));
        int x1 = Math.min(width - 1, (int) Math.ceil(cx + outer));
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                double d = Math.hypot(x - cx, y - cy);
                double cover = Math.clamp(outer - d, 0, 1.4) / 1.4;
                if (cover > 0) {
                    cover(y * width + x, rgb, (int) (cover * alpha * 256));
                }
            }
        }
    }

    /** A thin streak with soft ends; alpha 0..1, breadth in pixels. */
    public void streak(double x0, double y0, double x1, double y1, double breadth, int rgb, double alpha) {
        int steps = (int) Math.max(2, Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)));
        boolean steep = Math.abs(y1 - y0) >= Math.abs(x1 - x0);
        for (int i = 0; i <= steps; i++) {
            double t = (double) i / steps;
            double x = x0 + (x1 - x0) * t;
            double y = y0 + (y1 - y0) * t;
            double a = alpha * Math.min(1, Math.min(t, 1 - t) * 5 + 0.15);
            double cross = steep ? x : y;
            int c0 = (int) Math.floor(cross - breadth / 2);
            int c1 = (int) Math.floor(cross + breadth / 2);
            for (int c = c0; c <= c1; c++) {
                double cover = Math.min(c + 1, cross + breadth / 2) - Math.max(c, cross - breadth / 2);
                int px = steep ? c : (int) x;
                int py = steep ? (int) y : c;
                if (cover > 0 && px >= 0 && px < width && py >= 0 && py < height) {
                    cover(py * width + px, rgb, (int) (a * cover * 256));
                }
            }
        }
    }

    /** Brightens the whole frame towards a colour, for lightning. */
    public void flash(int rgb, double strength) {
        int s = (int) (strength * 256);
        for (int i = 0; i < frame.length; i++) {
            light(i, rgb, s);
        }
    }

    /** Multiplies every pixel by a factor (0..256) of a prepared map, for the vignette. */
    public void multiply(short[] factors) {
        for (int i = 0; i < frame.length; i++) {
            int p = frame[i];
            int f = factors[i];
            frame[i] = 0xff000000 | (((p & RB) * f) >>> 8 & RB) | (((p & 0xff00) * f) >>> 8 & 0xff00);
        }
    }

    /** Screens a colour onto a pixel: out = 255 - (255 - p)(255 - light). */
    private void light(int i, int rgb, int strength) {
        int p = frame[i];
        int r = p >> 16 & 255;
        int g = p >> 8 & 255;
        int b = p & 255;
        r += ((255 - r) * (((rgb >> 16 & 255) * strength) >> 8)) >> 8;
        g += ((255 - g) * (((rgb >> 8 & 255) * strength) >> 8)) >> 8;
        b += ((255 - b) * (((rgb & 255) * strength) >> 8)) >> 8;
        frame[i] = 0xff000000 | r << 16 | g << 8 | b;
    }

    private void cover(int i, int rgb, int alpha) {
        int p = frame[i];
        int rest = 256 - alpha;
        int rb = ((p & RB) * rest + (rgb & RB) * alpha) >>> 8 & RB;
        int g = ((p & 0xff00) * rest + (rgb & 0xff00) * alpha) >>> 8 & 0xff00;
        frame[i] = 0xff000000 | rb | g;
    }
}
