package io.vimax.worker.provider.local.frame.people;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds words in descriptions: at the start of a word in English, anywhere in Chinese. */
final class Words {
    private final String text;

    Words(String text) {
        // A spaceship is no boat; as long as before, so that positions stay.
        this.text = text.toLowerCase(Locale.ROOT).replace("飞船", "飞器");
    }

    boolean any(String... words) {
        return List.of(words).stream().anyMatch(w -> at(w) >= 0);
    }

    /** Position of the first mention, or -1. */
    int at(String word) {
        if (word.charAt(0) > 127) {
            return text.indexOf(word);
        }
        var found = Pattern.compile(
                        "(?<![\\p{L}])" + Pattern.quote(word) + (word.length() < 5 ? "(s|es|ing|ed)?(?![\\p{L}])" : ""))
                .matcher(text);
        return found.find() ? found.start() : -1;
    }
}
