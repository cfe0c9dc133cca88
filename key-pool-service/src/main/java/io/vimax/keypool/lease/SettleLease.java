package io.vimax.keypool.lease;

import io.vimax.keypool.event.Events;
import io.vimax.keypool.key.KeyRing;
import io.vimax.keypool.lease.KeyLeases.CoolDown;
import io.vimax.schemas.Topics;
import io.vimax.schemas.key.v1.KeyRateLimited;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a lease. The one place that decides what an outcome does to a key and its scope. Counting, key state and event are one
 * transaction; the slot in Redis is freed in the end, and by expiry if this process dies before.
 */
@Component
class SettleLease {

    private static final Duration DEFAULT_COOL_DOWN = Duration.ofSeconds(5);
    private static final Duration SCOPE_CHECK = Duration.ofHours(1);

    private final LeaseBooks books;
    private final KeyLeases leases;
    private final KeyRing keys;
    private final Events events;
    private final JdbcClient jdbc;
    private final Clock clock;

    SettleLease(LeaseBooks books, KeyLeases leases, KeyRing keys, Events events, JdbcClient jdbc, Clock clock) {
        this.books = books;
        this.leases = leases;
        this.keys = keys;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    void settle(UUID id, Settlement settlement) {
        LeaseBooks.Entry lease = books.find(id).orElseThrow(() -> new LeaseException.NotFound(id));
        if (lease.fence() != settlement.fence()) {
            throw new LeaseException.Lost(id);
        }
        Outcome outcome = Outcome.named(settlement.outcome().kind())
                .orElseThrow(() ->
                        new LeaseException.UnknownOutcome(settlement.outcome().kind()));
        boolean first = books.settle(id, outcome, settlement);
        CoolDown coolDown = first ? coolDownOf(outcome, lease, settlement) : CoolDown.NONE;
        if (first) {
            teach(outcome, lease);
        }
        OptionalLong until = leases.release(lease, settlement.fence(), coolDown);
        if (until.isPresent()) {
            publish(lease, settlement, Instant.ofEpochMilli(until.getAsLong()));
        }
    }

    private static CoolDown coolDownOf(Outcome outcome, LeaseBooks.Entry lease, Settlement settlement) {
        Duration asked = settlement.outcome().retryAfterMs() == null
                ? DEFAULT_COOL_DOWN
                : Duration.ofMillis(settlement.outcome().retryAfterMs());
        return switch (outcome) {
            case RATE_LIMITED -> new CoolDown(lease.keyId().toString(), asked);
            case CONCURRENCY_LIMITED -> new CoolDown(lease.scopeId().toString(), asked);
            case OUT_OF_CREDIT -> new CoolDown(lease.scopeId().toString(), SCOPE_CHECK);
            case SUCCESS, SATURATED, KEY_INVALID, CONTENT_REJECTED, BAD_REQUEST, PROVIDER_ERROR, NOT_SENT, CANCELLED ->
                CoolDown.NONE;
        };
    }

    private void teach(Outcome outcome, LeaseBooks.Entry lease) {
        if (outcome == Outcome.KEY_INVALID || outcome == Outcome.OUT_OF_CREDIT) {
            String reason = outcome == Outcome.KEY_INVALID
                    ? "the provider refused the key"
                    : "the provider says that the account has no credit";
            keys.learn(lease.keyId(), outcome == Outcome.KEY_INVALID, reason);
        }
    }

    private void publish(LeaseBooks.Entry lease, Settlement settlement, Instant until) {
        UUID owner = jdbc.sql("select user_id from lease where id = :id")
                .param("id", lease.id())
                .query(UUID.class)
                .single();
        events.publish(
                Topics.KEY_RATE_LIMITED,
                lease.keyId(),
                KeyRateLimited.newBuilder()
                        .setEventId(UUID.randomUUID())
                        .setOccurredAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                        .setUserId(owner)
                        .setVersion(settlement.fence())
                        .setKeyId(lease.keyId())
                        .setScopeId(lease.scopeId())
                        .setService(lease.service())
                        .setModel(lease.model())
                        .setUntil(until)
                        .setLimit(
                                Objects.equals(settlement.outcome().kind(), "concurrency_limited")
                                        ? "in_flight"
                                        : "requests_per_minute")
                        .setReason("the provider asked to wait")
                        .build());
    }
}
