package io.vimax.worker.provider.failure;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a provider said about when to come again.
 *
 * @param waits every time that it named, by header or body, counted from its answer
 * @param perDay whether it is the day's allowance that is used up
 */
public record RetryHints(List<Duration> waits, boolean perDay) {

    /** It said nothing. */
    public static final RetryHints NONE = new RetryHints(List.of(), false);

    public RetryHints {
        waits = List.copyOf(waits);
    }

    public static RetryHints after(Duration wait) {
        return new RetryHints(List.of(wait), false);
    }

    /** The longest counts: the others are the same wait rounded, or that of a limit that ends sooner. */
    public Optional<Duration> longest() {
        return waits.stream().max(Comparator.naturalOrder());
    }
}
