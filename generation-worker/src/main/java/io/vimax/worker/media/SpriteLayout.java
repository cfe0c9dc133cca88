package io.vimax.worker.media;

/**
 * How the stills of a film lie in one picture: from left to right, then from top to bottom. Still n shows the film at n times the
 * interval.
 *
 * @param tileWidth of one still in pixels, as is tileHeight
 * @param columns stills in a row
 * @param count stills in all; what is behind the last one in the picture is nothing
 * @param intervalMs between two stills
 */
public record SpriteLayout(int tileWidth, int tileHeight, int columns, int count, long intervalMs) {

    /** The longer side of a still: sharp enough for a strip of the timeline, and some 4 KB. */
    private static final int LONGER_SIDE = 160;

    private static final int MOST_COLUMNS = 10;
    private static final int MOST_STILLS = 100;
    private static final long LEAST_INTERVAL_MS = 500;

    /** The layout for a film: a still each half second, or further apart if there were more than a hundred. */
    public static SpriteLayout of(long durationMs, int width, int height) {
        long interval = Math.max(LEAST_INTERVAL_MS, Math.ceilDiv(durationMs, MOST_STILLS));
        int count = (int) Math.clamp(durationMs / interval, 1, MOST_STILLS);
        double scale = (double) LONGER_SIDE / Math.max(width, height);
        return new SpriteLayout(
                even(width * scale), even(height * scale), Math.min(count, MOST_COLUMNS), count, interval);
    }

    public int rows() {
        return Math.ceilDiv(count, columns);
    }

    /** Encoders halve the resolution of colour. */
    private static int even(double pixels) {
        return Math.max(2, (int) Math.round(pixels / 2) * 2);
    }
}
