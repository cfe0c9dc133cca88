package io.vimax.editor.generation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a generation stands, as the person sees it. The first two are under way. */
public enum GenerationState {
    /** Asked for; no worker has begun. */
    QUEUED,
    /** A worker is at it. */
    RUNNING,
    /** Its result lies in the asset store. */
    READY,
    /** It ended, or stands still, without a result; asking again makes a new generation. */
    FAILED,
    /** The person took it back. A result that comes all the same is kept and not shown. */
    CANCELLED,
    /** Nobody knows whether the provider took it; the person decides, nothing is sent again before. */
    AMBIGUOUS;

    public Set<GenerationState> next() {
        return switch (this) {
            case QUEUED -> EnumSet.of(RUNNING, READY, FAILED, CANCELLED, AMBIGUOUS);
            case RUNNING -> EnumSet.of(READY, FAILED, CANCELLED, AMBIGUOUS);
            // Reports come by two topics and may overtake each other: a result is worth more than a failure.
            case FAILED -> EnumSet.of(READY);
            case AMBIGUOUS -> EnumSet.of(READY, FAILED);
            case READY, CANCELLED -> EnumSet.noneOf(GenerationState.class);
        };
    }

    public boolean underWay() {
        return this == QUEUED || this == RUNNING;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if no state has this word */
    public static GenerationState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
