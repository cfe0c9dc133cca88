package io.vimax.conversation.understanding;

import java.util.regex.Pattern;

/** The language of a message, and so of the answer. */
public enum Tongue {
    ENGLISH,
    CHINESE;

    private static final Pattern LATIN_WORD = Pattern.compile("\\p{IsLatin}+");

    /**
     * Chinese when it has more Chinese characters than Latin words.
     *
     * @param otherwise the answer for a text without words, such as "30"
     */
    public static Tongue of(String text, Tongue otherwise) {
        long han = text.codePoints()
                .filter(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN)
                .count();
        long words = LATIN_WORD.matcher(text).results().count();
        if (han == 0 && words == 0) {
            return otherwise;
        }
        return han > words ? CHINESE : ENGLISH;
    }
}
