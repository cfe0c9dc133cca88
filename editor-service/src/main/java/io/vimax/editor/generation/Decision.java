package io.vimax.editor.generation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a person does about a generation of which nobody knows whether the provider took it. */
public enum Decision {
    /** The same work is sent again as a new generation; if the first was taken too, both are paid. */
    RESUBMIT,
    /** It ends as failed. What it may have cost stays counted. */
    GIVE_UP;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Decision of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** What was done, for the person who did it. */
    String past() {
        return switch (this) {
            case RESUBMIT -> "to send it again";
            case GIVE_UP -> "to give it up";
        };
    }
}
