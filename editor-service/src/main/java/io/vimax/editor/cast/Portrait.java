package io.vimax.editor.cast;

import java.time.Instant;
import java.util.UUID;

/**
 * One picture of a character.
 *
 * @param number count of the portraits of its character, from 1
 * @param contentHash hash of what was told of the character when it was asked for
 * @param costMicros what it did cost, in micro-USD
 * @param hidden came from a cancelled generation: kept, not shown
 */
public record Portrait(
        UUID id,
        UUID sitterId,
        int number,
        UUID generationId,
        UUID assetId,
        String contentHash,
        String provider,
        String model,
        long seed,
        long costMicros,
        boolean hidden,
        Instant createdAt) {}
