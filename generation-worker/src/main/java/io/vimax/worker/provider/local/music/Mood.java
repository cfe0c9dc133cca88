package io.vimax.worker.provider.local.music;

import java.util.List;
import java.util.Locale;

/** A mood in terms of music: mode, harmony, pace and colour. */
enum Mood {
    CALM("lydian", new int[] {0, 2, 4, 6, 7, 9, 11}, 8.0, 900, 0.55, List.of("0 5 3 4", "0 1 5 4", "0 2 5 3")),
    HOPEFUL("ionian", new int[] {0, 2, 4, 5, 7, 9, 11}, 6.2, 1300, 0.75, List.of("0 4 5 3", "3 0 4 5", "0 5 3 4")),
    TENSE("phrygian", new int[] {0, 1, 3, 5, 7, 8, 10}, 7.0, 620, 0.35, List.of("0 1 0 6", "0 5 1 0", "0 3 1 6")),
    SAD("aeolian", new int[] {0, 2, 3, 5, 7, 8, 10}, 7.4, 760, 0.5, List.of("0 5 2 6", "0 3 5 4", "0 6 5 3")),
    JOYFUL("ionian", new int[] {0, 2, 4, 5, 7, 9, 11}, 4.6, 1700, 1.0, List.of("0 3 4 0", "0 5 1 4", "0 3 0 4")),
    MYSTERIOUS("dorian", new int[] {0, 2, 3, 5, 7, 9, 10}, 8.4, 700, 0.45, List.of("0 3 0 6", "0 1 3 2", "0 3 5 1"));

    private final String mode;
    private final int[] scale;
    private final double chordSeconds;
    private final double cutoffHz;
    private final double liveliness;
    private final List<String> progressions;

    Mood(String mode, int[] scale, double chordSeconds, double cutoffHz, double liveliness, List<String> progressions) {
        this.mode = mode;
        this.scale = scale;
        this.chordSeconds = chordSeconds;
        this.cutoffHz = cutoffHz;
        this.liveliness = liveliness;
        this.progressions = progressions;
    }

    static Mood of(String name) {
        for (var mood : values()) {
            if (mood.name().equals(name.strip().toUpperCase(Locale.ROOT))) {
                return mood;
            }
        }
        return CALM;
    }

    String mode() {
        return mode;
    }

    /** The semitones above the root of the n-th step of the scale; steps go on over the octave, and below zero. */
    int semitones(int step) {
        return 12 * Math.floorDiv(step, 7) + scale[Math.floorMod(step, 7)];
    }

    double chordSeconds() {
        return chordSeconds;
    }

    /** How dark the pads are, before movement. */
    double cutoffHz() {
        return cutoffHz;
    }

    /** How often bells are heard, 0..1. */
    double liveliness() {
        return liveliness;
    }

    List<String> progressions() {
        return progressions;
    }
}
