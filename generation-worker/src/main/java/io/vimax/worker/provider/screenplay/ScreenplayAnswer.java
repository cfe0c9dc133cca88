package io.vimax.worker.provider.screenplay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a model's answer, mends what has only one meaning, and names every fault that is left. */
public final class ScreenplayAnswer {

    private static final String FORMAT = "vimax-screenplay/1";
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_HEADING = 300;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_SCENES = 60;
    private static final int MOST_SHOTS = 40;
    private static final int MOST_PEOPLE = 20;
    private static final int MOST_LINES = 40;
    private static final int MOST_CHARACTERS = 100;
    private static final int SHORTEST_SHOT_MS = 500;
    private static final int LONGEST_SHOT_MS = 120_000;
    private static final int MOST_FAULTS = 12;

    private final List<String> faults = new ArrayList<>();

    private ScreenplayAnswer() {}

    /** What an answer is worth. */
    public sealed interface Reading {

        /** A screenplay in the editor's form. */
        record Good(String json) implements Reading {}

        /** None that can be filmed. */
        record Faulty(List<String> faults) implements Reading {}
    }

    /**
     * Reads an answer.
     *
     * @param cutOff whether the model ran out of room: then what is missing is more than brackets
     */
    public static Reading read(String said, boolean cutOff) {
        if (cutOff) {
            return new Reading.Faulty(List.of("it is cut off; write a shorter one"));
        }
        Optional<JsonNode> found = LooseJson.find(said, "scenes");
        if (found.isEmpty()) {
            return new Reading.Faulty(List.of("there is no JSON object with scenes in it"));
        }
        var answer = new ScreenplayAnswer();
        ObjectNode root = (ObjectNode) found.get();
        answer.mend(root);
        return answer.faults.isEmpty()
                ? new Reading.Good(root.toString())
                : new Reading.Faulty(answer.faults.stream().limit(MOST_FAULTS).toList());
    }

    private void mend(ObjectNode root) {
        root.put("format", FORMAT);
        text(root, "", "title", LONGEST_TITLE);
        text(root, "", "logline", LONGEST_TEXT);
        String language = root.path("language").asString("").strip().toLowerCase(Locale.ROOT);
        root.put("language", language.startsWith("zh") || language.startsWith("chin") ? "zh" : "en");
        if (!root.path("palette").isString()) {
            root.put("palette", "clear");
        }
        if (!root.path("characters").isArray()) {
            root.putArray("characters");
        }
        each(root, "", "characters", 0, MOST_CHARACTERS, this::character);
        each(root, "", "scenes", 1, MOST_SCENES, this::scene);
    }

    private void character(ObjectNode node, String path) {
        text(node, path, "name", LONGEST_NAME);
        optionalText(node, path, "description");
        optionalText(node, path, "look");
    }

    private void scene(ObjectNode node, String path) {
        text(node, path, "heading", LONGEST_HEADING);
        text(node, path, "place", LONGEST_TEXT);
        word(node, path, "time_of_day", Words.TIMES_OF_DAY);
        word(node, path, "weather", Words.WEATHERS);
        word(node, path, "mood", Words.MOODS);
        word(node, path, "act", Words.ACTS);
        text(node, path, "summary", LONGEST_TEXT);
        if (!node.path("interior").isBoolean()) {
            faults.add(path + ".interior must be true or false");
        }
        each(node, path, "shots", 1, MOST_SHOTS, this::shot);
    }

    private void shot(ObjectNode node, String path) {
        text(node, path, "description", LONGEST_TEXT);
        word(node, path, "framing", Words.FRAMINGS);
        word(node, path, "camera_move", Words.CAMERA_MOVES);
        duration(node, path);
        for (String list : List.of("people", "lines")) {
            if (node.path(list).isMissingNode() || node.path(list).isNull()) {
                node.putArray(list);
            }
        }
        JsonNode people = node.path("people");
        if (!people.isArray() || people.size() > MOST_PEOPLE) {
            faults.add(path + ".people must be a list of at most " + MOST_PEOPLE + " names");
        } else {
            people.forEach(name -> {
                if (!name.isString() || name.stringValue().isBlank()) {
                    faults.add(path + ".people must hold names");
                }
            });
        }
        each(node, path, "lines", 0, MOST_LINES, this::line);
    }

    private void line(ObjectNode node, String path) {
        text(node, path, "speaker", LONGEST_NAME);
        word(node, path, "kind", Words.LINE_KINDS);
        text(node, path, "text", LONGEST_TEXT);
    }

    private void duration(ObjectNode node, String path) {
        double said = node.path("duration_ms").asDouble(-1);
        long ms = Math.round(said);
        if (ms < SHORTEST_SHOT_MS || ms > LONGEST_SHOT_MS) {
            faults.add(
                    path + ".duration_ms must be a whole number from " + SHORTEST_SHOT_MS + " to " + LONGEST_SHOT_MS);
            return;
        }
        node.put("duration_ms", ms);
    }

    private void word(ObjectNode node, String path, String field, List<String> known) {
        Words.meant(node.path(field).asString(""), known)
                .ifPresentOrElse(
                        word -> node.put(field, word),
                        () -> faults.add(path + "." + field + " must be one of " + String.join(", ", known)));
    }

    private void optionalText(ObjectNode node, String path, String field) {
        if (node.path(field).isNull() || node.path(field).asString("").isBlank()) {
            node.remove(field);
            return;
        }
        text(node, path, field, LONGEST_TEXT);
    }

    private void text(ObjectNode node, String path, String field, int longest) {
        JsonNode value = node.path(field);
        String place = path.isEmpty() ? field : path + "." + field;
        if (!value.isString() || value.stringValue().isBlank()) {
            faults.add(place + " is missing");
        } else if (value.stringValue().length() > longest) {
            faults.add(place + " is longer than " + longest + " characters");
        }
    }

    private void each(
            ObjectNode node, String path, String field, int least, int most, BiConsumer<ObjectNode, String> element) {
        JsonNode list = node.path(field);
        String place = path.isEmpty() ? field : path + "." + field;
        if (!list.isArray() || list.size() < least || list.size() > most) {
            faults.add(place + " must be a list of " + least + " to " + most + " entries");
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof ObjectNode entry) {
                element.accept(entry, place + "[" + i + "]");
            } else {
                faults.add(place + "[" + i + "] must be an object");
            }
        }
    }
}
