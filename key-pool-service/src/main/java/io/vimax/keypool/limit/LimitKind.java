package io.vimax.keypool.limit;

import java.util.Arrays;

/**
 * What a provider counts, and when it forgets. A provider counts what arrives, the pool what is lent; and what was lent later may
 * arrive sooner. So a rolling window is longer here by {@link #TRANSIT_MS}, and at the end of a window of the clock nothing is lent for
 * as long (pool.lua): that costs less than one percent of a limit and saves refusals at the edge of every window.
 */
public enum LimitKind {
    /** Live leases at once. */
    IN_FLIGHT("flight", "in_flight", "now", 0),
    /** Requests in any 60 seconds. */
    ROLLING_MINUTE("minute", "requests_per_minute", "rolling", 60_000 + LimitKind.TRANSIT_MS),
    /** Requests in one minute of the clock. */
    CLOCK_MINUTE("clock_minute", "requests_per_minute", "calendar", 0),
    /** Requests in any 24 hours. */
    ROLLING_DAY("day", "requests_per_day", "rolling", 86_400_000 + LimitKind.TRANSIT_MS),
    /** Requests in one day of the scope's zone. */
    CLOCK_DAY("clock_day", "requests_per_day", "day", 0),
    /** Millionths of a US dollar in one day of the scope's zone. */
    SPEND_DAY("spend_day", "spend", "day", 0),
    /** Millionths of a US dollar in one month of the scope's zone. */
    SPEND_MONTH("spend_month", "spend", "month", 0);

    /** The longest difference that is allowed for between the ways of two requests to their provider, in milliseconds. */
    public static final long TRANSIT_MS = 500;

    private final String word;
    private final String reason;
    private final String period;
    private final long windowMs;

    LimitKind(String word, String reason, String period, long windowMs) {
        this.word = word;
        this.reason = reason;
        this.period = period;
        this.windowMs = windowMs;
    }

    /** The word of the scripts. */
    public String word() {
        return word;
    }

    /** What a refusal is called, which is also the kind in the table of limits. */
    public String reason() {
        return reason;
    }

    /** Length of a rolling window in milliseconds, 0 for what does not roll. */
    public long windowMs() {
        return windowMs;
    }

    static LimitKind of(String kind, String period) {
        return Arrays.stream(values())
                .filter(it -> it.reason.equals(kind) && it.period.equals(period))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No limit of " + kind + " by " + period));
    }

    public static LimitKind named(String word) {
        return Arrays.stream(values())
                .filter(it -> it.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No limit named " + word));
    }
}
