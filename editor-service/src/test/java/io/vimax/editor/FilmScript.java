package io.vimax.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Screenplays for tests. */
public final class FilmScript {

    private FilmScript() {}

    /** The same with two people in every shot, of whom Mara has the word. */
    public static String withTwo(int scenes, int shotsPerScene, long filmMs) {
        return json(scenes, shotsPerScene, filmMs)
                .replace("\"people\":[\"Mara\"]", "\"people\":[\"Ben\",\"Mara\"]")
                .replace("\"speaker\":\"Narrator\"", "\"speaker\":\"Mara\"")
                .replace("\"kind\":\"narration\"", "\"kind\":\"dialogue\"")
                .replace(
                        "\"characters\":[",
                        "\"characters\":[{\"name\":\"Ben\",\"description\":\"boy\",\"look\":\"blue cap\"},");
    }

    /** A screenplay of two-line shots that adds up to a film of this length. */
    public static String json(int scenes, int shotsPerScene, long filmMs) {
        long left = filmMs - 4_500 + 500L * (scenes + 1);
        int shotsLeft = scenes * shotsPerScene;
        var sceneList = new ArrayList<Map<String, Object>>();
        for (int scene = 1; scene <= scenes; scene++) {
            var shots = new ArrayList<Map<String, Object>>();
            for (int shot = 1; shot <= shotsPerScene; shot++) {
                long duration = left / shotsLeft;
                left -= duration;
                shotsLeft--;
                shots.add(Map.of(
                        "description",
                        "Mara climbs stair " + scene + "." + shot,
                        "framing",
                        "wide",
                        "camera_move",
                        "push_in",
                        "people",
                        List.of("Mara"),
                        "duration_ms",
                        duration,
                        "lines",
                        shot == 1
                                ? List.of(Map.of(
                                        "speaker",
                                        "Narrator",
                                        "kind",
                                        "narration",
                                        "text",
                                        "She kept the light alone."))
                                : List.of()));
            }
            sceneList.add(Map.of(
                    "heading", "EXT. LIGHTHOUSE - NIGHT",
                    "place", "lighthouse on a cliff",
                    "time_of_day", "night",
                    "weather", "storm",
                    "interior", false,
                    "mood", "tense",
                    "act", "rising",
                    "summary", "Mara goes up.",
                    "shots", shots));
        }
        return JsonMapper.builder()
                .build()
                .writeValueAsString(Map.of(
                        "format", "vimax-screenplay/1",
                        "title", "The Last Light",
                        "logline", "A keeper stays.",
                        "language", "en",
                        "characters", List.of(Map.of("name", "Mara", "description", "keeper", "look", "grey coat")),
                        "scenes", sceneList));
    }
}
