package io.vimax.simulator.limiter;

import java.time.ZoneId;

/** One limit of an account. */
public sealed interface Limit {

    /** Stands for every model by itself: each has its own count. */
    String EACH_MODEL = "each";

    /** Stands for all models in one count. */
    String ALL_MODELS = "all";

    /** A model's name, {@link #EACH_MODEL} or {@link #ALL_MODELS}. */
    String models();

    /**
     * Calls in a minute.
     *
     * @param window whether any 60 seconds count, or each minute of the clock
     * @param refusalsCount whether a refused call takes its place in the window too, as OpenAI says of its own
     */
    record PerMinute(String models, int calls, Window window, boolean refusalsCount) implements Limit {
        public PerMinute {
            requirePositive(calls);
        }
    }

    /** Calls in a day that begins at midnight in {@code zone}. */
    record PerDay(String models, int calls, ZoneId zone) implements Limit {
        public PerDay {
            requirePositive(calls);
        }
    }

    /** Calls and jobs running at the same time. */
    record InFlight(String models, int jobs) implements Limit {
        public InFlight {
            requirePositive(jobs);
        }
    }

    /** Money in all, in millionths of a dollar. */
    record Spend(String models, long micros) implements Limit {}

    /** What a minute is. */
    enum Window {
        ROLLING,
        CALENDAR
    }

    static Limit perMinute(int calls) {
        return new PerMinute(EACH_MODEL, calls, Window.ROLLING, false);
    }

    static Limit perDay(int calls, ZoneId zone) {
        return new PerDay(EACH_MODEL, calls, zone);
    }

    static Limit inFlight(int jobs) {
        return new InFlight(EACH_MODEL, jobs);
    }

    static Limit spend(long micros) {
        return new Spend(ALL_MODELS, micros);
    }

    private static void requirePositive(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("A limit of " + count + " allows nothing");
        }
    }
}
