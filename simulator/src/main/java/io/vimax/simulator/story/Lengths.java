package io.vimax.simulator.story;

import java.util.ArrayList;
import java.util.List;

/** How long shots last, in milliseconds. */
final class Lengths {

    static final long SHORTEST_MS = 2_500;
    static final long LONGEST_MS = 8_000;

    private static final int MS_OF_A_WORD = 400;
    private static final int MS_OF_A_CHINESE_LETTER = 270;
    private static final int PAUSE_MS = 700;

    private Lengths() {}

    /** How long words take to be said, with a breath after them. */
    static long ofSpeech(String text) {
        long han = text.codePoints().filter(Character::isIdeographic).count();
        long words = text.replaceAll("[\\p{IsHan}\\p{Punct}]+", " ").strip().split("\\s+").length;
        return han * MS_OF_A_CHINESE_LETTER + (han > 0 ? 0 : words * MS_OF_A_WORD) + PAUSE_MS;
    }

    static long bounded(long ms) {
        return Math.clamp(ms, SHORTEST_MS, LONGEST_MS);
    }

    /** The lengths, longer or shorter in proportion so that they add up as nearly as the bounds allow. */
    static List<Long> fit(List<Long> wished, long total) {
        var fitted = new ArrayList<>(wished);
        for (int round = 0; round < 8; round++) {
            long sum = fitted.stream().mapToLong(Long::longValue).sum();
            if (sum == total) {
                break;
            }
            fitted.replaceAll(ms -> bounded(Math.round((double) ms * total / sum)));
        }
        return fitted;
    }
}
