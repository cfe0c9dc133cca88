package io.vimax.editor.money;

import org.jspecify.annotations.Nullable;

/**
 * What an episode may cost.
 *
 * @param limitMicros the cap in micro-USD, or null for none
 * @param committedMicros what was spent and what is under way, in micro-USD
 */
public record Budget(@Nullable Long limitMicros, long committedMicros) {

    /**
     * The budget once this much more is under way.
     *
     * @throws BudgetExceeded if the cap would be passed
     */
    public Budget reserve(long micros) {
        long then = Math.addExact(committedMicros, micros);
        if (limitMicros != null && micros > 0 && then > limitMicros) {
            throw new BudgetExceeded(limitMicros, committedMicros, micros);
        }
        return new Budget(limitMicros, then);
    }
}
