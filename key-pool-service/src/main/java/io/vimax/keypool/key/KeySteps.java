package io.vimax.keypool.key;

import io.vimax.keypool.access.Person;
import io.vimax.keypool.key.KeyHistory.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How every step of a key goes: lock it, change it, write who did it, tell others. */
@Component
class KeySteps {

    private final ApiKeys keys;
    private final KeyHistory history;
    private final JdbcClient jdbc;
    private final Clock clock;

    KeySteps(ApiKeys keys, KeyHistory history, JdbcClient jdbc, Clock clock) {
        this.keys = keys;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** The key, also a deleted one, locked until the transaction ends. */
    Optional<ApiKey> lock(UUID id) {
        return keys.findForChange(id);
    }

    /** A live key, locked, for a person who may change it. */
    ApiKey lock(Person person, UUID id) {
        ApiKey key =
                lock(id).filter(it -> it.state() != KeyState.DELETED).orElseThrow(() -> new KeyException.NotFound(id));
        KeyRing.requireMay(person, key);
        return key;
    }

    /** Saves a key that has left a state, or only changed its settings. */
    void save(ApiKey key, KeyState before, String reason, @Nullable UUID actor) {
        keys.save(key);
        keys.flush();
        if (before != key.state()) {
            history.write(key.id(), actor, key.state().word(), reason);
            history.publish(Subject.of(key), before, key.state(), reason);
        }
    }

    void note(ApiKey key, @Nullable UUID actor, String action, String detail) {
        history.write(key.id(), actor, action, detail);
    }

    /** How many leases of the key are open; the index of open leases is by service. */
    int openLeases(ApiKey key) {
        return jdbc.sql("""
                        select count(*) from lease
                        where service = :service and key_id = :id and settled_at is null and expires_at > now()""")
                .param("service", key.service().word())
                .param("id", key.id())
                .query(Integer.class)
                .single();
    }

    /** Another live key with this secret. */
    boolean hasTwin(ApiKey key) {
        return keys.findSame(key.service().word(), key.fingerprint()).isPresent();
    }
}
