package io.vimax.bench.workers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An event that says how a generation ended.
 *
 * @param word completed, or what the event calls the failure, in lower case
 * @param code of a failure; empty for what is completed
 * @param assets results, by their ids
 * @param at when it became true, by the worker's clock
 */
public record Ended(UUID generation, UUID event, String word, String code, List<UUID> assets, Instant at) {

    public static final String COMPLETED = "completed";

    public boolean isCompleted() {
        return word.equals(COMPLETED);
    }
}
