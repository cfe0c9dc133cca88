package io.vimax.editor.series;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A series of episodes. */
@Entity
class Series {

    @Id
    private UUID id;

    private UUID userId;
    private String title;
    private @Nullable String description;
    private @Nullable String genre;
    private @Nullable String stylePreset;
    private String status;
    private boolean standing;

    @Version
    private long rowVersion;

    private Instant createdAt;
    private Instant updatedAt;

    @SuppressWarnings("NullAway") // Hibernate sets the fields.
    protected Series() {}

    Series(UUID id, UUID userId, SeriesFacts facts, boolean standing, Instant now) {
        this.id = id;
        this.userId = userId;
        this.title = facts.title();
        this.description = facts.description();
        this.genre = facts.genre();
        this.stylePreset = facts.stylePreset();
        this.status = facts.status();
        this.standing = standing;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void change(SeriesFacts facts, Instant now) {
        this.title = facts.title();
        this.description = facts.description();
        this.genre = facts.genre();
        this.stylePreset = facts.stylePreset();
        this.status = facts.status();
        this.updatedAt = now;
    }

    SeriesFacts facts() {
        return new SeriesFacts(title, description, genre, stylePreset, status);
    }

    UUID id() {
        return id;
    }

    UUID userId() {
        return userId;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
