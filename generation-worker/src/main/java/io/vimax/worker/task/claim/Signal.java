package io.vimax.worker.task.claim;

import java.util.Optional;
import java.util.UUID;

/** What replicas tell each other through the database at once; losing one costs only a poll interval. */
public sealed interface Signal {

    /** A task can be claimed. */
    record Work() implements Signal {}

    /** A slot of a provider became free. */
    record SlotFreed(String provider) implements Signal {}

    /** A task is cancelled: whoever works on it stops. */
    record Cancelled(UUID task) implements Signal {}

    default String encode() {
        return switch (this) {
            case Work() -> "work";
            case SlotFreed(var provider) -> "freed " + provider;
            case Cancelled(var task) -> "cancelled " + task;
        };
    }

    /** Empty for what a newer version sends. */
    static Optional<Signal> decode(String payload) {
        String[] words = payload.split(" ", 2);
        return switch (words[0]) {
            case "work" -> Optional.of(new Work());
            case "freed" -> Optional.of(new SlotFreed(words[1]));
            case "cancelled" -> Optional.of(new Cancelled(UUID.fromString(words[1])));
            default -> Optional.empty();
        };
    }
}
