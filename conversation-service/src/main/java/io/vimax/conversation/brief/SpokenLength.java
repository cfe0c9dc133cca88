package io.vimax.conversation.brief;

/** How long a text takes when read aloud; the editor holds scripts to the same rates. */
final class SpokenLength {

    private static final double WORDS_PER_SECOND = 2.6;
    private static final double CHINESE_CHARACTERS_PER_SECOND = 4.2;

    private SpokenLength() {}

    /** Whole seconds, rounded up. */
    static int seconds(String text) {
        long han = han(text);
        return (int) Math.ceil((words(text) - han) / WORDS_PER_SECOND + han / CHINESE_CHARACTERS_PER_SECOND);
    }

    /** Words, each Chinese character counted as one. */
    private static int words(String text) {
        int count = 0;
        boolean inWord = false;
        for (int point : text.codePoints().toArray()) {
            if (isHan(point)) {
                count++;
                inWord = false;
            } else if (Character.isLetterOrDigit(point)) {
                count += inWord ? 0 : 1;
                inWord = true;
            } else {
                // An apostrophe belongs to its word: don't is one.
                inWord = inWord && (point == '\'' || point == '’');
            }
        }
        return count;
    }

    private static long han(String text) {
        return text.codePoints().filter(SpokenLength::isHan).count();
    }

    private static boolean isHan(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
    }
}
