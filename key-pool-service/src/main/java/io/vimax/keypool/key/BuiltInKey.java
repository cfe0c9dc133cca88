package io.vimax.keypool.key;

import io.vimax.keypool.scope.Limits;
import io.vimax.keypool.scope.QuotaLimit;
import io.vimax.keypool.scope.QuotaScopes;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The key of a provider that needs none: without a secret, and with the slots of this installation. */
@Component
public class BuiltInKey {

    private static final String BUILT_IN_SCOPE = "this machine";

    private final ApiKeys keys;
    private final KeySteps steps;
    private final QuotaScopes scopes;
    private final Limits limits;
    private final JdbcClient jdbc;

    BuiltInKey(ApiKeys keys, KeySteps steps, QuotaScopes scopes, Limits limits, JdbcClient jdbc) {
        this.keys = keys;
        this.steps = steps;
        this.scopes = scopes;
        this.limits = limits;
        this.jdbc = jdbc;
    }

    /** Makes sure that the provider which needs no key has one to lend, with the given slots. */
    @Transactional
    public void ensure(Service service, int slots) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('built-in keys'))")
                .query()
                .listOfRows();
        UUID scope = scopes.named(null, service.word(), BUILT_IN_SCOPE);
        List<QuotaLimit> wanted = List.of(new QuotaLimit(null, "in_flight", "now", slots));
        if (!wanted.equals(limits.ofScope(scope))) {
            limits.replaceOfScope(scope, wanted);
        }
        boolean missing = jdbc.sql("select count(*) from api_keys where scope_id = :scope and deleted_at is null")
                        .param("scope", scope)
                        .query(Integer.class)
                        .single()
                == 0;
        if (missing) {
            keys.save(ApiKey.builtIn(service, scope, steps.now()));
        }
    }
}
