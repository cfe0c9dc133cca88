package io.vimax.keypool.books;

import io.vimax.keypool.books.Entry.Closing;
import io.vimax.keypool.books.Entry.Extension;
import io.vimax.keypool.books.Entry.Grant;
import io.vimax.keypool.books.Entry.Written;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters many leases at once. Rows are taken in the order of their ids, so that two replicas do not wait for each other in a ring. */
@Component
class LeaseRows {

    private final JdbcTemplate jdbc;

    LeaseRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One transaction for all; the answers are in the order of the entries. */
    @Transactional
    List<Written> write(List<Entry> entries) {
        Map<Entry, Written> answers = new HashMap<>();
        List<Grant> grants = of(entries, Grant.class, Grant::id);
        List<Extension> extensions = of(entries, Extension.class, Extension::id);
        List<Closing> closings = of(entries, Closing.class, Closing::id);
        begin(grants);
        if (!grants.isEmpty()) {
            grant(grants, answers);
        }
        if (!extensions.isEmpty()) {
            extend(extensions, answers);
        }
        if (!closings.isEmpty()) {
            close(closings, answers);
        }
        return entries.stream().map(answers::get).toList();
    }

    /**
     * The shared lock meets the exclusive one of {@link Rebuild}: a grant is entered before the books are copied, or not at all.
     * PostgreSQL would plan small batches anew each time, which took a third of its work, and the plan that it makes while the table is
     * empty would be to read all of it.
     */
    private void begin(List<Grant> grants) {
        List<String> services =
                grants.stream().map(Grant::service).distinct().sorted().toList();
        jdbc.query(statement("""
                        select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true),
                            (select count(pg_advisory_xact_lock_shared(hashtext('pool ' || service))) from unnest(?::text[]) as service)""", array(services, it -> it, "text")), (ResultSet _) -> {});
    }

    private static <E extends Entry> List<E> of(List<Entry> entries, Class<E> type, Function<E, UUID> id) {
        return entries.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .sorted(Comparator.comparing(id))
                .toList();
    }

    private void grant(List<Grant> grants, Map<Entry, Written> answers) {
        // Postgres refuses to touch a row twice in one statement; the highest fence of an id is the one that holds.
        Map<UUID, Grant> byId = new HashMap<>();
        grants.forEach(grant -> byId.merge(grant.id(), grant, (a, b) -> a.fence() > b.fence() ? a : b));
        List<Grant> rows =
                byId.values().stream().sorted(Comparator.comparing(Grant::id)).toList();
        Set<UUID> entered = ids(
                """
                insert into lease as l (id, key_id, scope_id, service, model, generation_id, user_id, owner, fence, granted_at, expires_at, price_micros)
                select g.id, g.key_id, g.scope_id, g.service, g.model, g.generation_id, g.user_id, g.owner, g.fence, g.granted_at, g.expires_at, g.price
                from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::bigint[],
                        ?::timestamptz[], ?::timestamptz[], ?::bigint[], ?::uuid[])
                    as g (id, key_id, scope_id, service, model, generation_id, user_id, owner, fence, granted_at, expires_at, price, epoch)
                join pool p on p.service = g.service and p.epoch = g.epoch
                order by g.id
                on conflict (id) do update set key_id = excluded.key_id, scope_id = excluded.scope_id, model = excluded.model,
                    owner = excluded.owner, fence = excluded.fence, granted_at = excluded.granted_at,
                    expires_at = greatest(l.expires_at, excluded.expires_at), price_micros = excluded.price_micros,
                    settled_at = case when l.fence < excluded.fence then null else l.settled_at end,
                    outcome = case when l.fence < excluded.fence then null else l.outcome end,
                    counted = l.counted and l.fence = excluded.fence
                where l.fence <= excluded.fence
                returning l.id""",
                array(rows, Grant::id, "uuid"),
                array(rows, Grant::keyId, "uuid"),
                array(rows, Grant::scopeId, "uuid"),
                array(rows, Grant::service, "text"),
                array(rows, Grant::model, "text"),
                array(rows, Grant::generationId, "uuid"),
                array(rows, Grant::userId, "uuid"),
                array(rows, Grant::owner, "text"),
                array(rows, Grant::fence, "bigint"),
                array(rows, it -> Timestamp.from(it.grantedAt()), "timestamptz"),
                array(rows, it -> Timestamp.from(it.expiresAt()), "timestamptz"),
                array(rows, Grant::priceMicros, "bigint"),
                array(rows, Grant::epoch, "uuid"));
        grants.forEach(grant -> answers.put(
                grant, entered.contains(grant.id()) && rows.contains(grant) ? Written.ENTERED : Written.REFUSED));
    }

    private void extend(List<Extension> extensions, Map<Entry, Written> answers) {
        Set<UUID> entered = ids(
                """
                update lease l set expires_at = greatest(l.expires_at, e.expires_at)
                from (select id, fence, max(expires_at) as expires_at
                      from unnest(?::uuid[], ?::bigint[], ?::timestamptz[]) as x (id, fence, expires_at) group by id, fence) e
                where l.id = e.id and l.fence = e.fence and l.settled_at is null
                returning l.id""",
                array(extensions, Extension::id, "uuid"),
                array(extensions, Extension::fence, "bigint"),
                array(extensions, it -> Timestamp.from(it.expiresAt()), "timestamptz"));
        extensions.forEach(it -> answers.put(it, entered.contains(it.id()) ? Written.ENTERED : Written.REFUSED));
    }

    /**
     * Closes leases and counts their use, once: a second closing finds it closed and counts nothing. Only a closing for want of news is
     * replaced by what its worker tells later, as long as it is not folded into the cells; then its use is counted instead.
     * Whether a lease is open is asked of the rows found by their ids. As a condition of the search it led PostgreSQL to the index of
     * open leases, where each one closed since the last vacuum is still found and stepped over: half a millisecond after 9,000.
     */
    private void close(List<Closing> closings, Map<Entry, Written> answers) {
        Map<UUID, Closing> first = new HashMap<>();
        closings.forEach(closing -> first.putIfAbsent(closing.id(), closing));
        List<Closing> rows = first.values().stream()
                .sorted(Comparator.comparing(Closing::id))
                .toList();
        Set<UUID> closed = ids(
                """
                with told as (
                    select * from unnest(?::uuid[], ?::bigint[], ?::text[], ?::boolean[], ?::bigint[], ?::bigint[], ?::bigint[], ?::timestamptz[])
                        as c (id, fence, outcome, counts, cost, media, latency, at)
                ), known as materialized (
                    select l.id, l.settled_at is not null as expired,
                        l.settled_at is null or (l.outcome = 'expired' and not l.counted and c.outcome <> 'expired') as open
                    from lease l join told c on l.id = c.id and l.fence = c.fence
                    order by l.id for update of l
                ), closed as (
                    update lease l set settled_at = c.at, outcome = c.outcome, cost_micros = c.cost, media_ms = c.media, latency_ms = c.latency
                    from told c join known k on k.id = c.id
                    where k.open and l.id = c.id
                    returning l.id, l.key_id, l.model, l.granted_at, c.outcome, c.counts, c.cost, c.media, c.latency, k.expired
                ), counted as (
                    insert into api_key_usage as u (key_id, model, timestamp, request_count, success_count, error_count, cost_micros, media_ms, latency_ms)
                    select key_id, model, date_trunc('hour', granted_at, 'UTC'),
                        count(*) filter (where counts) - count(*) filter (where expired),
                        count(*) filter (where outcome = 'success'),
                        count(*) filter (where counts and outcome not in ('success', 'cancelled')) - count(*) filter (where expired),
                        coalesce(sum(cost) filter (where counts), 0), coalesce(sum(media) filter (where counts), 0),
                        coalesce(sum(latency) filter (where counts), 0)
                    from closed where counts or expired group by 1, 2, 3 order by 1, 2, 3
                    on conflict (key_id, model, timestamp) do update set
                        request_count = u.request_count + excluded.request_count,
                        success_count = u.success_count + excluded.success_count,
                        error_count = u.error_count + excluded.error_count,
                        cost_micros = u.cost_micros + excluded.cost_micros,
                        media_ms = u.media_ms + excluded.media_ms,
                        latency_ms = u.latency_ms + excluded.latency_ms
                ) select id from closed""",
                array(rows, Closing::id, "uuid"),
                array(rows, Closing::fence, "bigint"),
                array(rows, Closing::outcome, "text"),
                array(rows, Closing::counts, "boolean"),
                array(rows, Closing::costMicros, "bigint"),
                array(rows, Closing::mediaMs, "bigint"),
                array(rows, Closing::latencyMs, "bigint"),
                array(rows, it -> Timestamp.from(it.at()), "timestamptz"));
        List<Closing> rest = new ArrayList<>();
        closings.forEach(closing -> {
            if (closed.contains(closing.id()) && first.get(closing.id()) == closing) {
                closing.then().run();
                answers.put(closing, Written.ENTERED);
            } else {
                rest.add(closing);
            }
        });
        if (!rest.isEmpty()) {
            Set<UUID> known = ids(
                    """
                    select l.id from lease l join unnest(?::uuid[], ?::bigint[], ?::text[]) as c (id, fence, outcome)
                        on l.id = c.id and l.fence = c.fence
                    where (l.outcome = 'expired') = (c.outcome = 'expired')""",
                    array(rest, Closing::id, "uuid"),
                    array(rest, Closing::fence, "bigint"),
                    array(rest, Closing::outcome, "text"));
            rest.forEach(it -> answers.put(it, known.contains(it.id()) ? Written.KNOWN : Written.REFUSED));
        }
    }

    private record Column(String type, Object[] values) {}

    private static <E> Column array(List<E> rows, Function<E, Object> value, String type) {
        return new Column(type, rows.stream().map(value).toArray());
    }

    private Set<UUID> ids(String sql, Column... columns) {
        return new HashSet<>(jdbc.query(statement(sql, columns), (row, _) -> row.getObject(1, UUID.class)));
    }

    private static PreparedStatementCreator statement(String sql, Column... columns) {
        return connection -> {
            PreparedStatement statement = connection.prepareStatement(sql);
            for (int at = 0; at < columns.length; at++) {
                statement.setArray(at + 1, connection.createArrayOf(columns[at].type(), columns[at].values()));
            }
            return statement;
        };
    }
}
