package io.vimax.worker.lease;

import io.micrometer.observation.ObservationRegistry;
import io.vimax.worker.provider.failure.Verdict.Settlement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The wire of key-pool-service. Throws {@link RestClientException} when there is no answer. */
@Component
class KeyPool {

    /** What the pool takes; longer details are words of a provider that nobody reads to the end. */
    private static final int LONGEST_DETAIL = 1_000;

    /** As many as the pool takes; the longest are sent. */
    private static final int MOST_HINTS = 10;

    private final RestClient http;
    private final LeaseProperties properties;

    KeyPool(KeyPoolHttp pool, LeaseProperties properties, ObservationRegistry observations) {
        this.properties = properties;
        this.http = pool.builder().observationRegistry(observations).build();
    }

    record Acquire(
            UUID leaseId,
            String service,
            String model,
            UUID generationId,
            String owner,
            UUID userId,
            List<String> excludedKeys,
            @Nullable String preferredKey,
            long lengthMs) {}

    record Acquired(
            boolean granted,
            @Nullable UUID leaseId,
            @Nullable String keyId,
            @Nullable String scopeId,
            @Nullable Long fence,
            @Nullable String secret,
            @Nullable String baseUrl,
            @Nullable String reason,
            @Nullable Long retryAfterMs,
            @Nullable String detail) {

        @Override
        public String toString() {
            return "Acquired[granted=" + granted + ", hidden]";
        }
    }

    record Heartbeat(long fence, long lengthMs) {}

    record Settle(long fence, Ending outcome, long costMicros, long mediaMs, long latencyMs) {}

    record Ending(
            String kind,
            List<Long> retryAfterHintsMs,
            @Nullable Boolean perDay,
            @Nullable String detail) {

        static Ending of(LeaseEnd end) {
            return new Ending(
                    word(end.settlement()),
                    end.hints().waits().stream()
                            .map(Duration::toMillis)
                            .filter(wait -> wait >= 0)
                            .sorted(Comparator.reverseOrder())
                            .limit(MOST_HINTS)
                            .toList(),
                    // False would say that it is not the day's limit, and no provider says that.
                    end.hints().perDay() ? true : null,
                    shortened(end.detail()));
        }
    }

    LeaseAnswer acquire(LeaseWish wish) {
        try {
            Acquired answer = http.post()
                    .uri("/internal/leases")
                    .body(new Acquire(
                            wish.leaseId(),
                            wish.service(),
                            wish.model(),
                            wish.generationId(),
                            wish.owner(),
                            wish.userId(),
                            wish.excludedKeys(),
                            wish.preferredKey(),
                            properties.length().toMillis()))
                    .retrieve()
                    .body(Acquired.class);
            return answer(wish, answer);
        } catch (HttpClientErrorException.UnprocessableContent e) {
            return new LeaseAnswer.UnknownService("The key pool does not know the provider " + wish.service() + ".");
        }
    }

    private static LeaseAnswer answer(LeaseWish wish, @Nullable Acquired answer) {
        if (answer == null) {
            throw new RestClientException("The key pool gave an empty answer");
        }
        if (!answer.granted()) {
            return new LeaseAnswer.Refused(
                    answer.reason() == null ? "no_key" : answer.reason(),
                    Duration.ofMillis(answer.retryAfterMs() == null ? 1_000 : Math.max(0, answer.retryAfterMs())),
                    answer.detail() == null ? "No key is free" : answer.detail());
        }
        return new LeaseAnswer.Granted(new Lease(
                wish.leaseId(),
                answer.keyId() == null ? "" : answer.keyId(),
                answer.scopeId() == null ? "" : answer.scopeId(),
                answer.fence() == null ? 0 : answer.fence(),
                answer.secret(),
                answer.baseUrl()));
    }

    /** Says whether the lease still lives. */
    boolean keepAlive(Lease lease) {
        try {
            http.post()
                    .uri("/internal/leases/{id}/heartbeat", lease.id())
                    .body(new Heartbeat(lease.fence(), properties.length().toMillis()))
                    .retrieve()
                    .toBodilessEntity();
            return true;
        } catch (HttpClientErrorException e) {
            if (e.getStatusCode().isSameCodeAs(HttpStatus.CONFLICT)
                    || e.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND)) {
                return false;
            }
            throw e;
        }
    }

    void settle(Lease lease, LeaseEnd end) {
        try {
            http.post()
                    .uri("/internal/leases/{id}/settle", lease.id())
                    .body(new Settle(
                            lease.fence(),
                            Ending.of(end),
                            end.costMicros(),
                            end.mediaMs(),
                            end.took().toMillis()))
                    .retrieve()
                    .toBodilessEntity();
        } catch (HttpClientErrorException.Conflict | HttpClientErrorException.NotFound e) {
            // The lease ended by itself meanwhile: there is nothing left to give back.
        }
    }

    private static @Nullable String shortened(@Nullable String detail) {
        return detail == null || detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
    }

    private static String word(Settlement settlement) {
        return settlement.name().toLowerCase(Locale.ROOT);
    }
}
