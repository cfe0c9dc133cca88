package io.vimax.conversation.understanding;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message from which every part that was understood is taken out; what stays at the end is the story. */
final class Remainder {

    private String text;

    Remainder(String text) {
        this.text = text;
    }

    static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Takes out every match; the last one counts, since people correct themselves to the right. */
    Optional<MatchResult> take(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        var left = new StringBuilder(text);
        MatchResult last = null;
        while (matcher.find()) {
            last = matcher.toMatchResult();
            for (int i = matcher.start(); i < matcher.end(); i++) {
                left.setCharAt(i, ' ');
            }
        }
        text = left.toString();
        return Optional.ofNullable(last);
    }

    /** Without the gaps of what was taken out. */
    String text() {
        return text.replaceAll("[ \\t]+", " ")
                .replaceAll("(?<=\\p{IsHan}) (?=\\p{IsHan})", "")
                .replaceAll(" (?=[,.;!?，。；！？])", "")
                .strip();
    }
}
