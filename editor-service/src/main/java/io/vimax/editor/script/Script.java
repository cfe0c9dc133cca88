package io.vimax.editor.script;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All scenes of an episode, in order. */
public record Script(List<Scene> scenes) {

    public Script {
        scenes = List.copyOf(scenes);
    }

    @JsonIgnore
    public boolean isEmpty() {
        return scenes.isEmpty();
    }

    public List<Shot> shots() {
        return scenes.stream().flatMap(scene -> scene.shots().stream()).toList();
    }

    public List<Line> lines() {
        return scenes.stream().flatMap(scene -> scene.lines().stream()).toList();
    }

    public Optional<Scene> findScene(UUID id) {
        return scenes.stream().filter(scene -> scene.id().equals(id)).findFirst();
    }

    public Optional<Shot> findShot(UUID id) {
        return shots().stream().filter(shot -> shot.id().equals(id)).findFirst();
    }

    /** The shot before this one, of whichever scene; empty for the first. */
    public Optional<Shot> findBefore(UUID shotId) {
        List<Shot> shots = shots();
        for (int i = 1; i < shots.size(); i++) {
            if (shots.get(i).id().equals(shotId)) {
                return Optional.of(shots.get(i - 1));
            }
        }
        return Optional.empty();
    }

    /** The scene that has a shot. */
    public Optional<Scene> findSceneOfShot(UUID shotId) {
        return scenes.stream()
                .filter(scene ->
                        scene.shots().stream().anyMatch(shot -> shot.id().equals(shotId)))
                .findFirst();
    }

    public int wordCount() {
        return lines().stream()
                .mapToInt(line -> SpokenLength.words(line.text()))
                .sum();
    }
}
