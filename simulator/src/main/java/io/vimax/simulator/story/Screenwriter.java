package io.vimax.simulator.story;

import io.vimax.simulator.chat.ChatAnswers;
import io.vimax.simulator.chat.ChatQuestion;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes screenplays in the form that the worker asks for; any other question gets the plain answer. */
public final class Screenwriter implements ChatAnswers {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String answer(ChatQuestion question) {
        return Wish.of(question)
                .map(wish -> written(wish, wish.ownText() ? Split.of(wish) : Plot.of(wish)))
                .orElseGet(() -> ChatAnswers.plain().answer(question));
    }

    private static String written(Wish wish, Draft draft) {
        ObjectNode root = JSON.createObjectNode()
                .put("format", "vimax-screenplay/1")
                .put("title", draft.title())
                .put("logline", draft.logline())
                .put("language", wish.chinese() ? "zh" : "en")
                .put("palette", "clear");
        ArrayNode cast = root.putArray("characters");
        draft.cast()
                .forEach(character -> cast.addObject()
                        .put("name", character.name())
                        .put("description", character.description())
                        .put("look", character.look()));
        List<Long> wished = draft.scenes().stream()
                .flatMap(scene -> scene.shots().stream())
                .map(Draft.Shot::durationMs)
                .toList();
        List<Long> lengths = wish.lengthMs() > 0 ? Lengths.fit(wished, wish.lengthMs()) : wished;
        ArrayNode scenes = root.putArray("scenes");
        int next = 0;
        for (Draft.Scene scene : draft.scenes()) {
            ArrayNode shots = write(scene, scenes.addObject()).putArray("shots");
            for (Draft.Shot shot : scene.shots()) {
                write(shot, shots.addObject().put("duration_ms", lengths.get(next++)));
            }
        }
        return root.toString();
    }

    private static ObjectNode write(Draft.Scene scene, ObjectNode node) {
        return node.put("heading", scene.heading())
                .put("place", scene.place())
                .put("time_of_day", scene.time())
                .put("weather", scene.weather())
                .put("interior", scene.interior())
                .put("mood", scene.mood())
                .put("act", scene.act())
                .put("summary", scene.summary());
    }

    private static void write(Draft.Shot shot, ObjectNode node) {
        node.put("description", shot.description())
                .put("framing", shot.framing())
                .put("camera_move", shot.move());
        ArrayNode people = node.putArray("people");
        shot.people().forEach(people::add);
        ArrayNode lines = node.putArray("lines");
        Draft.Line line = shot.line();
        if (line != null) {
            lines.addObject()
                    .put("speaker", line.speaker())
                    .put("kind", line.kind())
                    .put("text", line.text());
        }
    }
}
