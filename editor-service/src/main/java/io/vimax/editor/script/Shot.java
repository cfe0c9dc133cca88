package io.vimax.editor.script;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shot and what was made for it.
 *
 * @param number place in its scene, from 1
 * @param prompt the person's own prompt, or null for one made from the description
 * @param model the person's own choice of an image model for this shot, or null
 * @param continuesPrevious whether its first frame is the last one of the shot before it
 * @param waits whether a person asked for it and it waits for what its keyframe is made from
 * @param keyframeHash content hash of what the keyframe was made from
 */
public record Shot(
        UUID id,
        int number,
        String description,
        @Nullable String prompt,
        String framing,
        String cameraMove,
        List<String> people,
        long durationMs,
        long seed,
        @Nullable String model,
        boolean continuesPrevious,
        boolean waits,
        @Nullable UUID keyframeAssetId,
        @Nullable String keyframeHash,
        @Nullable UUID keyframeGenerationId,
        @Nullable UUID selectedTakeId) {

    /** A shot for which nothing was made yet. */
    public static Shot fresh(
            UUID id,
            int number,
            String description,
            String framing,
            String cameraMove,
            List<String> people,
            long durationMs,
            long seed) {
        return new Shot(
                id,
                number,
                description,
                null,
                framing,
                cameraMove,
                people,
                durationMs,
                seed,
                null,
                false,
                false,
                null,
                null,
                null,
                null);
    }

    public Shot lasting(long milliseconds) {
        return new Shot(
                id,
                number,
                description,
                prompt,
                framing,
                cameraMove,
                people,
                milliseconds,
                seed,
                model,
                continuesPrevious,
                waits,
                keyframeAssetId,
                keyframeHash,
                keyframeGenerationId,
                selectedTakeId);
    }

    public Shot continuing(boolean previous) {
        return new Shot(
                id,
                number,
                description,
                prompt,
                framing,
                cameraMove,
                people,
                durationMs,
                seed,
                model,
                previous,
                waits,
                keyframeAssetId,
                keyframeHash,
                keyframeGenerationId,
                selectedTakeId);
    }

    public Shot rolledAgain(@Nullable String newPrompt, long newSeed, @Nullable String newModel) {
        return new Shot(
                id,
                number,
                description,
                newPrompt,
                framing,
                cameraMove,
                people,
                durationMs,
                newSeed,
                newModel,
                continuesPrevious,
                waits,
                keyframeAssetId,
                keyframeHash,
                keyframeGenerationId,
                selectedTakeId);
    }
}
