package io.vimax.editor.episode;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An episode to be.
 *
 * @param guessedLanguage en or zh, used until the screenplay says it when the brief says auto
 */
public record EpisodeStart(
        UUID id,
        UUID userId,
        @Nullable UUID seriesId,
        String title,
        Brief brief,
        String guessedLanguage,
        boolean autopilot,
        @Nullable Long budgetMicros) {}
