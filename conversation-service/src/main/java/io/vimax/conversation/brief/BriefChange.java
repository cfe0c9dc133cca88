package io.vimax.conversation.brief;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a person said about a film; a field that is null was not spoken of. */
public record BriefChange(
        @Nullable @Size(min = 1, max = LONGEST_TITLE) String title,
        @Nullable @Size(min = 1, max = LONGEST_IDEA) String idea,
        @Nullable @Size(min = 1, max = LONGEST_SCRIPT) String script,

        @Nullable @Min(SHORTEST_FILM_SECONDS) @Max(LONGEST_FILM_SECONDS)
        Integer seconds,

        @Nullable @Min(1) @Max(MOST_SCENES) Integer scenes,

        @Nullable @Pattern(regexp = "16:9|9:16|1:1", message = "is one of 16:9, 9:16, 1:1")
        String ratio,

        @Nullable @Pattern(regexp = "auto|en|zh", message = "is one of auto, en, zh")
        String language,

        @Nullable @Size(min = 1, max = 60) String style,
        @Nullable Long seed,
        @Nullable Boolean autopilot) {

    /** Characters. */
    public static final int LONGEST_TITLE = 200;

    /** Characters; longer text is a script. */
    public static final int LONGEST_IDEA = 4_000;

    /** Characters. */
    public static final int LONGEST_SCRIPT = 100_000;

    public static final int SHORTEST_FILM_SECONDS = 5;
    public static final int LONGEST_FILM_SECONDS = 600;
    public static final int MOST_SCENES = 60;

    public static final BriefChange NONE = new BriefChange(null, null, null, null, null, null, null, null, null, null);

    public boolean saysNothing() {
        return equals(NONE);
    }

    public BriefChange withIdea(@Nullable String other) {
        return new BriefChange(title, other, script, seconds, scenes, ratio, language, style, seed, autopilot);
    }

    public BriefChange withSeconds(@Nullable Integer other) {
        return new BriefChange(title, idea, script, other, scenes, ratio, language, style, seed, autopilot);
    }
}
