package io.vimax.editor.timeline;

import io.vimax.editor.script.Line;
import io.vimax.editor.script.Scene;
import io.vimax.editor.script.Script;
import io.vimax.editor.script.Shot;
import io.vimax.editor.take.Take;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a timeline is laid from.
 *
 * @param takes all takes by id
 * @param music asset of the music, or null while there is none or it is off
 */
public record FilmMaterial(
        String title,
        Script script,
        Map<UUID, Take> takes,
        boolean musicOn,
        @Nullable UUID music) {

    Optional<Take> selectedTake(Shot shot) {
        return Optional.ofNullable(shot.selectedTakeId()).map(takes::get);
    }

    static String label(Scene scene, Shot shot) {
        return "Scene %d · shot %d".formatted(scene.number(), shot.number());
    }

    static String label(Line line) {
        return line.speaker();
    }
}
