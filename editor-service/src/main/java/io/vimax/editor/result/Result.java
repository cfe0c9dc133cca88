package io.vimax.editor.result;

import io.vimax.editor.generation.Generation;
import io.vimax.editor.generation.Generations;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a generation ended. */
sealed interface Result {

    UUID eventId();

    UUID generationId();

    Generations.Outcome outcome();

    /** @param text what a chat model answered */
    record Completed(
            UUID eventId,
            UUID generationId,
            Generations.Outcome outcome,
            String provider,
            String model,
            java.util.List<Asset> assets,
            @Nullable String text)
            implements Result {

        Optional<Asset> find(Role role) {
            return assets.stream().filter(asset -> asset.role() == role).findFirst();
        }
    }

    record Failed(
            UUID eventId, UUID generationId, Generations.Outcome outcome, Ending ending, Generation.Failure failure)
            implements Result {}

    /** How it ended without a result. */
    enum Ending {
        FAILED,
        CANCELLED,
        /** Nobody knows whether the provider took it. */
        AMBIGUOUS
    }

    /** What an asset is good for. */
    enum Role {
        KEYFRAME,
        CLIP,
        VOICE,
        MUSIC,
        FILM,
        CAPTIONS_VTT,
        CAPTIONS_SRT,
        POSTER,
        OTHER
    }

    record Asset(
            UUID id,
            Role role,
            long bytes,
            @Nullable Long durationMs,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Double fps,
            @Nullable Double loudnessLufs,
            @Nullable Double truePeakDbtp) {}
}
