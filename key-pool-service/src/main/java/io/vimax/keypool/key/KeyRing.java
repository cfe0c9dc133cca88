package io.vimax.keypool.key;

import io.vimax.keypool.event.Events;
import io.vimax.schemas.Topics;
import io.vimax.schemas.key.v1.KeyStateChanged;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, shows and retires keys. */
@Component
public class KeyRing {

    /** Owner of the events about built-in keys: nobody in particular. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final ApiKeys keys;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Events events;
    private final Clock clock;

    KeyRing(ApiKeys keys, JdbcClient jdbc, Vault vault, Events events, Clock clock) {
        this.keys = keys;
        this.jdbc = jdbc;
        this.vault = vault;
        this.events = events;
        this.clock = clock;
    }

    /** @throws KeyException.Duplicate if the pool has this secret already */
    @Transactional
    ApiKey add(NewKey wanted, UUID owner) {
        keys.findSame(wanted.service().word(), vault.fingerprint(wanted.secret(), wanted.service()))
                .ifPresent(same -> {
                    throw new KeyException.Duplicate(same.id());
                });
        Instant now = clock.instant();
        UUID scope = scopeOf(owner, wanted.service(), wanted.scope());
        ApiKey key = keys.save(ApiKey.of(wanted, owner, scope, vault, now));
        audit(key.id(), owner, "added", now);
        publish(key, "checking", "added");
        return key;
    }

    @Transactional(readOnly = true)
    List<ApiKey> listVisibleTo(UUID owner) {
        return keys.listVisibleTo(owner);
    }

    /**
     * Takes a key out for good. Its secret is forgotten, its books stay.
     *
     * @throws KeyException.NotFound if there is no such key of this person
     * @throws KeyException.Leased while a generation uses it
     */
    @Transactional
    void delete(UUID id, UUID owner) {
        ApiKey key = keys.findLive(id).orElseThrow(() -> new KeyException.NotFound(id));
        if (key.owner().isEmpty()) {
            throw new KeyException.BuiltIn();
        }
        if (!key.owner().get().equals(owner)) {
            throw new KeyException.NotFound(id);
        }
        int leases = jdbc.sql(
                        "select count(*) from lease where key_id = :id and settled_at is null and expires_at > now()")
                .param("id", id)
                .query(Integer.class)
                .single();
        if (leases > 0) {
            throw new KeyException.Leased(leases);
        }
        change(key, KeyState.DELETED, "removed by its owner", owner);
    }

    /** What the provider said of a key beyond the moment. A key that was deleted meanwhile stays deleted. */
    @Transactional
    public void learn(UUID id, boolean invalid, String reason) {
        keys.findLive(id)
                .filter(key -> key.state() == KeyState.ACTIVE)
                .ifPresent(key -> change(key, invalid ? KeyState.INVALID : KeyState.OUT_OF_CREDIT, reason, null));
    }

    /** The clear secret of a leased key, or null for a key without one. Only for a worker that holds the lease. */
    @Transactional(readOnly = true)
    public @Nullable String secretOf(UUID id) {
        ApiKey key = keys.findLive(id).orElseThrow(() -> new KeyException.NotFound(id));
        return key.sealedSecret()
                .map(stored -> vault.open(stored, id, key.service()))
                .orElse(null);
    }

    /** Where a leased key is used, or null for a key that goes nowhere. */
    @Transactional(readOnly = true)
    public @Nullable String baseUrlOf(UUID id) {
        String address = keys.findLive(id)
                .orElseThrow(() -> new KeyException.NotFound(id))
                .baseUrl();
        return address.isEmpty() ? null : address;
    }

    /** Makes sure that the provider which needs no key has one to lend, with the given slots. */
    @Transactional
    void ensureBuiltIn(Service service, int slots) {
        UUID scope = scopeOf(null, service, "this machine");
        jdbc.sql("""
                        insert into quota_limit (id, scope_id, model, kind, period, most)
                        values (:id, :scope, null, 'in_flight', 'now', :slots)
                        on conflict (scope_id, key_id, model, kind) do update set most = excluded.most
                            where quota_limit.most <> excluded.most""")
                .param("id", UUID.randomUUID())
                .param("scope", scope)
                .param("slots", slots)
                .update();
        boolean missing = jdbc.sql("select count(*) from api_keys where scope_id = :scope and deleted_at is null")
                        .param("scope", scope)
                        .query(Integer.class)
                        .single()
                == 0;
        if (missing) {
            keys.save(ApiKey.builtIn(service, scope, clock.instant()));
        }
    }

    private UUID scopeOf(@Nullable UUID owner, Service service, String name) {
        return jdbc.sql("""
                        insert into quota_scope (id, owner_id, service, name, created_at)
                        values (:id, :owner, :service, :name, :now)
                        on conflict (owner_id, service, name) do update set name = excluded.name
                        returning id""")
                .param("id", UUID.randomUUID())
                .param("owner", owner)
                .param("service", service.word())
                .param("name", name)
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .single();
    }

    private void change(ApiKey key, KeyState next, String reason, @Nullable UUID actor) {
        Instant now = clock.instant();
        KeyState before = key.become(next, reason, now);
        keys.save(key);
        audit(key.id(), actor, next.word(), now);
        publish(key, before.word(), reason);
    }

    private void audit(UUID key, @Nullable UUID actor, String action, Instant now) {
        jdbc.sql("insert into key_audit (key_id, actor_id, action, at) values (:key, :actor, :action, :at)")
                .param("key", key)
                .param("actor", actor)
                .param("action", action)
                .param("at", Timestamp.from(now))
                .update();
    }

    private void publish(ApiKey key, String before, String reason) {
        events.publish(
                Topics.KEY_STATE_CHANGED,
                key.id(),
                KeyStateChanged.newBuilder()
                        .setEventId(UUID.randomUUID())
                        .setOccurredAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                        .setUserId(key.owner().orElse(NOBODY))
                        .setVersion(key.version())
                        .setKeyId(key.id())
                        .setScopeId(key.scopeId())
                        .setService(key.service().word())
                        .setFromState(before)
                        .setToState(key.state().word())
                        .setReason(reason)
                        .build());
    }
}
