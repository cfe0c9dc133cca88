package io.vimax.worker.provider.local.story.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Texts that lie beside the classes which read them. */
public final class ResourceLines {

    private ResourceLines() {}

    /** Without comments and blank lines. */
    public static List<String> beside(Class<?> reader, String resource) {
        try (var in = Objects.requireNonNull(reader.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(it -> !it.isBlank() && !it.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
