package io.vimax.editor.episode;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Shape of the picture, with the size in pixels that films of this shape have. */
public enum Ratio {
    WIDE("16:9", 1280, 720),
    TALL("9:16", 720, 1280),
    SQUARE("1:1", 960, 960);

    /** Frames per second of every film. */
    public static final int FPS = 24;

    private final String word;
    public final int width;
    public final int height;

    Ratio(String word, int width, int height) {
        this.word = word;
        this.width = width;
        this.height = height;
    }

    @JsonValue
    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException if there is no such shape */
    @JsonCreator
    public static Ratio of(String word) {
        return Arrays.stream(values())
                .filter(ratio -> ratio.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The ratio is one of 16:9, 9:16 and 1:1"));
    }
}
