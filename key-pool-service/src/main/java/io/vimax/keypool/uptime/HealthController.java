package io.vimax.keypool.uptime;

import io.swagger.v3.oas.annotations.Operation;
import io.vimax.keypool.access.Person;
import io.vimax.keypool.live.Headroom;
import io.vimax.keypool.live.LiveKeys;
import io.vimax.keypool.pool.KeyView;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HealthController {

    private static final int MOST_SCOPES = 200;

    private final Uptime uptime;
    private final Incidents incidents;
    private final LiveKeys live;
    private final JdbcClient jdbc;
    private final Clock clock;

    HealthController(Uptime uptime, Incidents incidents, LiveKeys live, JdbcClient jdbc, Clock clock) {
        this.uptime = uptime;
        this.incidents = incidents;
        this.live = live;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One provider.
     *
     * @param keys how many keys are in which state
     */
    record ServiceHealth(String serviceType, Map<String, Long> keys) {}

    /**
     * One account or project.
     *
     * @param now what is left of its limits, or null while it is not lent or Redis is away
     */
    record ScopeHealth(
            UUID scopeId,
            String serviceType,
            String name,
            @Nullable Headroom now) {}

    record Health(
            Instant at,
            List<ServiceHealth> services,
            List<ScopeHealth> scopes,
            List<Uptime.Model> models,
            List<Incidents.Incident> incidents) {}

    @Operation(
            summary = "Health: uptime of each model in 90 cells of 30 minutes, incidents, keys by state",
            description =
                    "A cell is idle, up, degraded (more than 5 % faults) or down (from 50 %). Faults are errors of keys or"
                            + " providers; refused contents are none. At most 100 incidents, of the last 45 hours, and 200 scopes that are lent.")
    @GetMapping("/api/v1/api-keys/health")
    Health health(Person person) {
        return new Health(
                clock.instant(),
                services(person.id()),
                scopes(person.id()),
                uptime.of(person.id()),
                incidents.of(person.id(), uptime.start()));
    }

    private record Shown(UUID scope, String service, String name, UUID key) {}

    /** A scope is seen through the key of it that is lent most readily; limits of the key alone are left out. */
    private List<ScopeHealth> scopes(UUID person) {
        List<Shown> shown = jdbc.sql("""
                        select distinct on (s.service, s.name, s.id) s.id as scope, s.service, s.name, k.id as key
                        from quota_scope s join api_keys k on k.scope_id = s.id and k.status = 'ACTIVE' and k.deleted_at is null
                        where s.owner_id = :person or s.owner_id is null
                        order by s.service, s.name, s.id, k.priority, k.weight desc, k.id limit :most""")
                .param("person", person)
                .param("most", MOST_SCOPES)
                .query(new SimplePropertyRowMapper<>(Shown.class))
                .list();
        Map<UUID, String> keys = new LinkedHashMap<>();
        shown.forEach(scope -> keys.put(scope.key(), scope.service()));
        Map<UUID, KeyView> seen = live.look(keys);
        return shown.stream()
                .map(scope -> {
                    KeyView view = seen.get(scope.key());
                    return new ScopeHealth(
                            scope.scope(),
                            scope.service(),
                            scope.name(),
                            view == null ? null : Headroom.of(view, scope.key()).ofScope());
                })
                .toList();
    }

    private List<ServiceHealth> services(UUID person) {
        Map<String, Map<String, Long>> byService = new TreeMap<>();
        jdbc.sql("""
                        select service_type, lower(status) as status, count(*) as keys from api_keys
                        where deleted_at is null and (owner_id = :person or owner_id is null)
                        group by service_type, status order by service_type, status""")
                .param("person", person)
                .query((row, _) -> byService
                        .computeIfAbsent(row.getString("service_type"), _ -> new LinkedHashMap<>())
                        .put(row.getString("status"), row.getLong("keys")))
                .list();
        return byService.entrySet().stream()
                .map(service -> new ServiceHealth(service.getKey(), service.getValue()))
                .toList();
    }
}
