package io.vimax.editor.script;

import io.vimax.editor.episode.CastMember;
import io.vimax.editor.script.Screenplay.PlannedLine;
import io.vimax.editor.script.Screenplay.PlannedScene;
import io.vimax.editor.script.Screenplay.PlannedShot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a screenplay of form vimax-screenplay/1. Whatever the film needs must be there, of the right type and of the known
 * words; the refusal names every fault with its place, so that a person or a model can mend it. Fields that the film does not
 * use are passed over: models like to add some.
 */
public final class ScreenplayParser {

    private static final String FORMAT = "vimax-screenplay/1";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final List<String> faults = new ArrayList<>();

    private ScreenplayParser() {}

    /** @throws ScreenplayRefused naming every fault */
    public static Screenplay parse(String text) {
        JsonNode root;
        try {
            root = MAPPER.readTree(withoutFence(text));
        } catch (JacksonException e) {
            throw new ScreenplayRefused(List.of("it is not JSON (" + e.getOriginalMessage() + ")"));
        }
        if (root == null || !root.isObject()) {
            throw new ScreenplayRefused(List.of("it is not a JSON object"));
        }
        var parser = new ScreenplayParser();
        Screenplay screenplay = parser.screenplay(root);
        if (!parser.faults.isEmpty()) {
            throw new ScreenplayRefused(parser.faults);
        }
        return screenplay;
    }

    /** Chat models like to put JSON into a Markdown fence. */
    private static String withoutFence(String text) {
        String bare = text.strip();
        if (bare.startsWith("```") && bare.endsWith("```") && bare.indexOf('\n') > 0) {
            return bare.substring(bare.indexOf('\n') + 1, bare.length() - 3);
        }
        return bare;
    }

    private Screenplay screenplay(JsonNode root) {
        String format = text(root, "", "format", 40);
        if (!format.isEmpty() && !format.equals(FORMAT)) {
            faults.add("format is " + format + ", not " + FORMAT);
        }
        return new Screenplay(
                text(root, "", "title", 200),
                text(root, "", "logline", Vocabulary.LONGEST_TEXT),
                word(root, "", "language", List.of("en", "zh")),
                root.has("characters") ? list(root, "", "characters", 0, 100, this::character) : List.of(),
                list(root, "", "scenes", 1, Vocabulary.MOST_SCENES, this::scene));
    }

    private CastMember character(JsonNode node, String path) {
        return new CastMember(
                text(node, path, "name", 100),
                optionalText(node, path, "description"),
                optionalText(node, path, "look"));
    }

    private PlannedScene scene(JsonNode node, String path) {
        return new PlannedScene(
                text(node, path, "heading", 300),
                text(node, path, "place", Vocabulary.LONGEST_TEXT),
                word(node, path, "time_of_day", Vocabulary.TIMES_OF_DAY),
                word(node, path, "weather", Vocabulary.WEATHERS),
                truth(node, path, "interior"),
                word(node, path, "mood", Vocabulary.MOODS),
                word(node, path, "act", Vocabulary.ACTS),
                text(node, path, "summary", Vocabulary.LONGEST_TEXT),
                list(node, path, "shots", 1, Vocabulary.MOST_SHOTS_OF_A_SCENE, this::shot));
    }

    private PlannedShot shot(JsonNode node, String path) {
        return new PlannedShot(
                text(node, path, "description", Vocabulary.LONGEST_TEXT),
                word(node, path, "framing", Vocabulary.FRAMINGS),
                word(node, path, "camera_move", Vocabulary.CAMERA_MOVES),
                list(node, path, "people", 0, 20, this::name),
                duration(node, path),
                list(node, path, "lines", 0, 40, this::line));
    }

    private PlannedLine line(JsonNode node, String path) {
        return new PlannedLine(
                text(node, path, "speaker", 100),
                word(node, path, "kind", Vocabulary.LINE_KINDS),
                text(node, path, "text", Vocabulary.LONGEST_TEXT));
    }

    private String name(JsonNode node, String path) {
        if (!node.isString() || node.stringValue().isBlank()) {
            faults.add(path + " must be a name");
            return "";
        }
        return node.stringValue().strip();
    }

    private long duration(JsonNode node, String path) {
        JsonNode value = node.get("duration_ms");
        if (value == null
                || !value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < Vocabulary.SHORTEST_SHOT_MS
                || value.longValue() > Vocabulary.LONGEST_SHOT_MS) {
            faults.add(at(path, "duration_ms") + " must be a whole number from " + Vocabulary.SHORTEST_SHOT_MS + " to "
                    + Vocabulary.LONGEST_SHOT_MS);
            return Vocabulary.SHORTEST_SHOT_MS;
        }
        return value.longValue();
    }

    private boolean truth(JsonNode node, String path, String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isBoolean()) {
            faults.add(at(path, field) + " must be true or false");
            return false;
        }
        return value.booleanValue();
    }

    private String word(JsonNode node, String path, String field, List<String> known) {
        JsonNode value = node.get(field);
        if (value == null || !value.isString() || !known.contains(value.stringValue())) {
            faults.add(at(path, field) + " must be one of " + String.join(", ", known));
            return "";
        }
        return value.stringValue();
    }

    private String text(JsonNode node, String path, String field, int longest) {
        JsonNode value = node.get(field);
        if (value == null || !value.isString() || value.stringValue().isBlank()) {
            faults.add(at(path, field) + " is missing");
            return "";
        }
        if (value.stringValue().length() > longest) {
            faults.add(at(path, field) + " is longer than " + longest + " characters");
            return "";
        }
        return value.stringValue().strip();
    }

    private String optionalText(JsonNode node, String path, String field) {
        return node.has(field) && !node.get(field).isNull() ? text(node, path, field, Vocabulary.LONGEST_TEXT) : "";
    }

    private <T> List<T> list(
            JsonNode node, String path, String field, int least, int most, BiFunction<JsonNode, String, T> element) {
        @Nullable JsonNode value = node.get(field);
        String place = at(path, field);
        if (value == null || !value.isArray()) {
            faults.add(place + " must be a list");
            return List.of();
        }
        if (value.size() < least || value.size() > most) {
            faults.add(place + " must have " + least + " to " + most + " entries, not " + value.size());
            return List.of();
        }
        var elements = new ArrayList<T>();
        for (int i = 0; i < value.size(); i++) {
            elements.add(element.apply(value.get(i), place + "[" + i + "]"));
        }
        return List.copyOf(elements);
    }

    private static String at(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
