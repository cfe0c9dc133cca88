package io.vimax.worker.captions;

/**
 * How much text fits on the screen. {@code lineUnits} counts columns: a Latin letter is 1, a Chinese character 2. Two
 * lines of 42 letters or 16 to 18 Chinese characters are what broadcasters allow on a wide picture.
 */
public record CaptionLayout(int lineUnits) {

    static final int MAX_LINES = 2;

    public CaptionLayout {
        if (lineUnits < 8) {
            throw new IllegalArgumentException("a caption line needs at least 8 columns");
        }
    }

    /** The layout for a picture; the narrower it is, the larger the letters are in comparison. */
    public static CaptionLayout forFrame(int width, int height) {
        var ratio = (double) width / height;
        return new CaptionLayout(ratio > 1.5 ? 42 : ratio > 0.9 ? 36 : 26);
    }
}
