package io.vimax.editor.generation;

import java.util.UUID;

/**
 * @param id the episode for script, music and render, the shot for keyframes and clips, the line for voices, the
 *     character for portraits
 * @param label words for people, such as "Scene 2 · shot 1"
 */
public record Target(TargetType type, UUID id, String label) {

    /** Whether it is the same unit; the words do not matter. */
    public boolean sameUnit(TargetType otherType, UUID otherId) {
        return type == otherType && id.equals(otherId);
    }
}
