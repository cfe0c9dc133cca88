package io.vimax.worker.provider.local.frame.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The words of places, from {@code place-words.txt} beside this class. */
final class PlaceWords {
    private static final Map<String, List<String>> WORDS = read();

    private PlaceWords() {}

    static List<String> of(String place) {
        List<String> words = WORDS.get(place);
        if (words == null) {
            throw new IllegalStateException("place-words.txt has no line for " + place);
        }
        return words;
    }

    private static Map<String, List<String>> read() {
        try (InputStream in = PlaceWords.class.getResourceAsStream("place-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("place-words.txt is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(":", 2))
                    .collect(Collectors.toUnmodifiableMap(
                            part -> part[0], part -> List.of(part[1].strip().split(", "))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
