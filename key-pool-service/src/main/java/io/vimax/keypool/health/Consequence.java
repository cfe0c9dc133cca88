package io.vimax.keypool.health;

import io.vimax.keypool.pool.Effect;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What follows from an outcome.
 *
 * @param effect what it does in the pool: to key, account, model and provider
 * @param key what it says of the key beyond the moment
 * @param task what the holder should do with its work
 */
public record Consequence(Effect effect, KeyVerdict key, Task task) {

    private static final long FIRST_REST_MS = Duration.ofSeconds(5).toMillis();
    private static final long LONGEST_REST_MS = Duration.ofMinutes(5).toMillis();
    private static final long RECHECK_MS = Duration.ofHours(1).toMillis();
    private static final double MOST_JITTER = 0.1;
    private static final long LONGEST_JITTER_MS = 1_000;

    /** Failures in a row before a key that is worse than the others rests. */
    private static final int FAILURES_IN_A_ROW = 3;

    /** What is written beside the key in the books. */
    public enum KeyVerdict {
        NOTHING,
        INVALID,
        OUT_OF_CREDIT
    }

    /** What the holder should do; advice, because the holder knows more about its work. */
    public enum Task {
        /** It is over. */
        DONE,
        /** Again, with any key that is free. */
        AGAIN,
        /** Again, with another key. */
        OTHER_KEY,
        /** Again later, or with another model. */
        LATER,
        /** No key will help. */
        GIVE_UP;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The one place that decides.
     *
     * @param random from 0 up to 1, spreads the returns of what rests alike
     */
    public static Consequence of(Outcome outcome, double random) {
        return switch (outcome) {
            case Outcome.Success _ -> new Consequence(Effect.WORKS, KeyVerdict.NOTHING, Task.DONE);
            case Outcome.RateLimited limited -> {
                Effect rest = rest("key_model", "rate_limited", limited.hint(), random);
                yield limited.perDay()
                        ? new Consequence(rest.untilTheDayResets(), KeyVerdict.NOTHING, Task.OTHER_KEY)
                        : new Consequence(rest.lowering("minute"), KeyVerdict.NOTHING, Task.OTHER_KEY);
            }
            case Outcome.ConcurrencyLimited limited ->
                new Consequence(
                        rest("scope", "concurrency_limited", limited.hint(), random)
                                .lowering("flight"),
                        KeyVerdict.NOTHING,
                        Task.OTHER_KEY);
            case Outcome.Saturated saturated ->
                new Consequence(
                        rest("model", "saturated", saturated.hint(), random).thenOneTries(),
                        KeyVerdict.NOTHING,
                        Task.LATER);
            case Outcome.KeyInvalid _ ->
                new Consequence(
                        Effect.rest("key", "key_invalid", -1, RECHECK_MS, RECHECK_MS, 0)
                                .thenOneTries()
                                .failing("key_invalid", 1),
                        KeyVerdict.INVALID,
                        Task.OTHER_KEY);
            case Outcome.OutOfCredit _ ->
                new Consequence(
                        Effect.rest("scope", "out_of_credit", -1, RECHECK_MS, RECHECK_MS, 0)
                                .thenOneTries(),
                        KeyVerdict.OUT_OF_CREDIT,
                        Task.OTHER_KEY);
            // The provider read the request and said no to what it asks for: it and the key are well.
            case Outcome.ContentRejected _, Outcome.BadRequest _ ->
                new Consequence(Effect.WORKS, KeyVerdict.NOTHING, Task.GIVE_UP);
            case Outcome.ProviderError error -> {
                long hint = hint(error.hint());
                yield new Consequence(
                        new Effect(
                                false,
                                null,
                                "failing",
                                hint,
                                FIRST_REST_MS,
                                LONGEST_REST_MS,
                                jitter(hint, random),
                                true,
                                false,
                                null,
                                "provider_error",
                                FAILURES_IN_A_ROW),
                        KeyVerdict.NOTHING,
                        Task.AGAIN);
            }
            case Outcome.NotSent _, Outcome.Cancelled _, Outcome.Expired _ ->
                new Consequence(
                        Effect.NONE, KeyVerdict.NOTHING, outcome instanceof Outcome.Cancelled ? Task.DONE : Task.AGAIN);
        };
    }

    private static Effect rest(String what, String reason, @Nullable Duration hint, double random) {
        long hintMs = hint(hint);
        return Effect.rest(what, reason, hintMs, FIRST_REST_MS, LONGEST_REST_MS, jitter(hintMs, random));
    }

    /** A hint of nothing is no hint: coming back at once is what was just refused. */
    private static long hint(@Nullable Duration hint) {
        return hint == null || !hint.isPositive() ? -1 : hint.toMillis();
    }

    private static long jitter(long hintMs, double random) {
        return (long) (Math.min((hintMs < 0 ? FIRST_REST_MS : hintMs) * MOST_JITTER, LONGEST_JITTER_MS) * random);
    }
}
