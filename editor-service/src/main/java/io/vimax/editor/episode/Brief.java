package io.vimax.editor.episode;

import org.jspecify.annotations.Nullable;

/**
 * What the person wants. Exactly one of idea and script is set.
 *
 * @param seconds wanted length of the film, or null for the length of the text
 * @param scenes wanted number of scenes, or null for the writer's choice
 * @param language auto, en or zh
 * @param models the person's choice for this episode; null where the preferences hold
 */
public record Brief(
        @Nullable String idea,
        @Nullable String script,
        String scriptFormat,
        @Nullable Integer seconds,
        @Nullable Integer scenes,
        Ratio ratio,
        String language,
        String style,
        long seed,
        ModelChoice models) {

    /** Names of models by what they make; null for the person's preference. */
    public record ModelChoice(
            @Nullable String chat,
            @Nullable String image,
            @Nullable String video,
            @Nullable String speech,
            @Nullable String music) {

        public static final ModelChoice NONE = new ModelChoice(null, null, null, null, null);
    }
}
