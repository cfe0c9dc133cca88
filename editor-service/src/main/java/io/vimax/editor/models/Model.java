package io.vimax.editor.models;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A model as model-config-service knows it.
 *
 * @param state active, deprecated or retired
 * @param replacement name of the model that takes over from a retired one, or null
 */
public record Model(
        String name,
        String category,
        String provider,
        @Nullable Price price,
        String state,
        @Nullable String replacement,
        @Nullable Capabilities capabilities) {

    /** @param maxReferenceImages pictures that go along, a clip's first frame not among them; null where nobody has stated it */
    public record Capabilities(
            @JsonProperty("max_reference_images") @Nullable Integer maxReferenceImages) {}

    /** How many pictures of characters can go along with what is asked for. */
    public int referencePlaces() {
        Integer most = capabilities == null ? null : capabilities.maxReferenceImages();
        return most == null ? 0 : most;
    }

    /**
     * @param unit generation, second, token or character
     * @param micros price of one unit in micro-USD; null where nobody has stated one
     * @param simulated whether it is the provider simulator's, so that nobody pays it; null where an older service does not say
     */
    public record Price(
            String unit, @Nullable Long micros, @Nullable Boolean simulated) {}

    public boolean simulated() {
        return price != null && Boolean.TRUE.equals(price.simulated());
    }

    /**
     * Expected cost in micro-USD.
     *
     * @param durationMs length of what is made, 0 where it has none
     * @param characters length of the text that goes in
     */
    public long estimateMicros(long durationMs, long characters) {
        Long micros = price == null ? null : price.micros();
        if (price == null || micros == null) {
            return 0;
        }
        return switch (price.unit()) {
            case "second" -> Math.ceilDiv(micros * durationMs, 1_000L);
            case "character" -> micros * characters;
            // A token is about four letters; a screenplay answer has about four thousand.
            case "token" -> micros * (characters / 4 + 4_000);
            default -> micros;
        };
    }
}
