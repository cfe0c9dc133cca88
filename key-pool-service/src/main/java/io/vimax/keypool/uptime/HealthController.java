package io.vimax.keypool.uptime;

import io.swagger.v3.oas.annotations.Operation;
import io.vimax.keypool.access.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HealthController {

    private final Uptime uptime;
    private final Incidents incidents;
    private final JdbcClient jdbc;
    private final Clock clock;

    HealthController(Uptime uptime, Incidents incidents, JdbcClient jdbc, Clock clock) {
        this.uptime = uptime;
        this.incidents = incidents;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One provider.
     *
     * @param keys how many keys are in which state
     */
    record ServiceHealth(String serviceType, Map<String, Long> keys) {}

    record Health(
            Instant at,
            List<ServiceHealth> services,
            List<Uptime.Model> models,
            List<Incidents.Incident> incidents) {}

    @Operation(
            summary = "Health: uptime of each model in 90 cells of 30 minutes, incidents, keys by state",
            description = "A cell is idle, up, degraded (more than 5 % faults) or down (from 50 %). Faults are errors of keys or"
                    + " providers; refused contents are none. At most 100 incidents, of the last 45 hours.")
    @GetMapping("/api/v1/api-keys/health")
    Health health(Person person) {
        return new Health(
                clock.instant(),
                services(person.id()),
                uptime.of(person.id()),
                incidents.of(person.id(), uptime.start()));
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
