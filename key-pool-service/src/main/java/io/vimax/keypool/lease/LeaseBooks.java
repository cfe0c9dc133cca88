package io.vimax.keypool.lease;

import io.vimax.keypool.lease.Candidate.Limit;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What PostgreSQL knows of leases: who may be lent, what is lent, and what came of it. */
@Component
class LeaseBooks {

    private final JdbcClient jdbc;
    private final Clock clock;

    LeaseBooks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A lease as the books have it. */
    record Entry(UUID id, UUID keyId, UUID scopeId, String service, String model, long fence, boolean settled) {}

    /** An open lease with the holders it counts for; field names are those of restore-leases.lua. */
    record Open(UUID id, UUID key, UUID scope, long fence, long expiry, List<String> holders) {}

    /** The keys of a service that a person may use for a model, without those the caller excludes. */
    List<Candidate> candidates(LeaseRequest wanted) {
        return jdbc
                .sql("""
                        select k.id, k.scope_id, k.weight, k.rate_limit_per_minute, k.rate_limit_per_day,
                               (select q.most::integer from quota_limit q where q.scope_id = s.id and q.model is null and q.kind = 'in_flight') as in_flight,
                               (select q.most::integer from quota_limit q where q.scope_id = s.id and q.model = '*' and q.kind = 'requests_per_minute') as per_minute,
                               (select q.most::integer from quota_limit q where q.scope_id = s.id and q.model = '*' and q.kind = 'requests_per_day') as per_day
                        from api_keys k join quota_scope s on s.id = k.scope_id
                        where k.service_type = :service and k.status = 'ACTIVE' and k.deleted_at is null
                          and (k.owner_id = :user or k.owner_id is null)
                        order by k.id""")
                .param("service", wanted.service())
                .param("user", wanted.userId())
                .query((row, _) -> {
                    UUID key = row.getObject("id", UUID.class);
                    UUID scope = row.getObject("scope_id", UUID.class);
                    String scopeAndModel = scope + ":" + wanted.model();
                    List<Limit> limits = new ArrayList<>();
                    add(
                            limits,
                            row.getObject("in_flight", Integer.class),
                            most -> Limit.inFlight(scope.toString(), most));
                    add(
                            limits,
                            row.getObject("per_minute", Integer.class),
                            most -> Limit.perMinute(scopeAndModel, most));
                    add(limits, row.getObject("per_day", Integer.class), most -> Limit.perDay(scopeAndModel, most));
                    add(
                            limits,
                            row.getObject("rate_limit_per_minute", Integer.class),
                            most -> Limit.perMinute(key.toString(), most));
                    add(
                            limits,
                            row.getObject("rate_limit_per_day", Integer.class),
                            most -> Limit.perDay(key.toString(), most));
                    return new Candidate(key, scope, row.getInt("weight"), limits);
                })
                .list()
                .stream()
                .filter(candidate -> !wanted.excludedKeys().contains(candidate.key()))
                .toList();
    }

    private static void add(
            List<Limit> limits,
            @org.jspecify.annotations.Nullable Integer most,
            java.util.function.IntFunction<Limit> limit) {
        if (most != null) {
            limits.add(limit.apply(most));
        }
    }

    /** Writes a grant; the same lease again only moves its expiry. */
    void grant(LeaseRequest wanted, LeaseDecision.Granted granted) {
        jdbc.sql("""
                        insert into lease (id, key_id, scope_id, service, model, generation_id, user_id, owner, fence, granted_at, expires_at)
                        values (:id, :key, :scope, :service, :model, :generation, :user, :owner, :fence, :now, :expires)
                        on conflict (id) do update set expires_at = excluded.expires_at""")
                .param("id", wanted.leaseId())
                .param("key", granted.keyId())
                .param("scope", granted.scopeId())
                .param("service", wanted.service())
                .param("model", wanted.model())
                .param("generation", wanted.generationId())
                .param("user", wanted.userId())
                .param("owner", wanted.owner())
                .param("fence", granted.fence())
                .param("now", Timestamp.from(clock.instant()))
                .param("expires", Timestamp.from(granted.expiresAt()))
                .update();
    }

    void extend(UUID id, Instant expiresAt) {
        jdbc.sql("update lease set expires_at = :expires where id = :id and settled_at is null")
                .param("expires", Timestamp.from(expiresAt))
                .param("id", id)
                .update();
    }

    Optional<Entry> find(UUID id) {
        return jdbc.sql(
                        "select id, key_id, scope_id, service, model, fence, settled_at is not null as settled from lease where id = :id")
                .param("id", id)
                .query((row, _) -> new Entry(
                        row.getObject("id", UUID.class),
                        row.getObject("key_id", UUID.class),
                        row.getObject("scope_id", UUID.class),
                        row.getString("service"),
                        row.getString("model"),
                        row.getLong("fence"),
                        row.getBoolean("settled")))
                .optional();
    }

    /** Closes a lease and counts its use, once: a second settling finds it closed and counts nothing. */
    @Transactional
    boolean settle(UUID id, Outcome outcome, Settlement settlement) {
        int closed = jdbc.sql("""
                        update lease set settled_at = :now, outcome = :outcome, cost_micros = :cost, media_ms = :media, latency_ms = :latency
                        where id = :id and settled_at is null""")
                .param("now", Timestamp.from(clock.instant()))
                .param("outcome", outcome.word())
                .param("cost", settlement.costMicros())
                .param("media", settlement.mediaMs())
                .param("latency", settlement.latencyMs())
                .param("id", id)
                .update();
        if (closed == 1 && outcome != Outcome.NOT_SENT) {
            jdbc.sql("""
                            insert into api_key_usage as u (key_id, model, timestamp, request_count, success_count, error_count, cost_micros, media_ms, latency_ms)
                            select key_id, model, date_trunc('hour', granted_at, 'UTC'), 1, :success, :error, cost_micros, media_ms, latency_ms
                            from lease where id = :id
                            on conflict (key_id, model, timestamp) do update set
                                request_count = u.request_count + 1,
                                success_count = u.success_count + excluded.success_count,
                                error_count = u.error_count + excluded.error_count,
                                cost_micros = u.cost_micros + excluded.cost_micros,
                                media_ms = u.media_ms + excluded.media_ms,
                                latency_ms = u.latency_ms + excluded.latency_ms""")
                    .param("success", outcome == Outcome.SUCCESS ? 1 : 0)
                    .param("error", outcome == Outcome.SUCCESS || outcome == Outcome.CANCELLED ? 0 : 1)
                    .param("id", id)
                    .update();
        }
        return closed == 1;
    }

    /** Every lease of a service that may still be in use. */
    List<Open> open(String service) {
        return jdbc.sql("""
                        select l.id, l.key_id, l.scope_id, l.fence, l.expires_at, exists (select 1 from quota_limit q where q.scope_id = s.id and q.model is null and q.kind = 'in_flight') as counted
                        from lease l join quota_scope s on s.id = l.scope_id
                        where l.service = :service and l.settled_at is null and l.expires_at > now()""")
                .param("service", service)
                .query((row, _) -> {
                    UUID key = row.getObject("key_id", UUID.class);
                    UUID scope = row.getObject("scope_id", UUID.class);
                    return new Open(
                            row.getObject("id", UUID.class),
                            key,
                            scope,
                            row.getLong("fence"),
                            row.getTimestamp("expires_at").getTime(),
                            row.getBoolean("counted")
                                    ? List.of(key.toString(), scope.toString())
                                    : List.of(key.toString()));
                })
                .list();
    }

    long highestFence(String service) {
        return jdbc.sql("select coalesce(max(fence), 0) from lease where service = :service")
                .param("service", service)
                .query(Long.class)
                .single();
    }

    /** Keys of a service that have a rate limit of their own or by their scope. */
    List<UUID> rateLimitedKeys(String service) {
        return jdbc.sql("""
                        select k.id from api_keys k
                        where k.service_type = :service and k.deleted_at is null
                          and (coalesce(k.rate_limit_per_minute, k.rate_limit_per_day) is not null
                            or exists (select 1 from quota_limit q where q.scope_id = k.scope_id and q.kind like 'requests%'))""")
                .param("service", service)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }
}
