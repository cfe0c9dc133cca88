package io.vimax.editor.script;

import java.util.List;
import java.util.UUID;

/**
 * A scene with what it contains, in order.
 *
 * @param number place in the episode, from 1
 */
public record Scene(
        UUID id,
        int number,
        String heading,
        String place,
        String timeOfDay,
        String weather,
        boolean interior,
        String mood,
        String act,
        String summary,
        List<Shot> shots,
        List<Line> lines) {

    public Scene {
        shots = List.copyOf(shots);
        lines = List.copyOf(lines);
    }

    public List<Line> linesOf(UUID shotId) {
        return lines.stream().filter(line -> line.shotId().equals(shotId)).toList();
    }
}
