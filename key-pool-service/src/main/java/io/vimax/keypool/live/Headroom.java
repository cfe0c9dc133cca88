package io.vimax.keypool.live;

import io.vimax.keypool.limit.LimitKind;
import io.vimax.keypool.pool.KeyView;
import io.vimax.keypool.pool.KeyView.LimitView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is left of the limits that hold for a key.
 *
 * @param at when that was, by the clock of the pool
 * @param inFlight open leases
 * @param rests what the key waits for, longest first
 */
public record Headroom(Instant at, int inFlight, List<Rest> rests, List<Left> limits) {

    /**
     * One limit.
     *
     * @param ofScope whether other keys share it
     * @param model null for all models together
     * @param most what was set: requests, leases at once, or millionths of a US dollar
     * @param working what holds now: lower than most where the provider taught so
     * @param left how much more is allowed now
     * @param freeAt when one more is allowed, or null when it is now
     * @param resetsAt end of the calendar window, or null for what rolls
     */
    public record Left(
            boolean ofScope,
            @Nullable String model,
            String kind,
            long most,
            long working,
            long used,
            long left,
            @Nullable Instant freeAt,
            @Nullable Instant resetsAt) {

        static Left of(LimitView view) {
            return new Left(
                    view.ofScope(),
                    view.model(),
                    LimitKind.named(view.kind()).reason(),
                    view.most(),
                    view.working(),
                    view.used(),
                    view.headroom(),
                    moment(view.freeAt()),
                    moment(view.resetsAt()));
        }
    }

    public static Headroom of(KeyView view, UUID key) {
        return new Headroom(
                Instant.ofEpochMilli(view.at()),
                view.inFlight(),
                view.rests().stream()
                        .map(rest -> Rest.of(rest, key))
                        .sorted((one, other) -> other.until().compareTo(one.until()))
                        .toList(),
                view.limits().stream().map(Left::of).toList());
    }

    /** Only what other keys of the scope share, too. */
    public Headroom ofScope() {
        return new Headroom(
                at,
                inFlight,
                rests.stream().filter(rest -> !rest.holder().startsWith("key")).toList(),
                limits.stream().filter(Left::ofScope).toList());
    }

    private static @Nullable Instant moment(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }
}
