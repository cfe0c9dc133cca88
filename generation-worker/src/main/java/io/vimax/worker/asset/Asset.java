package io.vimax.worker.asset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * Whose a stored file is and what it is. Never changes, so it has no version. One that was dropped is no asset any more; that is
 * the business of {@code io.vimax.worker.asset.retention}.
 */
@Entity
@SQLRestriction("dropped_at is null")
class Asset implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID ownerId;
    private UUID generationId;

    @Column(name = "sha256")
    private String sha256;

    private String mediaType;
    private long bytes;
    private @Nullable Long durationMs;
    private @Nullable Integer width;
    private @Nullable Integer height;
    private @Nullable Double frameRate;
    private Instant createdAt;

    /** The id is ours, so only this tells an insert from an update. */
    @Transient
    private boolean known;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Asset() {}

    Asset(UUID id, UUID ownerId, UUID generationId, StoredFile file, Instant createdAt) {
        this.id = id;
        this.ownerId = ownerId;
        this.generationId = generationId;
        this.sha256 = file.sha256();
        this.mediaType = file.mediaType();
        this.bytes = file.bytes();
        this.durationMs = file.durationMs();
        this.width = file.width();
        this.height = file.height();
        this.frameRate = file.frameRate();
        this.createdAt = createdAt;
    }

    boolean belongsTo(UUID person) {
        return ownerId.equals(person);
    }

    StoredFile file() {
        return new StoredFile(sha256, mediaType, bytes, durationMs, width, height, frameRate);
    }

    UUID generationId() {
        return generationId;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return !known;
    }

    @PostLoad
    @PostPersist
    void becomeKnown() {
        known = true;
    }
}
