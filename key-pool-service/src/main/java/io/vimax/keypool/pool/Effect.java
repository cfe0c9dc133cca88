package io.vimax.keypool.pool;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What follows from how a lease ended; the names are those of settle.lua.
 *
 * @param works the provider did answer for this key: rests that are over end for good, learned limits rise
 * @param rest what has to rest: key, key_model, scope, model, or null
 * @param reason why it rests; one word
 * @param hint what the provider asked for in milliseconds, or -1
 * @param base the first rest without a hint in milliseconds; it doubles with every failure in a row
 * @param cap the longest rest without a hint in milliseconds
 * @param jitter added on top, in milliseconds, so that not all come back at once
 * @param half whether afterwards one job tries alone
 * @param day whether it rests until the day of the scope resets
 * @param lower minute or flight: the limit that was set too high, or null
 * @param fails provider_error or key_invalid: what may be an outage when most keys fail alike, or null
 * @param again failures in a row before a key rests
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Effect(
        boolean works,
        @Nullable String rest,
        @Nullable String reason,
        long hint,
        long base,
        long cap,
        long jitter,
        boolean half,
        boolean day,
        @Nullable String lower,
        @Nullable String fails,
        int again) {

    /** Frees the slot and says nothing about anything. */
    public static final Effect NONE = new Effect(false, null, null, -1, 0, 0, 0, false, false, null, null, 0);

    /** The provider did what was asked. */
    public static final Effect WORKS = new Effect(true, null, null, -1, 0, 0, 0, false, false, null, null, 0);

    /** Something rests for as long as the provider asked, or with a growing pause. */
    public static Effect rest(String what, String reason, long hintMs, long baseMs, long capMs, long jitterMs) {
        return new Effect(false, what, reason, hintMs, baseMs, capMs, jitterMs, false, false, null, null, 0);
    }

    public Effect untilTheDayResets() {
        return new Effect(works, rest, reason, hint, base, cap, jitter, half, true, lower, fails, again);
    }

    public Effect thenOneTries() {
        return new Effect(works, rest, reason, hint, base, cap, jitter, true, day, lower, fails, again);
    }

    public Effect lowering(String kind) {
        return new Effect(works, rest, reason, hint, base, cap, jitter, half, day, kind, fails, again);
    }

    public Effect failing(String kind, int inARow) {
        return new Effect(works, rest, reason, hint, base, cap, jitter, half, day, lower, kind, inARow);
    }
}
