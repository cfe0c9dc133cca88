package io.vimax.simulator.desk;

import io.vimax.simulator.account.RetryHint;
import io.vimax.simulator.limiter.Limit;
import java.time.Duration;
import java.util.Set;

/** Why a call is turned down. Each protocol has its own words for each. */
public sealed interface Refusal {

    record MissingKey() implements Refusal {}

    record UnknownKey() implements Refusal {}

    record OutOfCredit() implements Refusal {}

    /**
     * Too many calls in a minute or a day.
     *
     * @param limit a minute's or a day's
     */
    record RateLimited(Limit limit, Duration retryAfter, Set<RetryHint> hints) implements Refusal {

        public boolean daily() {
            return limit instanceof Limit.PerDay;
        }

        /** How many calls the limit allows. */
        public int most() {
            return switch (limit) {
                case Limit.PerMinute minute -> minute.calls();
                case Limit.PerDay day -> day.calls();
                case Limit.InFlight flight -> flight.jobs();
                case Limit.Spend _ -> 0;
            };
        }
    }

    record TooManyAtOnce(int most, Duration retryAfter, Set<RetryHint> hints) implements Refusal {}

    /**
     * Too much load behind the provider.
     *
     * @param claims the type that the answer claims to be, where the protocol has one
     */
    record Saturated(int status, String claims) implements Refusal {}

    record ModelUnavailable(String model) implements Refusal {}

    record UnknownModel(String model) implements Refusal {}

    /**
     * The request is wrong.
     *
     * @param field path of what is wrong
     */
    record Unacceptable(String field, String message) implements Refusal {}

    record ContentRejected() implements Refusal {}

    record JobNotFound(String job) implements Refusal {}

    /** The job is in a state that does not allow it. */
    record NotNow(String message) implements Refusal {}

    record FileNotFound(String file) implements Refusal {}

    record UnknownPath(String route) implements Refusal {}

    record UpstreamError() implements Refusal {}

    /** 400 with an error that is a plain string. */
    record PlainString(String message) implements Refusal {}

    /** Whether the caller broke the protocol, rather than ran into something that can happen to anybody. */
    default boolean violation() {
        return switch (this) {
            case MissingKey _, UnknownModel _, Unacceptable _, UnknownPath _ -> true;
            case UnknownKey _,
                    OutOfCredit _,
                    RateLimited _,
                    TooManyAtOnce _,
                    Saturated _,
                    ModelUnavailable _,
                    ContentRejected _,
                    JobNotFound _,
                    NotNow _,
                    FileNotFound _,
                    UpstreamError _,
                    PlainString _ -> false;
        };
    }
}
