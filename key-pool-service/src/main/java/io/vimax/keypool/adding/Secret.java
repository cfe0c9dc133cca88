package io.vimax.keypool.adding;

import java.util.regex.Pattern;

/** The clear text of a key, for as long as it takes to seal it. */
public record Secret(String text) {

    /** Visible ASCII without spaces: what fits into a header. */
    public static final String FORM = "[\\x21-\\x7e]{8,500}";

    public static final String FORM_IN_WORDS = "must be 8 to 500 visible ASCII characters without spaces";

    private static final Pattern FITS = Pattern.compile(FORM);
    private static final int SHOWN = 4;
    private static final int LEAST_TO_SHOW = 16;

    public static boolean fits(String text) {
        return FITS.matcher(text).matches();
    }

    /** First characters; empty for a short secret, of which nothing may be told. */
    public String prefix() {
        return text.length() < LEAST_TO_SHOW ? "" : text.substring(0, SHOWN);
    }

    public String lastFour() {
        return text.length() < LEAST_TO_SHOW ? "" : text.substring(text.length() - SHOWN);
    }

    /** First and last characters with the middle left out; empty for a short secret. */
    public String shown() {
        return prefix().isEmpty() ? "" : prefix() + "…" + lastFour();
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
