package io.vimax.worker.provider.local.story.text;

import java.util.regex.Pattern;

/** How long it takes to say something aloud at a storyteller's pace. */
public final class ReadingTime {
    /** English, words per second. */
    public static final double WORDS_PER_SECOND = 2.4;

    /** Chinese, characters per second. */
    public static final double CHARACTERS_PER_SECOND = 4.0;

    /** Silence that a line needs around itself, milliseconds. */
    public static final int AIR_MS = 400;

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}]]+(?:['’-][\\p{L}\\p{N}&&[^\\p{IsHan}]]+)*");

    private ReadingTime() {}

    /** The time of a whole line, air included, milliseconds. */
    public static int ofLine(String text) {
        return ofWords(text) + AIR_MS;
    }

    /** The time of the words alone, milliseconds; both languages may be mixed. */
    public static int ofWords(String text) {
        return (int)
                Math.ceil(wordCount(text) * 1000 / WORDS_PER_SECOND + hanCount(text) * 1000 / CHARACTERS_PER_SECOND);
    }

    public static int wordCount(String text) {
        return (int) WORD.matcher(text).results().count();
    }

    public static int hanCount(String text) {
        return (int) text.codePoints().filter(Character::isIdeographic).count();
    }
}
