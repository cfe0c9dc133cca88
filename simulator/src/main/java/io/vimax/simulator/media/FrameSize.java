package io.vimax.simulator.media;

/** Width and height of a picture in pixels. */
public record FrameSize(int width, int height) {

    public FrameSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A picture of " + width + "x" + height + " pixels");
        }
    }

    /**
     * Reads a size.
     *
     * @param text such as {@code 1600x900}
     */
    public static FrameSize parse(String text) {
        if (!text.matches("\\d{1,5}x\\d{1,5}")) {
            throw new IllegalArgumentException("No size: " + text);
        }
        String[] sides = text.split("x", 2);
        return new FrameSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }

    public FrameSize turned() {
        return new FrameSize(/* width= */ height, /* height= */ width);
    }

    public double ratio() {
        return (double) width / height;
    }
}
