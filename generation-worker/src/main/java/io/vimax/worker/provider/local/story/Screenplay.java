package io.vimax.worker.provider.local.story;

import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * A finished screenplay, exactly as the editor reads it: the names of the components are those of the JSON document in
 * snake case.
 *
 * @param format {@value #FORMAT}
 * @param language {@code en} or {@code zh}
 * @param palette a word for the film's colours and sounds: the weather, or the place
 */
public record Screenplay(
        String format,
        String title,
        String logline,
        String language,
        String palette,
        List<Character> characters,
        List<Scene> scenes) {
    public static final String FORMAT = "vimax-screenplay/1";

    /**
     * Somebody who speaks or is seen.
     *
     * @param look what one sees, for drawing; the name where a script tells no more
     */
    public record Character(String name, String description, String look) {}

    /**
     * @param timeOfDay dawn, morning, day, dusk or night
     * @param weather clear, cloudy, rain, storm, snow, fog or wind
     * @param mood calm, hopeful, tense, sad, joyful or mysterious
     * @param act beginning, rising, turn or end
     */
    public record Scene(
            String heading,
            String place,
            String timeOfDay,
            String weather,
            boolean interior,
            String mood,
            String act,
            String summary,
            List<Shot> shots) {}

    /**
     * @param framing wide, medium, close, detail or aerial
     * @param cameraMove push_in, pull_out, pan_left, pan_right, tilt_up, tilt_down or static
     * @param durationMs milliseconds
     */
    public record Shot(
            String description,
            String framing,
            String cameraMove,
            List<String> people,
            int durationMs,
            List<Line> lines) {}

    /** @param kind narration or dialogue */
    public record Line(String speaker, String kind, String text) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    public String toJson() {
        return JSON.writeValueAsString(this);
    }
}
