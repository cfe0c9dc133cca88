package io.vimax.keypool.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key as it lies in the pool. It owns its state: nothing else changes it. */
@Entity
@Table(name = "api_keys")
class ApiKey {

    private static final int SHOWN_FIRST = 4;
    private static final int SHOWN_LAST = 4;
    private static final int LEAST_SECRET_TO_SHOW = 16;

    @Id
    private UUID id;

    @Column(name = "owner_id")
    private @Nullable UUID owner;

    @Column(name = "service_type")
    private String service;

    private UUID scopeId;
    private String label;
    private @Nullable String baseUrl;
    private String prefix;
    private String lastFour;
    private String fingerprint;

    @Column(name = "key_value")
    private byte @Nullable [] secret;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private KeyState state;

    @Column(name = "status_reason")
    private String stateReason;

    @Column(name = "status_since")
    private Instant stateSince;

    private int weight;
    private @Nullable Integer rateLimitPerMinute;
    private @Nullable Integer rateLimitPerDay;
    private Instant createdAt;
    private Instant updatedAt;
    private @Nullable Instant deletedAt;

    @Version
    private long version;

    /** For the persistence provider, which sets every field right after. */
    @SuppressWarnings("NullAway.Init")
    protected ApiKey() {}

    private ApiKey(UUID id, @Nullable UUID owner, Service service, UUID scopeId, String label, Instant now) {
        this.id = id;
        this.owner = owner;
        this.service = service.word();
        this.scopeId = scopeId;
        this.label = label;
        this.prefix = "";
        this.lastFour = "";
        this.fingerprint = id.toString();
        this.state = KeyState.ACTIVE;
        this.stateReason = "added";
        this.stateSince = now;
        this.weight = 1;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** A person's key with its secret sealed. */
    static ApiKey of(NewKey wanted, UUID owner, UUID scopeId, Vault vault, Instant now) {
        var key = new ApiKey(UUID.randomUUID(), owner, wanted.service(), scopeId, wanted.label(), now);
        String secret = wanted.secret();
        boolean longEnough = secret.length() >= LEAST_SECRET_TO_SHOW;
        key.prefix = longEnough ? secret.substring(0, SHOWN_FIRST) : "";
        key.lastFour = longEnough ? secret.substring(secret.length() - SHOWN_LAST) : "";
        key.fingerprint = vault.fingerprint(secret, wanted.service());
        key.secret = vault.seal(secret, key.id, wanted.service());
        key.baseUrl = wanted.baseUrl();
        key.weight = wanted.weight();
        key.rateLimitPerMinute = wanted.perMinute();
        key.rateLimitPerDay = wanted.perDay();
        return key;
    }

    /** The key of a provider that needs none. */
    static ApiKey builtIn(Service service, UUID scopeId, Instant now) {
        return new ApiKey(UUID.randomUUID(), null, service, scopeId, "Built in", now);
    }

    /**
     * Moves to another state.
     *
     * @throws IllegalStateException if the table of {@link KeyState} does not know the way
     */
    KeyState become(KeyState next, String reason, Instant now) {
        KeyState before = state;
        if (before == next) {
            return before;
        }
        if (!before.next().contains(next)) {
            throw new IllegalStateException("A key that is " + before.word() + " cannot become " + next.word());
        }
        state = next;
        stateReason = reason;
        stateSince = now;
        updatedAt = now;
        if (next == KeyState.DELETED) {
            deletedAt = now;
            secret = null;
        }
        return before;
    }

    UUID id() {
        return id;
    }

    Optional<UUID> owner() {
        return Optional.ofNullable(owner);
    }

    Service service() {
        return Service.named(service).orElseThrow();
    }

    UUID scopeId() {
        return scopeId;
    }

    String label() {
        return label;
    }

    String baseUrl() {
        return baseUrl == null ? service().baseUrl() : baseUrl;
    }

    /** First and last characters with the middle left out; empty for a key without a secret. */
    String shown() {
        return prefix.isEmpty() ? "" : prefix + "…" + lastFour;
    }

    String prefix() {
        return prefix;
    }

    String lastFour() {
        return lastFour;
    }

    String fingerprint() {
        return fingerprint;
    }

    Optional<byte[]> sealedSecret() {
        return Optional.ofNullable(secret);
    }

    KeyState state() {
        return state;
    }

    String stateReason() {
        return stateReason;
    }

    Instant stateSince() {
        return stateSince;
    }

    int weight() {
        return weight;
    }

    Optional<Integer> perMinute() {
        return Optional.ofNullable(rateLimitPerMinute);
    }

    Optional<Integer> perDay() {
        return Optional.ofNullable(rateLimitPerDay);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    long version() {
        return version;
    }
}
