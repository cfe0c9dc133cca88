package io.vimax.keypool.key;

import io.vimax.keypool.vault.Vault;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A key as it lies in the pool. It owns its state: nothing else changes it. Writes name only the columns that changed, because a
 * secret may be sealed anew, and uses counted, beside a change by a person.
 */
@Entity
@DynamicUpdate
@Table(name = "api_keys")
class ApiKey {

    @Id
    private UUID id;

    @Column(name = "owner_id")
    private @Nullable UUID owner;

    @Column(name = "service_type")
    private String service;

    @Embedded
    private KeySettings settings;

    private String prefix;
    private String lastFour;
    private String fingerprint;

    @Column(name = "key_value")
    private byte @Nullable [] secret;

    private @Nullable String masterKey;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private KeyState state;

    @Column(name = "status_reason")
    private String stateReason;

    @Column(name = "status_since")
    private Instant stateSince;

    @Enumerated(EnumType.STRING)
    @Column(name = "status_before")
    private @Nullable KeyState stateBefore;

    private boolean fromEnvironment;
    private @Nullable UUID replacedBy;
    private @Nullable Instant drainAt;
    private @Nullable Instant drainUntil;
    private boolean deleteDrained;
    private @Nullable Instant purgeAt;

    /** These three are written beside the uses that they come from. */
    @Column(insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    @Column(insertable = false, updatable = false)
    private @Nullable String lastError;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant lastErrorAt;

    private Instant createdAt;
    private Instant updatedAt;
    private @Nullable Instant deletedAt;

    /** Null until it is written for the first time. */
    @Version
    private @Nullable Long version;

    /** For the persistence provider, which sets every field right after. */
    @SuppressWarnings("NullAway.Init")
    protected ApiKey() {}

    private ApiKey(UUID id, @Nullable UUID owner, Service service, KeySettings settings, Instant now) {
        this.id = id;
        this.owner = owner;
        this.service = service.word();
        this.settings = settings;
        this.prefix = "";
        this.lastFour = "";
        this.fingerprint = id.toString();
        this.state = KeyState.ACTIVE;
        this.stateReason = "added";
        this.stateSince = now;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** The key of a provider that needs none. */
    static ApiKey builtIn(Service service, UUID scopeId, Instant now) {
        return new ApiKey(
                UUID.randomUUID(), null, service, KeySettings.usual("Built in").in(scopeId), now);
    }

    /**
     * Moves to another state.
     *
     * @return the state it left; the same one if there was nothing to do
     * @throws KeyException.NoSuchStep if the table of {@link KeyState} does not know the way
     */
    KeyState become(KeyState next, String reason, Instant now) {
        KeyState before = state;
        if (before == next) {
            return before;
        }
        if (!before.next().contains(next)) {
            throw new KeyException.NoSuchStep(before, next);
        }
        state = next;
        stateReason = reason;
        stateSince = now;
        updatedAt = now;
        if (next != KeyState.DRAINING) {
            drainUntil = null;
            deleteDrained = false;
        }
        if (before == KeyState.DRAINING && next == KeyState.ACTIVE) {
            replacedBy = null;
        }
        return before;
    }

    /** Out of use for good, unless it is undone before its secret is forgotten. */
    KeyState delete(String reason, Instant now, Duration undo) {
        KeyState before = become(KeyState.DELETED, reason, now);
        stateBefore = before;
        deletedAt = now;
        purgeAt = now.plus(undo);
        drainAt = null;
        return before;
    }

    /** Undoes a deletion: back to what it was, except that what was going away stays. */
    void restore(Instant now) {
        KeyState back = stateBefore == null || stateBefore == KeyState.DRAINING || stateBefore == KeyState.CHECKING
                ? KeyState.ACTIVE
                : stateBefore;
        become(back, "deletion undone", now);
        deletedAt = null;
        purgeAt = null;
        stateBefore = null;
        replacedBy = null;
    }

    /**
     * No new leases from now on.
     *
     * @param until when it ends even if leases are open, or null to wait for all
     * @param thenDelete whether it is deleted afterwards, and not paused
     */
    KeyState drain(String reason, @Nullable Instant until, boolean thenDelete, Instant now) {
        KeyState before = become(KeyState.DRAINING, reason, now);
        drainAt = null;
        drainUntil = until;
        deleteDrained = deleteDrained || thenDelete;
        return before;
    }

    /** Another key takes over; both are lent until the given moment. */
    void replacedBy(UUID next, Instant from, Instant now) {
        replacedBy = next;
        drainAt = from;
        updatedAt = now;
    }

    void change(KeySettings next, Instant now) {
        settings = next;
        updatedAt = now;
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

    KeySettings settings() {
        return settings;
    }

    String baseUrl() {
        return settings.baseUrl() == null ? service().baseUrl() : settings.baseUrl();
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

    Optional<Vault.Sealed> sealedSecret() {
        return secret == null || masterKey == null
                ? Optional.empty()
                : Optional.of(new Vault.Sealed(masterKey, secret));
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

    boolean isFromEnvironment() {
        return fromEnvironment;
    }

    boolean isDeletedOnceDrained() {
        return deleteDrained;
    }

    Optional<UUID> replacement() {
        return Optional.ofNullable(replacedBy);
    }

    /** From when on a replaced key is drained. */
    Optional<Instant> drainsAt() {
        return Optional.ofNullable(drainAt);
    }

    Optional<Instant> drainsUntil() {
        return Optional.ofNullable(drainUntil);
    }

    Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    Optional<String> lastError() {
        return Optional.ofNullable(lastError);
    }

    Optional<Instant> lastErrorAt() {
        return Optional.ofNullable(lastErrorAt);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
