package io.vimax.editor.series;

import io.vimax.editor.column.Columns;
import io.vimax.editor.id.TimeOrderedIds;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All series. */
@Component
public class SeriesShelf {

    private static final String STANDING_TITLE = "Films";

    private final SeriesRepository repository;
    private final JdbcClient jdbc;
    private final TimeOrderedIds ids;
    private final Clock clock;

    SeriesShelf(SeriesRepository repository, JdbcClient jdbc, TimeOrderedIds ids, Clock clock) {
        this.repository = repository;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** A place for a new episode. */
    public record Place(UUID seriesId, int episodeNumber) {}

    /**
     * The next number in a series, or in the person's standing series when none is named. Locks the series until the
     * transaction ends, so that two new episodes never want one number.
     *
     * @throws SeriesException.NotFound if there is no such series of this person
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Place nextPlace(UUID userId, @Nullable UUID seriesId) {
        UUID series = seriesId == null ? standing(userId) : seriesId;
        boolean found = jdbc.sql("select id from series where id = :id and user_id = :user for update")
                .param("id", series)
                .param("user", userId)
                .query(UUID.class)
                .optional()
                .isPresent();
        if (!found) {
            throw new SeriesException.NotFound(series);
        }
        int number = jdbc.sql("select coalesce(max(episode_number), 0) + 1 from episode where series_id = :id")
                .param("id", series)
                .query(Integer.class)
                .single();
        return new Place(series, number);
    }

    private UUID standing(UUID userId) {
        jdbc.sql("""
                insert into series (id, user_id, title, status, standing, created_at, updated_at)
                values (:id, :user, :title, 'in_progress', true, :now, :now)
                on conflict (user_id) where standing do nothing
                """)
                .param("id", ids.next())
                .param("user", userId)
                .param("title", STANDING_TITLE)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("select id from series where user_id = :user and standing")
                .param("user", userId)
                .query(UUID.class)
                .single();
    }

    /** @throws SeriesException.NotFound if there is no such series of this person */
    public void check(UUID userId, UUID id) {
        getSeries(userId, id);
    }

    @Transactional
    Series create(UUID userId, SeriesFacts facts) {
        return repository.saveAndFlush(new Series(ids.next(), userId, facts, false, clock.instant()));
    }

    @Transactional(readOnly = true)
    Series getSeries(UUID userId, UUID id) {
        return repository.findByIdAndUserId(id, userId).orElseThrow(() -> new SeriesException.NotFound(id));
    }

    @Transactional
    Series change(UUID userId, UUID id, SeriesFacts facts) {
        Series series = getSeries(userId, id);
        series.change(facts, clock.instant());
        return repository.saveAndFlush(series);
    }

    @Transactional
    void delete(UUID userId, UUID id) {
        Series series = getSeries(userId, id);
        int episodes = episodeCounts(List.of(id)).getOrDefault(id, 0);
        if (episodes > 0) {
            throw new SeriesException.NotEmpty(episodes);
        }
        repository.delete(series);
    }

    java.util.Map<UUID, Integer> episodeCounts(List<UUID> series) {
        if (series.isEmpty()) {
            return java.util.Map.of();
        }
        var counts = new java.util.HashMap<UUID, Integer>();
        jdbc.sql("select series_id, count(*) as n from episode where series_id in (:ids) group by series_id")
                .param("ids", series)
                .query(row -> {
                    counts.put(row.getObject("series_id", UUID.class), row.getInt("n"));
                });
        return counts;
    }

    /** Newest first; {@code after} is the id of the last one of the page before. */
    @Transactional(readOnly = true)
    List<Series> list(UUID userId, @Nullable UUID after, int limit) {
        return jdbc
                .sql("""
                select id from series where user_id = :user and (cast(:after as uuid) is null or id < :after)
                order by id desc limit :limit
                """)
                .param("user", userId)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> Columns.uuid(row, "id"))
                .list()
                .stream()
                .map(id -> repository.findById(id).orElseThrow())
                .toList();
    }
}
