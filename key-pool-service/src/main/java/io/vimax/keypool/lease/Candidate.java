package io.vimax.keypool.lease;

import java.util.List;
import java.util.UUID;

/** A key that could do the work, with every limit that would hold for it. Field names are those of acquire-lease.lua. */
record Candidate(UUID key, UUID scope, int weight, List<Limit> limits) {

    /**
     * @param holder what the limit holds for: a scope, a scope and model, or a key
     * @param kind in_flight or rate
     * @param most how many at once, or how many grants within the window
     * @param window_ms length of the window in milliseconds; 0 for in_flight
     * @param reason what a refusal is called
     */
    record Limit(String holder, String kind, int most, long window_ms, String reason) {

        static Limit inFlight(String holder, int most) {
            return new Limit(holder, "in_flight", most, 0, "in_flight");
        }

        static Limit perMinute(String holder, int most) {
            return new Limit(holder, "rate", most, 60_000, "requests_per_minute");
        }

        static Limit perDay(String holder, int most) {
            return new Limit(holder + ":day", "rate", most, 86_400_000, "requests_per_day");
        }
    }
}
