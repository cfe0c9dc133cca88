package io.vimax.keypool.scope;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.vimax.keypool.access.Person;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the keys of a provider are chosen. It holds for everybody, so operators set it. */
@RestController
@RequestMapping("/api/v1/key-pools")
class PoolController {

    private static final String POLICIES = "least_loaded|round_robin|priority";

    private final JdbcClient jdbc;

    PoolController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param version grows with every change of keys, scopes, limits or policy */
    record PoolView(String serviceType, String policy, long version) {}

    record PoolList(List<PoolView> items) {}

    /** @param policy least_loaded: by load and weight, then longest unused; round_robin; priority: lower tiers first */
    record PoolChange(
            @Schema(allowableValues = {"least_loaded", "round_robin", "priority"})
            @NotNull
            @Pattern(regexp = POLICIES, message = "must be least_loaded, round_robin or priority")
            String policy) {}

    @Operation(summary = "How the keys of each provider are chosen")
    @GetMapping
    PoolList list() {
        return new PoolList(jdbc.sql("select service as service_type, policy, version from pool order by service")
                .query(new SimplePropertyRowMapper<>(PoolView.class))
                .list());
    }

    @Operation(summary = "Choose keys of a provider another way (operators)")
    @PatchMapping("/{service}")
    PoolView change(Person person, @PathVariable String service, @Valid @RequestBody PoolChange change) {
        if (!person.operates()) {
            throw new ScopeException.OfInstallation();
        }
        return jdbc.sql("""
                        update pool set policy = :policy, version = version + 1 where service = :service
                        returning service as service_type, policy, version""")
                .param("policy", change.policy())
                .param("service", service)
                .query(PoolView.class)
                .optional()
                .orElseThrow(
                        () -> new ScopeException.UnknownService(jdbc.sql("select service from pool order by service")
                                .query((row, _) -> row.getString(1))
                                .list()));
    }
}
