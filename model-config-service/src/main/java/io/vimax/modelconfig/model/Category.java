package io.vimax.modelconfig.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a model makes. */
public enum Category {
    CHAT,
    IMAGE,
    VIDEO,
    SPEECH,
    MUSIC,
    RENDER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Category> named(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
