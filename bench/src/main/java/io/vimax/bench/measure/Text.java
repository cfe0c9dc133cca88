package io.vimax.bench.measure;

import java.util.Locale;

/** Figures in words, alike in every country. */
public final class Text {

    private Text() {}

    public static String format(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
