package io.vimax.editor.situation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a unit of an episode is. */
public enum UnitStatus {
    NOT_STARTED,
    QUEUED,
    RUNNING,
    READY,
    /** There is a result, made from words that changed since. */
    STALE,
    FAILED,
    CANCELLED;

    public boolean underWay() {
        return this == QUEUED || this == RUNNING;
    }

    /** A result can be used, be it of the present words or of earlier ones. */
    public boolean hasResult() {
        return this == READY || this == STALE;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
