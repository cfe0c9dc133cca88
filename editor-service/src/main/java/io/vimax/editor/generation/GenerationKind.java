package io.vimax.editor.generation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What kind of model, or the renderer, does the work. Stored by its word. */
public enum GenerationKind {
    CHAT,
    IMAGE,
    VIDEO,
    SPEECH,
    MUSIC,
    RENDER;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static GenerationKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
