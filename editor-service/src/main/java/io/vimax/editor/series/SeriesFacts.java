package io.vimax.editor.series;

import org.jspecify.annotations.Nullable;

/**
 * What a person says about a series.
 *
 * @param status draft, in_progress or completed
 */
record SeriesFacts(
        String title,
        @Nullable String description,
        @Nullable String genre,
        @Nullable String stylePreset,
        String status) {}
