package io.vimax.worker.provider.screenplay;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words that a screenplay may use, as the editor knows them, and what models say instead. */
final class Words {

    static final List<String> TIMES_OF_DAY = List.of("dawn", "morning", "day", "dusk", "night");
    static final List<String> WEATHERS = List.of("clear", "cloudy", "rain", "storm", "snow", "fog", "wind");
    static final List<String> MOODS = List.of("calm", "hopeful", "tense", "sad", "joyful", "mysterious");
    static final List<String> ACTS = List.of("beginning", "rising", "turn", "end");
    static final List<String> FRAMINGS = List.of("wide", "medium", "close", "detail", "aerial");
    static final List<String> CAMERA_MOVES =
            List.of("push_in", "pull_out", "pan_left", "pan_right", "tilt_up", "tilt_down", "static");
    static final List<String> LINE_KINDS = List.of("narration", "dialogue");

    /** Only what means the same. */
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("sunrise", "dawn"),
            Map.entry("noon", "day"),
            Map.entry("afternoon", "day"),
            Map.entry("sunset", "dusk"),
            Map.entry("evening", "dusk"),
            Map.entry("midnight", "night"),
            Map.entry("sunny", "clear"),
            Map.entry("overcast", "cloudy"),
            Map.entry("rainy", "rain"),
            Map.entry("stormy", "storm"),
            Map.entry("thunderstorm", "storm"),
            Map.entry("snowy", "snow"),
            Map.entry("foggy", "fog"),
            Map.entry("mist", "fog"),
            Map.entry("misty", "fog"),
            Map.entry("windy", "wind"),
            Map.entry("peaceful", "calm"),
            Map.entry("suspenseful", "tense"),
            Map.entry("melancholic", "sad"),
            Map.entry("happy", "joyful"),
            Map.entry("close_up", "close"),
            Map.entry("closeup", "close"),
            Map.entry("extreme_close_up", "detail"),
            Map.entry("medium_shot", "medium"),
            Map.entry("wide_shot", "wide"),
            Map.entry("zoom_in", "push_in"),
            Map.entry("dolly_in", "push_in"),
            Map.entry("zoom_out", "pull_out"),
            Map.entry("dolly_out", "pull_out"),
            Map.entry("narrator", "narration"),
            Map.entry("dialog", "dialogue"));

    private Words() {}

    /** The known word that is meant; empty if that would be a guess. */
    static Optional<String> meant(String said, List<String> known) {
        String plain = said.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        String word = known.contains(plain) ? plain : SYNONYMS.getOrDefault(plain, plain);
        return known.contains(word) ? Optional.of(word) : Optional.empty();
    }
}
