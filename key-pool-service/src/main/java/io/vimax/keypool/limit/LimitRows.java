package io.vimax.keypool.limit;

import io.vimax.keypool.limit.PoolConfiguration.Key;
import io.vimax.keypool.limit.PoolConfiguration.Scope;
import io.vimax.keypool.limit.PoolConfiguration.Usable;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads pools from their rows. */
@Component
class LimitRows {

    private static final Logger log = LoggerFactory.getLogger(LimitRows.class);

    private final JdbcClient jdbc;

    LimitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> services() {
        return jdbc.sql("select service from pool order by service")
                .query((row, _) -> row.getString("service"))
                .list();
    }

    Map<String, Long> versions() {
        Map<String, Long> versions = new HashMap<>();
        jdbc.sql("select service, version from pool").query((ResultSet row) -> {
            versions.put(row.getString("service"), row.getLong("version"));
        });
        return versions;
    }

    /**
     * One consistent reading. A key that the provider refused or that has no credit stays in: it rests in Redis, and one job may
     * try it when its time comes. A key whose owner is not its scope's is never lent.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    PoolConfiguration read(String service) {
        var pool = jdbc.sql("select version, policy from pool where service = :service")
                .param("service", service)
                .query((row, _) -> Map.entry(row.getLong("version"), Policy.named(row.getString("policy"))))
                .single();
        Map<UUID, List<Limit>> limits = limits(service);
        List<Key> keys = jdbc.sql("""
                        select k.id, k.scope_id, k.version, k.status, k.weight, k.priority, k.models, k.rate_limit_per_minute, k.rate_limit_per_day
                        from api_keys k join quota_scope s on s.id = k.scope_id and s.owner_id is not distinct from k.owner_id
                        where k.service_type = :service and k.deleted_at is null
                          and k.status in ('ACTIVE', 'INVALID', 'OUT_OF_CREDIT')
                        order by k.id""")
                .param("service", service)
                .query((row, _) -> key(row, limits))
                .list();
        List<Scope> scopes = jdbc.sql("""
                        select distinct s.id, s.owner_id, s.zone from quota_scope s join api_keys k on k.scope_id = s.id
                        where s.service = :service and k.deleted_at is null order by s.id""")
                .param("service", service)
                .query((row, _) -> new Scope(
                        row.getObject("id", UUID.class),
                        row.getObject("owner_id", UUID.class),
                        zone(row.getString("zone")),
                        limits.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
        return new PoolConfiguration(service, pool.getKey(), pool.getValue(), scopes, keys);
    }

    private Map<UUID, List<Limit>> limits(String service) {
        Map<UUID, List<Limit>> limits = new HashMap<>();
        jdbc.sql("""
                        select coalesce(l.scope_id, l.key_id) as holder, l.model, l.kind, l.period, l.most
                        from quota_limit l
                            left join quota_scope s on s.id = l.scope_id left join api_keys k on k.id = l.key_id
                        where coalesce(s.service, k.service_type) = :service""").param("service", service).query((ResultSet row) -> {
            limits.computeIfAbsent(row.getObject("holder", UUID.class), _ -> new ArrayList<>())
                    .add(new Limit(
                            LimitKind.of(row.getString("kind"), row.getString("period")),
                            row.getString("model"),
                            row.getLong("most")));
        });
        return limits;
    }

    /** A key's own rates stand in its row for clients of the original plan; a limit with a row of its own beats them. */
    private static Key key(ResultSet row, Map<UUID, List<Limit>> limits) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        List<Limit> own = new ArrayList<>(limits.getOrDefault(id, List.of()));
        addUnlessThere(own, row.getObject("rate_limit_per_minute", Integer.class), LimitKind.ROLLING_MINUTE);
        addUnlessThere(own, row.getObject("rate_limit_per_day", Integer.class), LimitKind.ROLLING_DAY);
        Array models = row.getArray("models");
        return new Key(
                id,
                row.getObject("scope_id", UUID.class),
                row.getLong("version"),
                switch (row.getString("status")) {
                    case "INVALID" -> Usable.REFUSED;
                    case "OUT_OF_CREDIT" -> Usable.NO_CREDIT;
                    default -> Usable.YES;
                },
                row.getInt("weight"),
                row.getInt("priority"),
                models == null ? Set.of() : Set.of((String[]) models.getArray()),
                own);
    }

    private static void addUnlessThere(
            List<Limit> own, @org.jspecify.annotations.Nullable Integer most, LimitKind kind) {
        boolean there = own.stream()
                .anyMatch(
                        limit -> limit.model() == null && limit.kind().reason().equals(kind.reason()));
        if (most != null && !there) {
            own.add(new Limit(kind, null, most));
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            // The API refuses such a name; a row written by hand must not stop the whole pool.
            log.warn("There is no zone {}; its days follow UTC", name);
            return ZoneOffset.UTC;
        }
    }
}
