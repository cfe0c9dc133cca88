package io.vimax.modelconfig.model;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model as the catalogue has it.
 *
 * @param gatewayId what the provider calls it
 * @param capabilities facts by name, such as max_images or seconds
 * @param replacement name of the model that takes its place, if any
 */
public record Model(
        String name,
        Category category,
        String provider,
        String gatewayId,
        String description,
        Map<String, Object> capabilities,
        Price price,
        @Nullable LocalDate deprecatedAt,
        @Nullable LocalDate shutdownAt,
        @Nullable String replacement) {

    /**
     * @param unit generation, second, token, character or unknown
     * @param micros millionths of a US dollar per unit; null when unknown
     * @param simulated whether it is the provider simulator's, so that nobody pays it
     */
    public record Price(String unit, @Nullable Long micros, boolean simulated) {}

    /** Where the model is in its life on a day: active, deprecated or retired. */
    public String stateOn(LocalDate day) {
        if (shutdownAt != null && !day.isBefore(shutdownAt)) {
            return "retired";
        }
        return deprecatedAt != null && !day.isBefore(deprecatedAt) ? "deprecated" : "active";
    }
}
