package io.vimax.editor.script;

import java.util.List;

/** The words that scenes and shots may use; the events name the same ones. */
public final class Vocabulary {

    public static final List<String> TIMES_OF_DAY = List.of("dawn", "morning", "day", "dusk", "night");
    public static final List<String> WEATHERS = List.of("clear", "cloudy", "rain", "storm", "snow", "fog", "wind");
    public static final List<String> MOODS = List.of("calm", "hopeful", "tense", "sad", "joyful", "mysterious");
    public static final List<String> ACTS = List.of("beginning", "rising", "turn", "end");
    public static final List<String> FRAMINGS = List.of("wide", "medium", "close", "detail", "aerial");
    public static final List<String> CAMERA_MOVES =
            List.of("push_in", "pull_out", "pan_left", "pan_right", "tilt_up", "tilt_down", "static");
    public static final List<String> LINE_KINDS = List.of("narration", "dialogue");

    public static final int MOST_SCENES = 60;
    public static final int MOST_SHOTS_OF_A_SCENE = 40;
    public static final int MOST_LINES_OF_A_SCENE = 200;
    public static final int LONGEST_TEXT = 2_000;
    public static final long SHORTEST_SHOT_MS = 500;
    public static final long LONGEST_SHOT_MS = 120_000;

    private Vocabulary() {}
}
