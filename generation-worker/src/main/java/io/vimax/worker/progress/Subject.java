package io.vimax.worker.progress;

import io.vimax.schemas.generation.v1.GenerationKind;
import io.vimax.schemas.generation.v1.Target;
import io.vimax.schemas.generation.v1.TargetType;
import io.vimax.worker.provider.Kind;
import java.util.UUID;

/**
 * What a generation is and whose: the part of every event about it that never changes.
 *
 * @param targetType name of the unit's type as the request gave it
 * @param targetLabel words for people
 * @param lengthMs length of what is made, in milliseconds, 0 where it does not matter
 */
public record Subject(
        UUID generationId,
        UUID episodeId,
        UUID userId,
        Kind kind,
        String targetType,
        UUID targetId,
        String targetLabel,
        String model,
        long lengthMs) {

    public GenerationKind avroKind() {
        return switch (kind) {
            case CHAT -> GenerationKind.CHAT;
            case IMAGE -> GenerationKind.IMAGE;
            case VIDEO -> GenerationKind.VIDEO;
            case SPEECH -> GenerationKind.SPEECH;
            case MUSIC -> GenerationKind.MUSIC;
            case RENDER -> GenerationKind.RENDER;
        };
    }

    public Target avroTarget() {
        return Target.newBuilder()
                .setType(TargetType.valueOf(targetType))
                .setId(targetId)
                .setLabel(targetLabel)
                .build();
    }
}
