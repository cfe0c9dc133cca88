package io.vimax.keypool.limit;

import org.jspecify.annotations.Nullable;

/**
 * One limit of a scope or key.
 *
 * @param model a model, {@link #EVERY} for every model on its own, or null for all models together
 * @param most requests, leases at once, or millionths of a US dollar; at least 1
 */
public record Limit(LimitKind kind, @Nullable String model, long most) {

    /** Holds for every model on its own, unless the model has a limit of the same kind by name. */
    public static final String EVERY = "*";

    public Limit {
        if (most < 1) {
            throw new IllegalArgumentException("A limit below one lends nothing");
        }
    }
}
