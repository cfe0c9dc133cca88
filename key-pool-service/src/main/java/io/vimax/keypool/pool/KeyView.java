package io.vimax.keypool.pool;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Redis knows of a key; times are epoch milliseconds by its clock.
 *
 * @param inFlight live leases of the key
 * @param rests what it has to wait for, its scope, its models and the provider included
 * @param limits every limit that holds for it
 */
public record KeyView(long at, int inFlight, List<RestView> rests, List<LimitView> limits) {

    public KeyView {
        rests = rests == null ? List.of() : rests;
        limits = limits == null ? List.of() : limits;
    }

    /**
     * @param holder scope, scope|model, key, key|model, model|NAME or provider
     * @param half whether afterwards one job tries alone
     */
    public record RestView(String holder, long until, int inARow, long since, boolean half, String reason) {}

    /**
     * @param ofScope whether other keys share it
     * @param model null for all models together
     * @param most what the books say
     * @param working what holds now: lower than {@code most} where the provider taught so
     * @param used requests, live leases or millionths of a US dollar that count now
     * @param freeAt when one more is allowed, 0 when it is now
     * @param resetsAt end of the calendar window, 0 for what rolls
     */
    public record LimitView(
            boolean ofScope,
            @Nullable String model,
            String kind,
            long most,
            long working,
            long used,
            long freeAt,
            long resetsAt) {

        public long headroom() {
            return Math.max(0, working - used);
        }
    }
}
