package io.vimax.keypool.adding;

import io.vimax.keypool.adding.AddKeys.Adding;
import io.vimax.keypool.key.KeySettings;
import io.vimax.keypool.key.KeyState;
import io.vimax.keypool.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes new keys, hundreds in a statement. */
@Component
class KeyRows {

    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;

    KeyRows(JdbcClient jdbc, Vault vault, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /** A row as the insert takes it; the secret is sealed already. Field names are those of the statement. */
    record Row(
            UUID id,
            String serviceType,
            UUID scopeId,
            KeySettings settings,
            String prefix,
            String lastFour,
            String fingerprint,
            String keyValue,
            String masterKey,
            String status) {}

    /** Writes what is new and says which that is. */
    Set<UUID> insert(List<Row> rows, Adding adding) {
        Instant now = clock.instant();
        // Always in the same order: two lists that share keys would otherwise wait for each other.
        List<Row> sorted =
                rows.stream().sorted(Comparator.comparing(Row::fingerprint)).toList();
        Set<UUID> added = new HashSet<>();
        for (int from = 0; from < sorted.size(); from += CHUNK) {
            added.addAll(insertChunk(sorted.subList(from, Math.min(from + CHUNK, sorted.size())), adding, now));
        }
        return added;
    }

    Row seal(NewKey key, UUID id, UUID scopeId) {
        String service = key.service().word();
        var secret = new Secret(key.secret());
        Vault.Sealed sealed = vault.seal(key.secret(), id, service);
        return new Row(
                id,
                service,
                scopeId,
                key.settings(),
                secret.prefix(),
                secret.lastFour(),
                vault.fingerprint(key.secret(), service),
                Base64.getEncoder().encodeToString(sealed.bytes()),
                sealed.masterKey(),
                (key.check() ? KeyState.CHECKING : KeyState.ACTIVE).name());
    }

    /** The live key with this secret, if the person may know of it. */
    Optional<UUID> twin(UUID person, NewKey key) {
        return jdbc.sql("""
                        select id from api_keys where service_type = :service and fingerprint = :fingerprint
                          and deleted_at is null and (owner_id = :person or owner_id is null)""")
                .param("service", key.service().word())
                .param(
                        "fingerprint",
                        vault.fingerprint(key.secret(), key.service().word()))
                .param("person", person)
                .query(UUID.class)
                .optional();
    }

    private List<UUID> insertChunk(List<Row> rows, Adding adding, Instant now) {
        return jdbc.sql("""
                        insert into api_keys (id, owner_id, service_type, scope_id, label, base_url, prefix, last_four, fingerprint,
                            key_value, master_key, status, status_reason, status_since, weight, priority, models,
                            rate_limit_per_minute, rate_limit_per_day, from_environment, created_at, updated_at, version)
                        select id, cast(:owner as uuid), service_type, scope_id, settings->>'label', settings->>'base_url', prefix,
                            last_four, fingerprint, decode(key_value, 'base64'), master_key, status, 'added', now_,
                            (settings->>'weight')::integer, (settings->>'priority')::integer,
                            case when jsonb_typeof(settings->'models') = 'array'
                                 then array(select jsonb_array_elements_text(settings->'models')) end,
                            (settings->>'rate_limit_per_minute')::integer, (settings->>'rate_limit_per_day')::integer,
                            :environment, now_, now_, 0
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r (id uuid, service_type text, scope_id uuid,
                            settings jsonb, prefix text, last_four text, fingerprint text, key_value text, master_key text,
                            status text), cast(:now as timestamptz) as now_
                        order by fingerprint
                        on conflict (service_type, fingerprint) where deleted_at is null do nothing
                        returning id""")
                .param("owner", adding.owner())
                .param("environment", adding.fromEnvironment())
                .param("rows", json.writeValueAsString(rows))
                .param("now", now.toString())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }
}
