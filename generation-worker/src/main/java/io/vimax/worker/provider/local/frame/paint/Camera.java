package io.vimax.worker.provider.local.frame.paint;

/**
 * A camera move over the sheets. Progress runs 0..1 over the clip; the still frame is {@link #still()}.
 *
 * @param focusX what a push goes towards, in frame pixels
 */
public record Camera(String move, int width, int height, double focusX, double focusY, double drift) {

    /** Where a sheet at a depth lies: out = stage * scale + shift. */
    public record View(double scale, double shiftX, double shiftY) {
        public double x(double stageX) {
            return stageX * scale + shiftX;
        }

        public double y(double stageY) {
            return stageY * scale + shiftY;
        }
    }

    /** Share of the frame that sheets reach beyond it on each side. */
    public static final double MARGIN = 0.1;

    public static View still() {
        return new View(1, 0, 0);
    }

    public View at(double progress, double depth) {
        double e = ease(progress);
        double centred = e - 0.5;
        double zoom = 1;
        double panX = Math.sin(progress * Math.PI * 1.3 + drift) * 0.0035 * width;
        double panY = Math.sin(progress * Math.PI * 0.9 + drift * 2) * 0.003 * height;
        switch (move) {
            case "push_in" -> zoom = 1 + 0.15 * e;
            case "pull_out" -> zoom = 1.15 - 0.15 * e;
            case "pan_left" -> panX += 0.105 * width * centred;
            case "pan_right" -> panX -= 0.105 * width * centred;
            case "tilt_up" -> panY += 0.11 * height * centred;
            case "tilt_down" -> panY -= 0.11 * height * centred;
            default -> zoom = 1.004 + 0.022 * e;
        }
        if (zoom == 1) {
            zoom = 1.012;
        }
        double near = Math.min(1.35, depth);
        double scale = 1 + (zoom - 1) * (0.3 + 0.7 * near);
        double part = 0.14 + 0.86 * near;
        double shiftX = focusX * (1 - scale) + panX * part;
        double shiftY = focusY * (1 - scale) + panY * part;
        return new View(scale, keepInside(shiftX, scale, width), keepInside(shiftY, scale, height));
    }

    /** Never shows what lies beyond the margin of a sheet. */
    private static double keepInside(double shift, double scale, int size) {
        double reach = MARGIN * 0.96 * size * scale;
        return Math.clamp(shift, size - size * scale - reach, reach);
    }

    /** Starts and lands softly and runs evenly in between. */
    static double ease(double t) {
        double c = Math.clamp(t, 0, 1);
        double soft = c * c * c * (c * (c * 6 - 15) + 10);
        return 0.45 * c + 0.55 * soft;
    }
}
