package io.vimax.worker.provider.local.story.text;

import java.util.Locale;

/** What is done to single words. */
public final class Words {

    private Words() {}

    public static String capitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
