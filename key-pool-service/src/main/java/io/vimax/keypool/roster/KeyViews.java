package io.vimax.keypool.roster;

import io.vimax.keypool.access.Person;
import io.vimax.keypool.live.LiveKeys;
import io.vimax.keypool.live.Rest;
import io.vimax.keypool.scope.Limits;
import io.vimax.keypool.scope.QuotaLimit;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts together what is shown of keys: the row, its limits, its open leases and its state of this moment. */
@Component
class KeyViews {

    private static final int FINGERPRINT_SHOWN = 16;

    private final JdbcClient jdbc;
    private final Limits limits;
    private final LiveKeys live;

    KeyViews(JdbcClient jdbc, Limits limits, LiveKeys live) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.live = live;
    }

    /** A key with the version that a change of it names. */
    record Versioned(KeyView view, long version) {}

    /** What is not in the row of a key. */
    private record Around(Map<UUID, List<QuotaLimit>> limits, Map<UUID, Rest> rests, Map<UUID, Integer> inFlight) {}

    /** @throws RosterException.NotFound if there is no such key, or it is another person's */
    Versioned get(Person person, UUID id) {
        return jdbc.sql("select version from api_keys where id = :id and deleted_at is null"
                        + " and (owner_id = :person or owner_id is null)")
                .param("id", id)
                .param("person", person.id())
                .query(Long.class)
                .optional()
                .flatMap(
                        version -> java.util.Optional.ofNullable(of(List.of(id)).get(id))
                                .map(view -> new Versioned(view, version)))
                .orElseThrow(() -> new RosterException.NotFound(id));
    }

    Map<UUID, KeyView> of(Collection<UUID> ids) {
        Map<UUID, KeyView> views = new HashMap<>();
        if (!ids.isEmpty()) {
            var around = new Around(limits.ofKeys(ids), rests(ids), inFlight(ids));
            jdbc.sql("""
                            select k.*, s.name as scope from api_keys k join quota_scope s on s.id = k.scope_id
                            where k.id in (:ids) and k.deleted_at is null""")
                    .param("ids", ids)
                    .query((row, _) -> {
                        KeyView view = view(row, around);
                        return views.put(view.id(), view);
                    })
                    .list();
        }
        return views;
    }

    /** Only keys that are lent have a state of this moment. */
    private Map<UUID, Rest> rests(Collection<UUID> ids) {
        Map<UUID, String> lent = new HashMap<>();
        jdbc.sql("select id, service_type from api_keys where id in (:ids) and status = 'ACTIVE'")
                .param("ids", ids)
                .query((row, _) -> lent.put(row.getObject("id", UUID.class), row.getString("service_type")))
                .list();
        Map<UUID, Rest> rests = new HashMap<>();
        live.look(lent).forEach((id, view) -> Rest.ofWhole(view, id).ifPresent(rest -> rests.put(id, rest)));
        return rests;
    }

    private Map<UUID, Integer> inFlight(Collection<UUID> ids) {
        Map<UUID, Integer> counts = new HashMap<>();
        jdbc.sql("""
                        select key_id, count(*) as leases from lease
                        where settled_at is null and expires_at > now() and key_id in (:ids) group by key_id""")
                .param("ids", ids)
                .query((row, _) -> counts.put(row.getObject("key_id", UUID.class), row.getInt("leases")))
                .list();
        return counts;
    }

    private static KeyView view(ResultSet row, Around around) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String prefix = row.getString("prefix");
        String lastFour = row.getString("last_four");
        String status = row.getString("status").toLowerCase(Locale.ROOT);
        Rest rest = status.equals("active") ? around.rests().get(id) : null;
        boolean shared = row.getObject("owner_id") == null;
        String service = row.getString("service_type");
        return new KeyView(
                id,
                service,
                row.getObject("scope_id", UUID.class),
                row.getString("scope"),
                row.getString("label"),
                prefix.isEmpty() ? "" : prefix + "…" + lastFour,
                prefix,
                lastFour,
                row.getString("fingerprint").substring(0, FINGERPRINT_SHOWN),
                rest == null ? status : "rate_limited",
                rest == null ? row.getString("status_reason") : rest.reason(),
                row.getTimestamp("status_since").toInstant(),
                rest == null ? null : rest.until(),
                around.inFlight().getOrDefault(id, 0),
                service.equals("local"),
                shared,
                row.getBoolean("from_environment"),
                row.getInt("weight"),
                row.getInt("priority"),
                models(row.getArray("models")),
                row.getString("base_url"),
                row.getObject("rate_limit_per_minute", Integer.class),
                row.getObject("rate_limit_per_day", Integer.class),
                around.limits().getOrDefault(id, List.of()),
                instant(row.getTimestamp("last_used_at")),
                row.getString("last_error"),
                instant(row.getTimestamp("last_error_at")),
                row.getObject("replaced_by", UUID.class),
                instant(row.getTimestamp("drain_at")),
                instant(row.getTimestamp("drain_until")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    private static @Nullable List<String> models(@Nullable Array models) throws SQLException {
        return models == null ? null : List.of((String[]) models.getArray());
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
