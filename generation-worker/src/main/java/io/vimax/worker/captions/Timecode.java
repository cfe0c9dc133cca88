package io.vimax.worker.captions;

import java.util.Locale;

/** The clock notations of the caption formats; hours grow beyond two digits where a film is that long. */
final class Timecode {

    private Timecode() {}

    static String milliseconds(long ms, char decimalMark) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d%c%03d",
                ms / 3_600_000,
                ms / 60_000 % 60,
                ms / 1000 % 60,
                decimalMark,
                ms % 1000);
    }

    /** ASS counts hundredths of a second. */
    static String centiseconds(long ms) {
        var hundredths = Math.round(ms / 10.0);
        return String.format(
                Locale.ROOT,
                "%d:%02d:%02d.%02d",
                hundredths / 360_000,
                hundredths / 6_000 % 60,
                hundredths / 100 % 60,
                hundredths % 100);
    }

    /** Reads {@code [hours:]minutes:seconds[.,]fraction}. */
    static long parse(String text) {
        var parts = text.strip().replace(',', '.').split(":", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw new IllegalArgumentException("not a time: " + text);
        }
        var minutes = 0L;
        for (var i = 0; i < parts.length - 1; i++) {
            minutes = minutes * 60 + Long.parseLong(parts[i].strip());
        }
        return minutes * 60_000 + Math.round(Double.parseDouble(parts[parts.length - 1]) * 1000);
    }
}
