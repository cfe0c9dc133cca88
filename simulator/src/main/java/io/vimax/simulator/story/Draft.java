package io.vimax.simulator.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A screenplay before it is written down. */
record Draft(String title, String logline, List<Character> cast, List<Scene> scenes) {

    /** @param look what one sees of somebody */
    record Character(String name, String description, String look) {}

    record Scene(
            String heading,
            String place,
            String time,
            String weather,
            boolean interior,
            String mood,
            String act,
            String summary,
            List<Shot> shots) {}

    /** @param durationMs wished for; {@link Lengths} makes all of them add up */
    record Shot(
            String description,
            String framing,
            String move,
            List<String> people,
            long durationMs,
            @Nullable Line line) {}

    /** @param kind narration or dialogue */
    record Line(String speaker, String kind, String text) {

        static Line told(String text, boolean chinese) {
            return new Line(chinese ? "旁白" : "Narrator", "narration", text);
        }

        static Line said(String speaker, String text) {
            return new Line(speaker, "dialogue", text);
        }
    }
}
