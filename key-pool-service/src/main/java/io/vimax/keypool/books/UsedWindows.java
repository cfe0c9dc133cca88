package io.vimax.keypool.books;

import io.vimax.keypool.limit.Limit;
import io.vimax.keypool.limit.LimitKind;
import io.vimax.keypool.limit.PoolConfiguration;
import io.vimax.keypool.limit.Resets;
import io.vimax.keypool.pool.Books;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts from the books what was used in the windows that run now: days, months and rolling days. */
@Component
class UsedWindows {

    private final JdbcClient jdbc;
    private final Clock clock;

    UsedWindows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param micros what was spent, and for leases whose end nobody told what is reserved, in millionths of a US dollar */
    private record Use(UUID scopeId, UUID keyId, String model, long requests, long micros) {}

    /** One limit with whose it is. */
    private record Held(UUID scope, UUID holder, boolean ofKey, Limit limit, Resets resets) {

        Instant start(Instant now) {
            return limit.kind() == LimitKind.SPEND_MONTH ? resets.monthOf(now) : resets.dayOf(now);
        }
    }

    List<Books.Used> counts(PoolConfiguration configuration) {
        Instant now = clock.instant();
        List<Books.Used> counts = new ArrayList<>();
        Map<Instant, List<Use>> usesSince = new HashMap<>();
        for (Held held : held(configuration)) {
            LimitKind kind = held.limit().kind();
            boolean spends = kind == LimitKind.SPEND_DAY || kind == LimitKind.SPEND_MONTH;
            if (kind == LimitKind.CLOCK_DAY || spends) {
                Map<String, Long> byHolder = new LinkedHashMap<>();
                usesSince.computeIfAbsent(held.start(now), start -> usesSince(configuration.service(), start)).stream()
                        .filter(use -> (held.ofKey() ? use.keyId() : use.scopeId()).equals(held.holder()))
                        .forEach(use -> name(held, use.model())
                                .ifPresent(name ->
                                        byHolder.merge(name, spends ? use.micros() : use.requests(), Long::sum)));
                byHolder.forEach((name, n) ->
                        counts.add(new Books.Used(held.scope(), "n|" + name + "|" + kind.word(), kind.word(), n)));
            }
        }
        return counts;
    }

    List<Books.Log> logs(PoolConfiguration configuration) {
        Instant now = clock.instant();
        List<Books.Log> logs = new ArrayList<>();
        for (Held held : held(configuration)) {
            LimitKind kind = held.limit().kind();
            if (kind == LimitKind.ROLLING_DAY) {
                Map<String, List<Long>> byHolder = new LinkedHashMap<>();
                grantsSince(held, now.minusMillis(kind.windowMs()))
                        .forEach(grant -> name(held, grant.model())
                                .ifPresent(name -> byHolder.computeIfAbsent(name, _ -> new ArrayList<>())
                                        .add(grant.grantedAt().toInstant().toEpochMilli() + 1)));
                byHolder.forEach((name, at) -> logs.add(new Books.Log(
                        name,
                        kind.word(),
                        kind.windowMs(),
                        at.stream().limit(held.limit().most()).toList())));
            }
        }
        return logs;
    }

    /** The holder that a use counts for, or nothing when the limit is for another model. */
    private static Optional<String> name(Held held, String model) {
        String limited = held.limit().model();
        if (limited == null) {
            return Optional.of(held.holder().toString());
        }
        return limited.equals(Limit.EVERY) || limited.equals(model)
                ? Optional.of(held.holder() + "|" + model)
                : Optional.empty();
    }

    private List<Held> held(PoolConfiguration configuration) {
        List<Held> all = new ArrayList<>();
        Instant now = clock.instant();
        for (PoolConfiguration.Scope scope : configuration.scopes()) {
            Resets resets = Resets.of(scope.zone(), now);
            scope.limits().forEach(limit -> all.add(new Held(scope.id(), scope.id(), false, limit, resets)));
            configuration.keys().stream()
                    .filter(key -> key.scopeId().equals(scope.id()))
                    .forEach(key -> key.limits()
                            .forEach(limit -> all.add(new Held(scope.id(), key.id(), true, limit, resets))));
        }
        return all;
    }

    private List<Use> usesSince(String service, Instant start) {
        return jdbc.sql("""
                        select scope_id, key_id, model, count(*) as requests,
                            coalesce(sum(case when settled_at is null or outcome = 'expired' then price_micros else cost_micros end), 0)::bigint as micros
                        from lease where service = :service and granted_at >= :start group by scope_id, key_id, model""")
                .param("service", service)
                .param("start", Timestamp.from(start))
                .query(new SimplePropertyRowMapper<>(Use.class))
                .list();
    }

    private record Granted(String model, OffsetDateTime grantedAt) {}

    private List<Granted> grantsSince(Held held, Instant start) {
        return jdbc.sql(
                        "select model, granted_at from lease where %s = :holder and granted_at > :start order by granted_at desc"
                                .formatted(held.ofKey() ? "key_id" : "scope_id"))
                .param("holder", held.holder())
                .param("start", Timestamp.from(start))
                .query((row, _) ->
                        new Granted(row.getString("model"), row.getObject("granted_at", OffsetDateTime.class)))
                .list();
    }
}
