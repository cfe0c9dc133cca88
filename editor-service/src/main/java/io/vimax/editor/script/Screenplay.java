package io.vimax.editor.script;

import io.vimax.editor.episode.CastMember;
import java.util.List;

/** What a story writer made, checked: every word is of {@link Vocabulary}, nothing is missing. */
public record Screenplay(
        String title, String logline, String language, List<CastMember> characters, List<PlannedScene> scenes) {

    public record PlannedScene(
            String heading,
            String place,
            String timeOfDay,
            String weather,
            boolean interior,
            String mood,
            String act,
            String summary,
            List<PlannedShot> shots) {}

    public record PlannedShot(
            String description,
            String framing,
            String cameraMove,
            List<String> people,
            long durationMs,
            List<PlannedLine> lines) {}

    public record PlannedLine(String speaker, String kind, String text) {}

    /** The same with other lengths of the shots, in order. */
    public Screenplay withDurations(List<Long> milliseconds) {
        var next = milliseconds.iterator();
        List<PlannedScene> lasting = scenes.stream()
                .map(scene -> new PlannedScene(
                        scene.heading(),
                        scene.place(),
                        scene.timeOfDay(),
                        scene.weather(),
                        scene.interior(),
                        scene.mood(),
                        scene.act(),
                        scene.summary(),
                        scene.shots().stream()
                                .map(shot -> new PlannedShot(
                                        shot.description(),
                                        shot.framing(),
                                        shot.cameraMove(),
                                        shot.people(),
                                        next.next(),
                                        shot.lines()))
                                .toList()))
                .toList();
        return new Screenplay(title, logline, language, characters, lasting);
    }

    public List<Long> durations() {
        return scenes.stream()
                .flatMap(scene -> scene.shots().stream())
                .map(PlannedShot::durationMs)
                .toList();
    }
}
