package io.vimax.editor.episode;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An episode's own row, as it stood when it was read.
 *
 * @param haltCode why the autopilot stopped by itself, or null
 * @param budgetMicros cap of what may be spent, in micro-USD, or null for none
 * @param musicHash content hash of what the music was made from
 */
public record EpisodeFacts(
        UUID id,
        UUID userId,
        UUID seriesId,
        int episodeNumber,
        String title,
        @Nullable String logline,
        @Nullable String synopsis,
        EpisodeState state,
        boolean autopilot,
        boolean paused,
        @Nullable String haltCode,
        @Nullable String haltDetail,
        long version,
        Brief brief,
        String language,
        @Nullable Long budgetMicros,
        int width,
        int height,
        int fps,
        List<CastMember> cast,
        AudioMix audio,
        @Nullable UUID musicAssetId,
        @Nullable String musicHash,
        @Nullable UUID musicGenerationId,
        Instant createdAt,
        Instant updatedAt) {}
