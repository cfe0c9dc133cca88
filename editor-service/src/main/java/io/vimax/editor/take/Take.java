package io.vimax.editor.take;

import java.time.Instant;
import java.util.UUID;

/**
 * One clip of a shot.
 *
 * @param number count of the takes of its shot, from 1
 * @param contentHash hash of what the shot said when the take was asked for
 * @param costMicros what clip and keyframe did cost, in micro-USD
 * @param hidden came from a cancelled generation: kept, not shown
 */
public record Take(
        UUID id,
        UUID shotId,
        int number,
        UUID generationId,
        UUID keyframeAssetId,
        UUID clipAssetId,
        long durationMs,
        String contentHash,
        String provider,
        String model,
        long seed,
        long costMicros,
        boolean hidden,
        Instant createdAt) {}
