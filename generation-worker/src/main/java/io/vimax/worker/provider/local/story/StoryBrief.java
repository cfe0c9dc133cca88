package io.vimax.worker.provider.local.story;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is wanted: an idea to tell or a script to film, exactly one of them.
 *
 * @param scriptFormat auto, plain, markdown or fountain
 * @param seconds length of the film with its title and end cards, 5..600; empty: a script takes the time it needs, an
 *     idea 30 s
 * @param scenes 1..60; empty: as many as suit the length. Fewer are made when a scene would last less than 1.5 s
 * @param language auto, en or zh
 * @param style the look of the film in words; goes into the descriptions of the shots unless it is the default
 * @param seed another seed tells the same idea in another way
 */
public record StoryBrief(
        Optional<String> idea,
        Optional<String> script,
        String scriptFormat,
        OptionalInt seconds,
        OptionalInt scenes,
        String language,
        String style,
        long seed) {
    public StoryBrief {
        if (idea.isPresent() == script.isPresent()) {
            throw new IllegalArgumentException("exactly one of idea and script is needed");
        }
        if (idea.or(() -> script).orElseThrow().isBlank()) {
            throw new IllegalArgumentException("idea or script is blank");
        }
        seconds.ifPresent(it -> within("seconds", it, 5, 600));
        scenes.ifPresent(it -> within("scenes", it, 1, 60));
    }

    private static void within(String name, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(name + " must lie in " + lowest + ".." + highest + ", not " + value);
        }
    }
}
