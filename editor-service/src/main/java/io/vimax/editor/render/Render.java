package io.vimax.editor.render;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finished film with what was measured of it.
 *
 * @param contentHash hash of what it was rendered from
 */
public record Render(
        UUID id,
        int number,
        UUID generationId,
        String contentHash,
        UUID filmAssetId,
        @Nullable UUID vttAssetId,
        @Nullable UUID srtAssetId,
        @Nullable UUID posterAssetId,
        @Nullable Long durationMs,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double fps,
        long bytes,
        @Nullable Double loudnessLufs,
        @Nullable Double truePeakDbtp,
        Instant createdAt) {}
