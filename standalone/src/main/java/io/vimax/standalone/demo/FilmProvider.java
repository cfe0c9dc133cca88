package io.vimax.standalone.demo;

import io.vimax.standalone.console.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whose models make a film. Uses nothing but the JDK, see {@link CheckOrder}. */
public enum FilmProvider {
    /** What the installation has chosen: the built-in models, or those that a person prefers. */
    LOCAL(Map.of(), List.of()),

    /** Models of yunwu, played by the provider simulator; speech and music stay on this machine. */
    SIMULATOR(
            Map.of("chat", "gemini-3.5-flash-lite", "image", "doubao-seedream-5-0-260128", "video", "veo3.1-fast"),
            List.of("16:9", "9:16"));

    private final Map<String, String> models;
    private final List<String> ratios;

    FilmProvider(Map<String, String> models, List<String> ratios) {
        this.models = models;
        this.ratios = ratios;
    }

    /** The one that a person named; the usual one for none. */
    public static FilmProvider named(Optional<String> word) {
        String named = word.orElse(LOCAL.word());
        return Arrays.stream(values())
                .filter(provider -> provider.word().equals(named))
                .findFirst()
                .orElseThrow(() -> Refusal.usage("--provider must be one of "
                        + Arrays.stream(values()).map(FilmProvider::word).collect(Collectors.joining(", "))
                        + ", not '" + named + "'. Models of a provider with a key are chosen with --model KIND=NAME."));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Kind of work to the model that does it; what is not named is the installation's choice. */
    public Map<String, String> models() {
        return models;
    }

    /** Shapes that its clip model makes; empty for any. */
    List<String> ratios() {
        return ratios;
    }
}
