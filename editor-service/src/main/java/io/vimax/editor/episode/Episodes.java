package io.vimax.editor.episode;

import io.vimax.editor.event.Events;
import io.vimax.editor.id.TimeOrderedIds;
import io.vimax.editor.series.SeriesShelf;
import io.vimax.schemas.Topics;
import io.vimax.schemas.episode.v1.EpisodeChanged;
import io.vimax.schemas.episode.v1.EpisodeStageChanged;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All episodes. Whoever changes one locks it first and says afterwards what changed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Episodes {

    private final EpisodeRepository repository;
    private final EntityManager entities;
    private final SeriesShelf shelf;
    private final Events events;
    private final Marks marks;

    Episodes(EpisodeRepository repository, EntityManager entities, SeriesShelf shelf, Events events, Marks marks) {
        this.repository = repository;
        this.entities = entities;
        this.shelf = shelf;
        this.events = events;
        this.marks = marks;
    }

    /** What marks a change: its moment and its event's id. */
    @Component
    record Marks(Clock clock, TimeOrderedIds ids) {}

    public Episode start(EpisodeStart start) {
        SeriesShelf.Place place = shelf.nextPlace(start.userId(), start.seriesId());
        var episode = new Episode(
                start, place.seriesId(), place.episodeNumber(), marks.clock().instant());
        entities.persist(episode);
        entities.flush();
        tell(episode, List.of("created"));
        return episode;
    }

    /**
     * The episode, locked until the transaction ends: changes and events of one episode have one order.
     *
     * @throws EpisodeException.NotFound if there is none of this person
     */
    public Episode lock(UUID userId, UUID id) {
        return findAndLock(id)
                .filter(episode -> episode.userId().equals(userId))
                .orElseThrow(() -> new EpisodeException.NotFound(id));
    }

    /**
     * Like {@link #lock(UUID, UUID)}, for a caller that has seen a version.
     *
     * @throws EpisodeException.Stale if it was changed since
     */
    public Episode lock(UUID userId, UUID id, long seenVersion) {
        Episode episode = lock(userId, id);
        if (episode.version() != seenVersion) {
            throw new EpisodeException.Stale(episode.version());
        }
        return episode;
    }

    /** For work that no person asks for: events and the autopilot. */
    public Optional<Episode> findAndLock(UUID id) {
        return repository.lock(id);
    }

    @Transactional(readOnly = true)
    public EpisodeFacts getFacts(UUID userId, UUID id) {
        return repository
                .findByIdAndUserId(id, userId)
                .orElseThrow(() -> new EpisodeException.NotFound(id))
                .facts();
    }

    /** The document has a new version, and readers are told which parts changed. Writes the row, so that queries see it. */
    public void changed(Episode episode, String... parts) {
        episode.changed(marks.clock().instant());
        entities.flush();
        tell(episode, List.of(parts));
    }

    /** Writes what was changed on the row without telling anybody yet, so that queries of this transaction see it. */
    public void flush() {
        entities.flush();
    }

    public void delete(Episode episode) {
        episode.changed(marks.clock().instant());
        tell(episode, List.of("deleted"));
        entities.remove(episode);
        entities.flush();
    }

    /** Tells that the episode moved, after {@link #changed}: the event carries the new version. */
    public void moved(Episode episode, EpisodeState from, UUID checkpointId, String movedBy) {
        events.publish(
                Topics.EPISODE_STAGE_CHANGED,
                episode.id(),
                new EpisodeStageChanged(
                        marks.ids().next(),
                        marks.clock().instant(),
                        episode.userId(),
                        episode.version(),
                        episode.id(),
                        from.word(),
                        episode.state().word(),
                        checkpointId,
                        movedBy));
    }

    private void tell(Episode episode, List<String> parts) {
        events.publish(
                Topics.EPISODE_CHANGED,
                episode.id(),
                new EpisodeChanged(
                        marks.ids().next(),
                        marks.clock().instant(),
                        episode.userId(),
                        episode.version(),
                        episode.seriesId(),
                        episode.id(),
                        parts));
    }
}
