package io.vimax.keypool.key;

import io.vimax.keypool.access.Person;
import io.vimax.keypool.vault.Vault;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keys as other features meet them: who may see them, what they open, what was learnt of them. */
@Component
public class KeyRing {

    private final ApiKeys keys;
    private final KeySteps steps;
    private final KeyHistory history;
    private final JdbcClient jdbc;
    private final Vault vault;

    KeyRing(ApiKeys keys, KeySteps steps, KeyHistory history, JdbcClient jdbc, Vault vault) {
        this.keys = keys;
        this.steps = steps;
        this.history = history;
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** What a worker needs to ask a provider about a key. */
    public record Opened(String service, @Nullable String baseUrl, String secret) {

        @Override
        public String toString() {
            return "Opened[" + service + "]";
        }
    }

    /** What a check said of a key. */
    public enum Verdict {
        /** The provider knows the key. */
        PASSED,
        /** The provider says that it is no key of its own. */
        REFUSED,
        /** Nobody could tell. */
        UNKNOWN
    }

    /** What the provider said of a key beyond the moment. A key that was deleted meanwhile stays deleted. */
    @Transactional
    public void learn(UUID id, boolean invalid, String reason) {
        findForChange(id)
                .filter(key -> key.state() == KeyState.ACTIVE)
                .ifPresent(key -> change(key, invalid ? KeyState.INVALID : KeyState.OUT_OF_CREDIT, reason, null));
    }

    /** A key that was blamed works after all. */
    @Transactional
    public void reinstate(UUID id, String reason) {
        findForChange(id)
                .filter(key -> key.state() == KeyState.INVALID || key.state() == KeyState.OUT_OF_CREDIT)
                .ifPresent(key -> change(key, KeyState.ACTIVE, reason, null));
    }

    /** What came of a check. A free question proves the key, not its credit: a key without credit stays that. */
    @Transactional
    public void checked(UUID id, Verdict verdict, String reason, @Nullable UUID actor) {
        findForChange(id).ifPresent(key -> {
            history.write(id, actor, "tested", reason);
            Optional<KeyState> next = switch (verdict) {
                case PASSED -> after(key, Set.of(KeyState.CHECKING, KeyState.INVALID), KeyState.ACTIVE);
                case REFUSED ->
                    after(key, Set.of(KeyState.CHECKING, KeyState.ACTIVE, KeyState.OUT_OF_CREDIT), KeyState.INVALID);
                case UNKNOWN -> after(key, Set.of(KeyState.CHECKING), KeyState.ACTIVE);
            };
            next.ifPresent(state -> change(key, state, reason, actor));
        });
    }

    private static Optional<KeyState> after(ApiKey key, Set<KeyState> from, KeyState to) {
        return from.contains(key.state()) ? Optional.of(to) : Optional.empty();
    }

    /** The clear secret of a leased key, or null for a key without one. Only for a worker that holds the lease. */
    @Transactional(readOnly = true)
    public @Nullable String secretOf(UUID id) {
        ApiKey key = keys.findLive(id).orElseThrow(() -> new KeyException.NotFound(id));
        return secret(key).orElse(null);
    }

    /** Where a leased key is used, or null for a key that goes nowhere. */
    @Transactional(readOnly = true)
    public @Nullable String baseUrlOf(UUID id) {
        String address = keys.findLive(id)
                .orElseThrow(() -> new KeyException.NotFound(id))
                .baseUrl();
        return address.isEmpty() ? null : address;
    }

    /** What a worker needs to check a key; empty if it was deleted meanwhile or has no secret. */
    @Transactional(readOnly = true)
    public Optional<Opened> open(UUID id) {
        return keys.findLive(id)
                .flatMap(key ->
                        secret(key).map(secret -> new Opened(key.service().word(), key.baseUrl(), secret)));
    }

    /**
     * Refuses who may not see to this key.
     *
     * @throws KeyException.NotFound if there is no such key, or it is another person's
     * @throws KeyException.OfInstallation if only operators may
     * @throws KeyException.BuiltIn if it has no secret
     */
    @Transactional(readOnly = true)
    public void requireMay(Person person, UUID id) {
        ApiKey key = keys.findLive(id).orElseThrow(() -> new KeyException.NotFound(id));
        requireMay(person, key);
        if (key.service() == Service.LOCAL) {
            throw new KeyException.BuiltIn();
        }
    }

    /** Refuses who may not even see this key. */
    @Transactional(readOnly = true)
    public void requireVisible(Person person, UUID id) {
        if (keys.findLive(id).filter(key -> isVisible(person, key)).isEmpty()) {
            throw new KeyException.NotFound(id);
        }
    }

    static void requireMay(Person person, ApiKey key) {
        if (!isVisible(person, key)) {
            throw new KeyException.NotFound(key.id());
        }
        if (key.owner().isEmpty() && !person.operates()) {
            throw new KeyException.OfInstallation();
        }
    }

    static boolean isVisible(Person person, ApiKey key) {
        return key.owner().map(person.id()::equals).orElse(true);
    }

    /** Who did what to a key, newest first. */
    @Transactional(readOnly = true)
    public List<KeyHistory.Entry> historyOf(Person person, UUID id, int most) {
        requireVisible(person, id);
        return history.of(id, most);
    }

    /** The keys that a person may have checked: own ones, and for operators those of the installation. */
    public List<UUID> mayCheck(Person person) {
        return jdbc.sql("""
                        select id from api_keys where deleted_at is null and key_value is not null
                          and (owner_id = :person or (owner_id is null and :operates)) order by created_at, id""")
                .param("person", person.id())
                .param("operates", person.operates())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Which of these fingerprints are in the pool. */
    public Set<String> known(Collection<String> fingerprints) {
        return fingerprints.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql(
                                "select fingerprint from api_keys where deleted_at is null and fingerprint = any (:all)")
                        .param("all", fingerprints.toArray(String[]::new))
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    private Optional<ApiKey> findForChange(UUID id) {
        return steps.lock(id).filter(key -> key.state() != KeyState.DELETED);
    }

    private Optional<String> secret(ApiKey key) {
        return key.sealedSecret()
                .map(stored -> vault.open(stored, key.id(), key.service().word()));
    }

    private void change(ApiKey key, KeyState next, String reason, @Nullable UUID actor) {
        KeyState before = key.become(next, reason, steps.now());
        steps.save(key, before, reason, actor);
    }
}
