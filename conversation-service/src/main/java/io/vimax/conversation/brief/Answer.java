package io.vimax.conversation.brief;

/** A field of a brief with where it comes from. */
public record Answer<T>(T value, Source source) {

    static <T> Answer<T> you(T value) {
        return new Answer<>(value, Source.YOU);
    }

    static <T> Answer<T> assumed(T value) {
        return new Answer<>(value, Source.ASSUMED);
    }
}
