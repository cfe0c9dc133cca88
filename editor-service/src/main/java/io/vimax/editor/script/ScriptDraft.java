package io.vimax.editor.script;

import io.vimax.editor.id.TimeOrderedIds;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Turns a screenplay into scenes, shots and lines with ids and seeds. */
public final class ScriptDraft {

    private ScriptDraft() {}

    /** @param episodeSeed the seeds of the shots follow from it, so that the same seed and text give the same film */
    public static Script of(Screenplay screenplay, long episodeSeed, TimeOrderedIds ids) {
        var scenes = new ArrayList<Scene>();
        for (Screenplay.PlannedScene planned : screenplay.scenes()) {
            int number = scenes.size() + 1;
            var shots = new ArrayList<Shot>();
            var lines = new ArrayList<Line>();
            for (Screenplay.PlannedShot shot : planned.shots()) {
                UUID shotId = ids.next();
                int shotNumber = shots.size() + 1;
                shots.add(Shot.fresh(
                        shotId,
                        shotNumber,
                        shot.description(),
                        shot.framing(),
                        shot.cameraMove(),
                        shot.people(),
                        shot.durationMs(),
                        seed(episodeSeed, number, shotNumber)));
                for (Screenplay.PlannedLine line : shot.lines()) {
                    lines.add(
                            Line.fresh(ids.next(), shotId, lines.size() + 1, line.speaker(), line.kind(), line.text()));
                }
            }
            scenes.add(new Scene(
                    ids.next(),
                    number,
                    planned.heading(),
                    planned.place(),
                    planned.timeOfDay(),
                    planned.weather(),
                    planned.interior(),
                    planned.mood(),
                    planned.act(),
                    planned.summary(),
                    List.copyOf(shots),
                    List.copyOf(lines)));
        }
        return new Script(List.copyOf(scenes));
    }

    /** SplitMix64 over the places, kept below 2^53 so that JavaScript clients read it exactly. */
    static long seed(long episodeSeed, int scene, int shot) {
        long z = episodeSeed + 0x9E37_79B9_7F4A_7C15L * (scene * 1_000L + shot);
        z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return (z ^ (z >>> 31)) >>> 11;
    }
}
