package io.vimax.conversation.brief;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a field of a brief comes from. */
public enum Source {
    /** The person said it. */
    YOU,
    /** Nobody said anything; this is what is taken. */
    ASSUMED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
