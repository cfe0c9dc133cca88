package io.vimax.worker.provider.local.story;

import io.vimax.worker.provider.local.story.text.ReadingTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a story before it is timed: one idea, told in a few lines and looks. One or more beats make a scene.
 *
 * @param heading slugline of a scene that starts with this beat
 */
record Beat(Setting setting, String heading, String act, String summary, List<Look> looks, List<Spoken> lines) {
    record Setting(String place, String timeOfDay, String weather, boolean interior, String mood) {}

    record Look(String framing, String cameraMove, List<String> people, String description) {}

    /**
     * @param priority 1 is told first when time is short; 0 must never be left out
     * @param look what is seen meanwhile, when the line itself says it
     */
    record Spoken(
            String speaker,
            boolean dialogue,
            String text,
            int priority,
            @Nullable Look look) {
        Spoken(String speaker, boolean dialogue, String text, int priority) {
            this(speaker, dialogue, text, priority, null);
        }

        Spoken saying(String words) {
            return new Spoken(speaker, dialogue, words, priority, look);
        }

        int needMs() {
            return ReadingTime.ofLine(text);
        }

        Screenplay.Line line() {
            return new Screenplay.Line(speaker, dialogue ? "dialogue" : "narration", text);
        }
    }
}
