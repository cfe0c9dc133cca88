package io.vimax.conversation.conversation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a conversation is. */
enum Status {
    /** Something is missing. */
    COLLECTING,
    /** The brief can be approved. */
    READY,
    /** An episode was begun; the brief stays as it is. */
    APPROVED;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
