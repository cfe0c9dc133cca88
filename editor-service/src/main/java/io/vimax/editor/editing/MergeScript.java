package io.vimax.editor.editing;

import io.vimax.editor.editing.EditingException.Fault;
import io.vimax.editor.editing.ScriptEdit.LineEdit;
import io.vimax.editor.editing.ScriptEdit.SceneEdit;
import io.vimax.editor.editing.ScriptEdit.ShotEdit;
import io.vimax.editor.id.TimeOrderedIds;
import io.vimax.editor.script.Line;
import io.vimax.editor.script.Scene;
import io.vimax.editor.script.Script;
import io.vimax.editor.script.Shot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts a person's script over the present one: known ids keep seeds, results and takes, new parts get ids. */
final class MergeScript {

    private final Script present;
    private final TimeOrderedIds ids;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<UUID> used = new HashSet<>();

    private MergeScript(Script present, TimeOrderedIds ids) {
        this.present = present;
        this.ids = ids;
    }

    /** @throws EditingException.BadScript naming every id that is not of this episode or comes twice */
    static Script merge(Script present, ScriptEdit edit, TimeOrderedIds ids) {
        var merge = new MergeScript(present, ids);
        var scenes = new ArrayList<Scene>();
        for (SceneEdit scene : edit.scenes()) {
            scenes.add(merge.scene(scene, scenes.size()));
        }
        if (!merge.faults.isEmpty()) {
            throw new EditingException.BadScript(merge.faults);
        }
        return new Script(scenes);
    }

    private Scene scene(SceneEdit edit, int index) {
        String path = "scenes[" + index + "]";
        Scene old = known(
                edit.id(),
                path,
                present.scenes().stream()
                        .filter(it -> it.id().equals(edit.id()))
                        .findFirst());
        var shots = new ArrayList<Shot>();
        for (ShotEdit shot : edit.shots()) {
            shots.add(shot(shot, old, path + ".shots[" + shots.size() + "]", shots.size() + 1));
        }
        var lines = new ArrayList<Line>();
        UUID shotId = shots.getFirst().id();
        for (LineEdit line : edit.lines()) {
            String linePath = path + ".lines[" + lines.size() + "]";
            shotId = shotOf(line, old, shots, shotId, linePath);
            lines.add(line(line, old, shotId, linePath, lines.size() + 1));
        }
        return new Scene(
                old == null ? ids.next() : old.id(),
                index + 1,
                edit.heading(),
                choose(edit.place(), old == null ? null : old.place(), edit.heading()),
                choose(edit.timeOfDay(), old == null ? null : old.timeOfDay(), "day"),
                choose(edit.weather(), old == null ? null : old.weather(), "clear"),
                old == null ? edit.heading().startsWith("INT") : old.interior(),
                choose(edit.mood(), old == null ? null : old.mood(), "calm"),
                old == null ? "rising" : old.act(),
                choose(edit.summary(), old == null ? null : old.summary(), edit.heading()),
                shots,
                lines);
    }

    private Shot shot(ShotEdit edit, @Nullable Scene scene, String path, int number) {
        Shot old = known(
                edit.id(),
                path,
                scene == null
                        ? Optional.empty()
                        : scene.shots().stream()
                                .filter(it -> it.id().equals(edit.id()))
                                .findFirst());
        if (old == null) {
            return Shot.fresh(
                            ids.next(),
                            number,
                            edit.description(),
                            edit.framing(),
                            edit.cameraMove(),
                            edit.people(),
                            edit.durationMs(),
                            ids.seed())
                    .continuing(Boolean.TRUE.equals(edit.continuesPrevious()));
        }
        // A prompt of the person's own was about the old words.
        boolean sameWords = old.description().equals(edit.description());
        return new Shot(
                old.id(),
                number,
                edit.description(),
                sameWords ? old.prompt() : null,
                edit.framing(),
                edit.cameraMove(),
                edit.people(),
                edit.durationMs(),
                old.seed(),
                old.model(),
                edit.continuesPrevious() == null ? old.continuesPrevious() : edit.continuesPrevious(),
                old.waits(),
                old.keyframeAssetId(),
                old.keyframeHash(),
                old.keyframeGenerationId(),
                old.selectedTakeId());
    }

    private Line line(LineEdit edit, @Nullable Scene scene, UUID shotId, String path, int number) {
        Line old = known(
                edit.id(),
                path,
                scene == null
                        ? Optional.empty()
                        : scene.lines().stream()
                                .filter(it -> it.id().equals(edit.id()))
                                .findFirst());
        return Line.fresh(
                old == null ? ids.next() : old.id(), shotId, number, edit.speaker(), edit.kind(), edit.text());
    }

    /** Where it is said: in the shot that it names, in the one it was in, else with the line before it. */
    private UUID shotOf(LineEdit edit, @Nullable Scene scene, List<Shot> shots, UUID before, String path) {
        UUID named = edit.shotId();
        if (named == null && scene != null) {
            named = scene.lines().stream()
                    .filter(line -> line.id().equals(edit.id()))
                    .map(Line::shotId)
                    .findFirst()
                    .orElse(null);
            UUID kept = named;
            return shots.stream().anyMatch(shot -> shot.id().equals(kept)) ? Objects.requireNonNull(kept) : before;
        }
        if (named == null) {
            return before;
        }
        UUID wanted = named;
        if (shots.stream().noneMatch(shot -> shot.id().equals(wanted))) {
            faults.add(new Fault(path + ".shot_id", "unknown-id", "The scene has no shot " + wanted + "."));
        }
        return wanted;
    }

    private <T> @Nullable T known(@Nullable UUID id, String path, Optional<T> found) {
        if (id == null) {
            return null;
        }
        if (found.isEmpty()) {
            faults.add(new Fault(
                    path + ".id", "unknown-id", "There is no " + id + " here; leave the id out for a new one."));
        } else if (!used.add(id)) {
            faults.add(new Fault(path + ".id", "twice", "The id " + id + " comes twice."));
        }
        return found.orElse(null);
    }

    private static String choose(@Nullable String edited, @Nullable String old, String otherwise) {
        return edited != null && !edited.isBlank() ? edited : old != null ? old : otherwise;
    }
}
