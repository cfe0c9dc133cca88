package io.vimax.conversation.understanding;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Numbers in digits and in English and Chinese words, as far as film lengths and scene counts need them. */
final class Numbers {

    /** Matches what {@link #parse} reads. */
    static final String ENGLISH =
            "(?:\\d{1,6}(?:\\.\\d)?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
                    + "|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
                    + "|seventeen|eighteen|nineteen|an?)";

    static final String CHINESE = "(?:\\d{1,6}(?:\\.\\d)?|[零〇一二两三四五六七八九十百]{1,7})";

    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final Map<Character, Integer> DIGITS = Map.ofEntries(
            Map.entry('零', 0),
            Map.entry('〇', 0),
            Map.entry('一', 1),
            Map.entry('二', 2),
            Map.entry('两', 2),
            Map.entry('三', 3),
            Map.entry('四', 4),
            Map.entry('五', 5),
            Map.entry('六', 6),
            Map.entry('七', 7),
            Map.entry('八', 8),
            Map.entry('九', 9));

    private Numbers() {}

    static double parse(String words) {
        String text = words.strip().toLowerCase(Locale.ROOT);
        if (Character.isDigit(text.charAt(0))) {
            return Double.parseDouble(text);
        }
        if (text.equals("a") || text.equals("an")) {
            return 1;
        }
        return text.charAt(0) < 128 ? english(text) : chinese(text);
    }

    private static int english(String text) {
        int sum = 0;
        for (String word : text.split("[- ]", -1)) {
            sum += SMALL.contains(word) ? SMALL.indexOf(word) : 10 * TENS.indexOf(word);
        }
        return sum;
    }

    private static int chinese(String text) {
        int sum = 0;
        int digit = 0;
        boolean bare = true;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '十' || sign == '百') {
                // Ten alone is 十, not 一十.
                sum += (digit == 0 && sum == 0 ? 1 : digit) * (sign == '十' ? 10 : 100);
                digit = 0;
                bare = false;
            } else {
                digit = bare ? digit * 10 + DIGITS.getOrDefault(sign, 0) : DIGITS.getOrDefault(sign, 0);
            }
        }
        return sum + digit;
    }
}
