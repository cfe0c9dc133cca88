package io.vimax.worker.provider.failure;

import io.vimax.worker.provider.failure.Verdict.Settlement;
import io.vimax.worker.provider.failure.Verdict.Step.Again;
import io.vimax.worker.provider.failure.Verdict.Step.GiveUp;
import java.time.Duration;

/** The one place that decides what follows from a failure. */
public record FailurePolicy(int mostAttempts, Duration firstBackOff) {

    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);

    /**
     * Decides.
     *
     * @param attempt attempts that reached the provider, this one included
     */
    public Verdict after(ProviderFailure failure, int attempt) {
        return switch (failure) {
            case ProviderFailure.RateLimited(var hints, var _) ->
                new Verdict(Settlement.RATE_LIMITED, new Again(orBackOff(hints, attempt), false, true));
            case ProviderFailure.ConcurrencyLimited(var hints, var _) ->
                new Verdict(Settlement.CONCURRENCY_LIMITED, new Again(orBackOff(hints, attempt), false, true));
            case ProviderFailure.Saturated _ ->
                new Verdict(Settlement.SATURATED, new Again(backOff(attempt), false, true));
            case ProviderFailure.KeyInvalid _ ->
                new Verdict(Settlement.KEY_INVALID, new Again(Duration.ZERO, true, true));
            case ProviderFailure.OutOfCredit _ ->
                new Verdict(Settlement.OUT_OF_CREDIT, new Again(Duration.ZERO, true, true));
            case ProviderFailure.ContentRejected _ ->
                new Verdict(Settlement.CONTENT_REJECTED, new GiveUp("content-rejected", false));
            case ProviderFailure.BadRequest _ -> new Verdict(Settlement.BAD_REQUEST, new GiveUp("bad-request", false));
            case ProviderFailure.Unavailable _
            when attempt < mostAttempts ->
                new Verdict(Settlement.PROVIDER_ERROR, new Again(backOff(attempt), false, false));
            case ProviderFailure.Unavailable _ ->
                new Verdict(Settlement.PROVIDER_ERROR, new GiveUp("provider-unavailable", true));
            // The provider may charge for it, so it is the person's decision to ask again.
            case ProviderFailure.JobBroke _ -> new Verdict(Settlement.PROVIDER_ERROR, new GiveUp("job-broke", true));
            case ProviderFailure.InputUnusable _ ->
                new Verdict(Settlement.NOT_SENT, new GiveUp("input-unusable", false));
            case ProviderFailure.DiskFull _ -> new Verdict(Settlement.NOT_SENT, new GiveUp("disk-full", true));
            case ProviderFailure.ToolMissing _ -> new Verdict(Settlement.NOT_SENT, new GiveUp("tool-missing", true));
            case ProviderFailure.DeadlinePassed _ ->
                new Verdict(Settlement.PROVIDER_ERROR, new GiveUp("deadline-passed", true));
        };
    }

    private Duration orBackOff(RetryHints hints, int attempt) {
        return hints.longest().orElseGet(() -> backOff(attempt));
    }

    private Duration backOff(int attempt) {
        Duration wait = firstBackOff.multipliedBy(1L << Math.clamp(attempt - 1L, 0, 16));
        return wait.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : wait;
    }
}
