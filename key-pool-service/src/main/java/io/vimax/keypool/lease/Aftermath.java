package io.vimax.keypool.lease;

import io.vimax.keypool.books.LeaseBooks;
import io.vimax.keypool.event.Events;
import io.vimax.keypool.health.Consequence;
import io.vimax.keypool.health.Consequence.KeyVerdict;
import io.vimax.keypool.key.KeyRing;
import io.vimax.keypool.pool.Settled;
import io.vimax.schemas.Topics;
import io.vimax.schemas.key.v1.KeyRateLimited;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What closing a lease means for the books beyond the lease: key states, events, and rests that must outlive a loss of Redis. Runs in
 * the transaction that closes the lease, and only in the first one.
 */
@Component
class Aftermath {

    /** Shorter rests are covered by the minute that a filled pool waits. */
    private static final Duration WORTH_KEEPING = Duration.ofMinutes(1);

    private static final Set<String> OF_THE_PROVIDER = Set.of("rate_limited", "concurrency_limited");

    private final KeyRing keys;
    private final Events events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Aftermath(KeyRing keys, Events events, JdbcClient jdbc, Clock clock) {
        this.keys = keys;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void enter(LeaseBooks.Lease lease, Consequence consequence, Settled.Done done) {
        if (!done.outage()) {
            learn(lease, consequence.key());
        }
        done.reinstated()
                .forEach(key ->
                        keys.reinstate(key, "the provider refused many keys at once, so it was not about this one"));
        if (!done.ended().isEmpty()) {
            reinstate(lease, done.ended());
            jdbc.sql("delete from pool_rest where service = :service and holder in (:holders)")
                    .param("service", lease.service())
                    .param("holders", done.ended())
                    .update();
        }
        for (Settled.Rest rest : done.rests()) {
            keep(lease, rest);
            if (OF_THE_PROVIDER.contains(rest.reason())) {
                publish(lease, rest);
            }
        }
    }

    private void learn(LeaseBooks.Lease lease, KeyVerdict verdict) {
        switch (verdict) {
            case NOTHING -> {}
            case INVALID -> keys.learn(lease.keyId(), true, "the provider refused the key");
            case OUT_OF_CREDIT -> keys.learn(lease.keyId(), false, "the provider says that the account has no credit");
        }
    }

    /** A job that tried whether it works again did work: the key is good, and with the account all keys that waited for it. */
    private void reinstate(LeaseBooks.Lease lease, List<String> ended) {
        Set<UUID> good = new HashSet<>();
        if (ended.contains(lease.keyId().toString())) {
            good.add(lease.keyId());
        }
        if (ended.contains(lease.scopeId().toString())) {
            good.addAll(
                    jdbc.sql("select id from api_keys where scope_id = :scope and status = 'OUT_OF_CREDIT' order by id")
                            .param("scope", lease.scopeId())
                            .query(UUID.class)
                            .list());
        }
        good.stream().sorted().forEach(key -> keys.reinstate(key, "it works again"));
    }

    private void keep(LeaseBooks.Lease lease, Settled.Rest rest) {
        if (Duration.between(clock.instant(), rest.until()).compareTo(WORTH_KEEPING) < 0) {
            return;
        }
        boolean shared = rest.holder().equals("provider") || rest.holder().startsWith("model|");
        jdbc.sql("""
                        insert into pool_rest as r (service, holder, scope_id, since, until, in_a_row, half, reason)
                        values (:service, :holder, :scope, :since, :until, :times, :half, :reason)
                        on conflict (service, holder) do update set until = greatest(r.until, excluded.until),
                            in_a_row = excluded.in_a_row, half = excluded.half, reason = excluded.reason""")
                .param("service", lease.service())
                .param("holder", rest.holder())
                .param("scope", shared ? null : lease.scopeId())
                .param("since", Timestamp.from(clock.instant()))
                .param("until", Timestamp.from(rest.until()))
                .param("times", rest.inARow())
                .param("half", !OF_THE_PROVIDER.contains(rest.reason()))
                .param("reason", rest.reason())
                .update();
    }

    private void publish(LeaseBooks.Lease lease, Settled.Rest rest) {
        // Events of one key keep their order only if their writers do.
        jdbc.sql("select id from api_keys where id = :key for update")
                .param("key", lease.keyId())
                .query(UUID.class)
                .optional();
        boolean ofModel = rest.holder().endsWith("|" + lease.model());
        events.publish(
                Topics.KEY_RATE_LIMITED,
                lease.keyId(),
                KeyRateLimited.newBuilder()
                        .setEventId(UUID.randomUUID())
                        .setOccurredAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                        .setUserId(lease.userId())
                        .setVersion(lease.fence())
                        .setKeyId(lease.keyId())
                        .setScopeId(lease.scopeId())
                        .setService(lease.service())
                        .setModel(ofModel ? lease.model() : null)
                        .setUntil(rest.until().truncatedTo(ChronoUnit.MILLIS))
                        .setLimit(rest.reason().equals("concurrency_limited") ? "in_flight" : "requests_per_minute")
                        .setReason("the provider asked to wait")
                        .build());
    }
}
