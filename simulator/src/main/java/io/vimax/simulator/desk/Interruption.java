package io.vimax.simulator.desk;

import io.vimax.simulator.account.RetryHint;
import io.vimax.simulator.http.Reply;
import io.vimax.simulator.limiter.Limit;
import io.vimax.simulator.scenario.Scenario;
import io.vimax.simulator.scenario.Strike;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a scenario makes of a call: another answer, before or after the work is taken on. */
final class Interruption {

    private static final int TEN_MINUTES_MS = 600_000;

    private final Function<Refusal, Reply> refused;
    private final Set<RetryHint> hints;

    Interruption(Function<Refusal, Reply> refused, Set<RetryHint> hints) {
        this.refused = refused;
        this.hints = hints;
    }

    /** The answer of a scenario that lets nothing be taken on; empty for the others. */
    Optional<Reply> before(Strike strike) {
        Scenario scenario = strike.scenario();
        return switch (scenario) {
            case RATE_LIMITED ->
                refuse(new Refusal.RateLimited(Limit.perMinute(60), Duration.ofMillis(strike.numberOr(2000)), hints));
            case DAY_LIMITED ->
                refuse(new Refusal.RateLimited(Limit.perDay(100, ZoneOffset.UTC), Duration.ofHours(6), hints));
            case CONCURRENCY_LIMITED -> refuse(new Refusal.TooManyAtOnce(5, Duration.ofSeconds(1), hints));
            case SATURATED -> refuse(new Refusal.Saturated(429, strike.argumentOr("insufficient_quota")));
            case SATURATED_500 -> refuse(new Refusal.Saturated(500, strike.argumentOr("upstream_error")));
            case OUT_OF_CREDIT -> refuse(new Refusal.OutOfCredit());
            case KEY_REFUSED -> refuse(new Refusal.UnknownKey());
            case MODEL_UNAVAILABLE -> refuse(new Refusal.ModelUnavailable("the model"));
            case CONTENT_REJECTED -> refuse(new Refusal.ContentRejected());
            case REQUEST_REJECTED -> refuse(new Refusal.Unacceptable("prompt", "The request was refused for a test"));
            case UPSTREAM_ERROR -> refuse(new Refusal.UpstreamError());
            case PLAIN_STRING_ERROR -> refuse(new Refusal.PlainString("something went wrong upstream"));
            case JOB_NOT_FOUND -> refuse(new Refusal.JobNotFound(""));
            case HTML_ERROR -> Optional.of(page(strike.numberOr(502)));
            case HTML_WITH_200 ->
                Optional.of(Reply.of(200, "application/json", page(200).body()));
            case BODY_IS_A_STRING ->
                Optional.of(Reply.of(
                        200, "application/json", "\"upstream returned nothing\"".getBytes(StandardCharsets.UTF_8)));
            case RESET_BEFORE_ACCEPT -> Optional.of(new Reply.Reset());
            case HANG_BEFORE_ACCEPT -> Optional.of(new Reply.Silence(longest(strike)));
            // The rest strikes later, see after and the protocols.
            default -> Optional.empty();
        };
    }

    /** What becomes of an answer to work that was taken on, or of a read. */
    static Reply after(Strike strike, Reply reply) {
        return switch (strike.scenario()) {
            case HANG -> new Reply.Silence(longest(strike));
            case RESET -> new Reply.Reset();
            case ERROR_AFTER_ACCEPT -> page(strike.numberOr(504));
            default -> reply instanceof Reply.Full full ? spoil(strike, full) : reply;
        };
    }

    private static Reply spoil(Strike strike, Reply.Full full) {
        return switch (strike.scenario()) {
            case HALF_OPEN -> new Reply.HalfOpen(full, full.body().length / 2, longest(strike));
            case DEEP_JSON -> full.with(deep(full.body(), strike.numberOr(100)));
            case CUT_JSON -> full.with(Arrays.copyOf(full.body(), full.body().length / 2));
            case EMPTY_BODY -> full.with(new byte[0]);
            case WRONG_CONTENT_TYPE -> full.with("Content-Type", "text/plain; charset=utf-8");
            default -> full;
        };
    }

    private Optional<Reply> refuse(Refusal refusal) {
        return Optional.of(refused.apply(refusal));
    }

    private static Duration longest(Strike strike) {
        return Duration.ofMillis(strike.numberOr(TEN_MINUTES_MS));
    }

    private static byte[] deep(byte[] body, int levels) {
        String inside = new String(body, StandardCharsets.UTF_8);
        return ("{\"data\":".repeat(levels) + inside + "}".repeat(levels)).getBytes(StandardCharsets.UTF_8);
    }

    static Reply.Full page(int status) {
        return Reply.html(status, """
                <html>
                <head><title>%d Error</title></head>
                <body><center><h1>%d Error</h1></center><hr><center>nginx</center></body>
                </html>
                """.formatted(status, status));
    }
}
