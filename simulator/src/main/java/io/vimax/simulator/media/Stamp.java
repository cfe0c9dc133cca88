package io.vimax.simulator.media;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The mark inside a result that names the work it was made for, wherever its format keeps such remarks. */
public final class Stamp {

    private static final String BEGIN = "simulated-result<";
    private static final char END = '>';

    private Stamp() {}

    static byte[] bytes(String work) {
        return (BEGIN + work + END).getBytes(StandardCharsets.UTF_8);
    }

    /** The work that a file was made for; empty for files that no simulator made. */
    public static Optional<String> read(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int begin = text.indexOf(BEGIN);
        if (begin < 0) {
            return Optional.empty();
        }
        int end = text.indexOf(END, begin);
        return end < 0 ? Optional.empty() : Optional.of(text.substring(begin + BEGIN.length(), end));
    }
}
