package io.vimax.editor.script;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A spoken line and its voice.
 *
 * @param number place in its scene, from 1
 * @param kind narration or dialogue
 * @param voiceHash content hash of what the voice was made from
 */
public record Line(
        UUID id,
        UUID shotId,
        int number,
        String speaker,
        String kind,
        String text,
        @Nullable UUID voiceAssetId,
        @Nullable Long voiceDurationMs,
        @Nullable String voiceHash,
        @Nullable UUID voiceGenerationId) {

    /** A line that nobody has said yet. */
    public static Line fresh(UUID id, UUID shotId, int number, String speaker, String kind, String text) {
        return new Line(id, shotId, number, speaker, kind, text, null, null, null, null);
    }
}
