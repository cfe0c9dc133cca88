package io.vimax.keypool.health;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the call that a lease was for ended; the pool's only source for what a key is worth. */
public sealed interface Outcome {

    /** The provider did what was asked. */
    record Success() implements Outcome {}

    /**
     * The key has to wait.
     *
     * @param hint the longest time that the provider named anywhere, or null
     * @param perDay whether the requests of the day are used up
     */
    record RateLimited(@Nullable Duration hint, boolean perDay) implements Outcome {}

    /** The account runs as much at once as it may. */
    record ConcurrencyLimited(@Nullable Duration hint) implements Outcome {}

    /** The model is overloaded upstream; no fault of the key. */
    record Saturated(@Nullable Duration hint) implements Outcome {}

    /** The provider does not take the key. */
    record KeyInvalid() implements Outcome {}

    /** The account has no money left. */
    record OutOfCredit() implements Outcome {}

    /** The provider will not make this content, with any key. */
    record ContentRejected() implements Outcome {}

    /** The request is wrong, with any key. */
    record BadRequest() implements Outcome {}

    /** Trouble at the provider. */
    record ProviderError(@Nullable Duration hint) implements Outcome {}

    /** Nothing left this machine. */
    record NotSent() implements Outcome {}

    /** A person stopped it. */
    record Cancelled() implements Outcome {}

    /** The holder was not heard of again, and its time is over. */
    record Expired() implements Outcome {}

    /**
     * @param kind the word of the wire
     * @param hint the longest time that the provider named, or null
     */
    static Optional<Outcome> of(String kind, @Nullable Duration hint, boolean perDay) {
        return Optional.ofNullable(
                switch (kind) {
                    case "success" -> new Success();
                    case "rate_limited" -> new RateLimited(hint, perDay);
                    case "concurrency_limited" -> new ConcurrencyLimited(hint);
                    case "saturated" -> new Saturated(hint);
                    case "key_invalid" -> new KeyInvalid();
                    case "out_of_credit" -> new OutOfCredit();
                    case "content_rejected" -> new ContentRejected();
                    case "bad_request" -> new BadRequest();
                    case "provider_error" -> new ProviderError(hint);
                    case "not_sent" -> new NotSent();
                    case "cancelled" -> new Cancelled();
                    default -> null;
                });
    }

    /** The word of the wire and the books. */
    default String word() {
        return switch (this) {
            case Success _ -> "success";
            case RateLimited _ -> "rate_limited";
            case ConcurrencyLimited _ -> "concurrency_limited";
            case Saturated _ -> "saturated";
            case KeyInvalid _ -> "key_invalid";
            case OutOfCredit _ -> "out_of_credit";
            case ContentRejected _ -> "content_rejected";
            case BadRequest _ -> "bad_request";
            case ProviderError _ -> "provider_error";
            case NotSent _ -> "not_sent";
            case Cancelled _ -> "cancelled";
            case Expired _ -> "expired";
        };
    }
}
