package io.vimax.worker.provider.local.story;

import io.vimax.worker.provider.local.story.text.ResourceLines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The arcs of one language as they stand in the resource {@code arcs-*.txt}, which explains its own form. */
final class Arcs {
    static final Arcs ENGLISH = new Arcs("arcs-en.txt");
    static final Arcs CHINESE = new Arcs("arcs-zh.txt");

    record Shot(String framing, String cameraMove, String people, String description) {}

    record Line(int priority, char who, String text) {}

    /** @param rank the lower, the sooner it is told in a short film */
    record Step(
            String act,
            int rank,
            String time,
            String weather,
            String mood,
            int spot,
            List<String> summary,
            List<Shot> shots,
            List<Line> lines) {}

    private final Map<String, List<Step>> steps = new LinkedHashMap<>();

    private Arcs(String resource) {
        var arc = "";
        for (var line : ResourceLines.beside(Arcs.class, resource)) {
            switch (line.charAt(0)) {
                case '@' -> arc = line.substring(1).strip();
                case '=' ->
                    steps.computeIfAbsent(arc, _ -> new ArrayList<>())
                            .add(step(line.substring(1).strip()));
                case '~' -> last(arc).summary.add(line.substring(1).strip());
                case '1', '2', '3' -> {
                    var words = line.split(" ", 3);
                    last(arc).lines.add(new Line(line.charAt(0) - '0', words[1].charAt(0), words[2]));
                }
                default -> {
                    var parts = line.split(" :: ", 2);
                    var head = parts[0].split(" ");
                    last(arc).shots.add(new Shot(head[0], head[1], head[2], parts[1]));
                }
            }
        }
    }

    private static Step step(String line) {
        var columns = line.split("\\s*\\|\\s*");
        return new Step(
                columns[0],
                Integer.parseInt(columns[1]),
                columns[2],
                columns[3],
                columns[4],
                Integer.parseInt(columns[5]),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    private Step last(String arc) {
        return Objects.requireNonNull(steps.get(arc), arc).getLast();
    }

    List<Step> arc(String name) {
        return Objects.requireNonNull(steps.get(name), name);
    }
}
