package io.vimax.editor.library;

import io.vimax.editor.column.Columns;
import io.vimax.editor.editing.AskForWork;
import io.vimax.editor.episode.Episode;
import io.vimax.editor.episode.EpisodeException;
import io.vimax.editor.episode.EpisodeState;
import io.vimax.editor.episode.Episodes;
import io.vimax.editor.episode.Ratio;
import io.vimax.editor.series.SeriesShelf;
import io.vimax.editor.situation.UnitStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of episodes in one query each. The percentage counts finished units; the state document weighs them. */
@Component
class EpisodeLists {

    private static final String SUMMARY = """
            select e.id, e.series_id, s.title as series_title, e.episode_number, e.title, e.logline, e.synopsis, e.state,
                   e.ratio, e.autopilot, e.paused, e.halt_code, e.seconds, e.created_at, e.updated_at,
                   r.duration_ms, r.poster_asset_id,
                   (select count(*) from shot where episode_id = e.id and number is not null) as shots,
                   (select count(*) from shot where episode_id = e.id and number is not null
                        and keyframe_asset_id is not null) as keyframes,
                   (select count(*) from shot where episode_id = e.id and number is not null
                        and selected_take_id is not null) as clips,
                   (select count(*) from generation where episode_id = e.id and state = 'running') as running,
                   (select count(*) from generation where episode_id = e.id and state = 'queued') as queued,
                   newest.failed, newest.undecided
            from episode e join series s on s.id = e.series_id
            left join lateral (select duration_ms, poster_asset_id from render where episode_id = e.id
                order by number desc limit 1) r on true
            cross join lateral (
                select count(*) filter (where state in ('failed', 'ambiguous')) as failed,
                       count(*) filter (where state = 'ambiguous' and decision is null) as undecided
                from (select distinct on (target_type, target_id) state, decision from generation
                    where episode_id = e.id order by target_type, target_id, created_at desc, id desc) of_unit) newest
            """;

    private final JdbcClient jdbc;
    private final Episodes episodes;
    private final SeriesShelf shelf;
    private final AskForWork ask;

    EpisodeLists(JdbcClient jdbc, Episodes episodes, SeriesShelf shelf, AskForWork ask) {
        this.jdbc = jdbc;
        this.episodes = episodes;
        this.shelf = shelf;
        this.ask = ask;
    }

    /**
     * @param nextAction what the person can do next: resume, decide (about an ambiguous generation), review_script, generate_scenes,
     *     edit_timeline, render or watch
     */
    record Summary(
            UUID id,
            UUID seriesId,
            String seriesTitle,
            int episodeNumber,
            String title,
            @Nullable String logline,
            @Nullable String synopsis,
            EpisodeState state,
            UnitStatus status,
            Ratio ratio,
            @Nullable Long durationMs,
            @Nullable UUID posterAssetId,
            double percent,
            @Nullable String nextAction,
            Instant updatedAt,
            Instant createdAt) {}

    /** Newest first: ids sort by time. {@code after} is the last one of the page before. */
    @Transactional(readOnly = true)
    public List<Summary> list(UUID userId, @Nullable UUID seriesId, @Nullable UUID after, int limit) {
        return jdbc.sql(SUMMARY + """
                where e.user_id = :user and (cast(:series as uuid) is null or e.series_id = :series)
                  and (cast(:after as uuid) is null
                       or (e.created_at, e.id) < (select created_at, id from episode where id = :after))
                order by e.created_at desc, e.id desc limit :limit
                """)
                .param("user", userId)
                .param("series", seriesId)
                .param("after", after)
                .param("limit", limit)
                .query(EpisodeLists::read)
                .list();
    }

    /** @throws io.vimax.editor.series.SeriesException.NotFound if there is no such series of this person */
    @Transactional(readOnly = true)
    public List<Summary> ofSeries(UUID userId, UUID seriesId, @Nullable UUID after, int limit) {
        shelf.check(userId, seriesId);
        return list(userId, seriesId, after, limit);
    }

    @Transactional(readOnly = true)
    public Summary get(UUID userId, UUID id) {
        Optional<Summary> found = jdbc.sql(SUMMARY + "where e.user_id = :user and e.id = :id")
                .param("user", userId)
                .param("id", id)
                .query(EpisodeLists::read)
                .optional();
        return found.orElseThrow(() -> new EpisodeException.NotFound(id));
    }

    @Transactional
    public void change(UUID userId, UUID id, @Nullable String title, @Nullable String synopsis) {
        Episode episode = episodes.lock(userId, id);
        if (title != null) {
            episode.rename(title);
        }
        if (synopsis != null) {
            episode.describe(synopsis);
        }
        episodes.changed(episode, "settings");
    }

    /** Work under way is taken back first, so that nobody pays for what nobody can see. */
    @Transactional
    public void delete(UUID userId, UUID id) {
        ask.letGo(userId, id);
        episodes.delete(episodes.lock(userId, id));
    }

    private static Summary read(ResultSet row, int number) throws SQLException {
        EpisodeState state = EpisodeState.of(row.getString("state"));
        UnitStatus status = status(row, state);
        Integer seconds = Columns.intOrNull(row, "seconds");
        Long duration = Columns.longOrNull(row, "duration_ms");
        return new Summary(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "series_id"),
                row.getString("series_title"),
                row.getInt("episode_number"),
                row.getString("title"),
                row.getString("logline"),
                row.getString("synopsis"),
                state,
                status,
                Ratio.of(row.getString("ratio")),
                duration != null ? duration : seconds == null ? null : Long.valueOf(seconds * 1_000L),
                Columns.uuidOrNull(row, "poster_asset_id"),
                percent(row, state),
                nextAction(row, state, status),
                Columns.instant(row, "updated_at"),
                Columns.instant(row, "created_at"));
    }

    private static UnitStatus status(ResultSet row, EpisodeState state) throws SQLException {
        if (row.getInt("running") > 0) {
            return UnitStatus.RUNNING;
        }
        if (row.getInt("queued") > 0) {
            return UnitStatus.QUEUED;
        }
        if (row.getString("halt_code") != null || (row.getInt("failed") > 0 && state != EpisodeState.COMPLETED)) {
            return UnitStatus.FAILED;
        }
        if (state == EpisodeState.COMPLETED) {
            return UnitStatus.READY;
        }
        if (row.getBoolean("paused")) {
            return UnitStatus.CANCELLED;
        }
        return row.getInt("shots") == 0 ? UnitStatus.NOT_STARTED : UnitStatus.READY;
    }

    private static double percent(ResultSet row, EpisodeState state) throws SQLException {
        if (state == EpisodeState.COMPLETED) {
            return 100;
        }
        int shots = row.getInt("shots");
        if (shots == 0) {
            return 0;
        }
        // Script a tenth, pictures and clips three quarters, the rest is the render.
        double pictures = (row.getInt("keyframes") + 3.0 * row.getInt("clips")) / (4.0 * shots);
        return Math.round(10 * (10 + 75 * pictures)) / 10.0;
    }

    private static @Nullable String nextAction(ResultSet row, EpisodeState state, UnitStatus status)
            throws SQLException {
        if (status.underWay()) {
            return null;
        }
        if (row.getBoolean("paused")) {
            return "resume";
        }
        if (row.getInt("undecided") > 0) {
            return "decide";
        }
        if (status == UnitStatus.FAILED) {
            return "resume";
        }
        return switch (state) {
            case SCRIPT_REVIEW -> "review_script";
            case SCENE_GENERATION -> "generate_scenes";
            case TIMELINE_EDITING -> "edit_timeline";
            case AUDIO_CUSTOMIZATION -> "render";
            case COMPLETED -> "watch";
        };
    }
}
