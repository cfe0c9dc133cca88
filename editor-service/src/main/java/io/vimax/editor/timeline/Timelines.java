package io.vimax.editor.timeline;

import io.vimax.editor.column.Columns;
import io.vimax.editor.column.Json;
import io.vimax.editor.timeline.Timeline.Track;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/**
 * The timelines of all episodes. One that no person cut stores no tracks: it follows script and takes. Callers hold the lock of
 * the episode that they write.
 */
@Component
public class Timelines {

    private static final TypeReference<List<Track>> TRACKS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Clock clock;

    Timelines(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param tracks a person's cut, or null while it follows script and takes */
    public record Stored(int revision, @Nullable List<Track> tracks) {

        public Timeline with(FilmMaterial material) {
            return tracks == null
                    ? LayTimeline.of(material, revision)
                    : LayTimeline.refresh(new Timeline(revision, tracks), material);
        }
    }

    public Optional<Stored> find(UUID episodeId) {
        return jdbc.sql("select revision, tracks from timeline where episode_id = :id")
                .param("id", episodeId)
                .query((row, _) -> {
                    String tracks = row.getString("tracks");
                    return new Stored(row.getInt("revision"), tracks == null ? null : Json.read(tracks, TRACKS));
                })
                .optional();
    }

    /** @param tracks a person's cut, or null to follow script and takes */
    public void put(UUID episodeId, @Nullable List<Track> tracks) {
        jdbc.sql("""
                insert into timeline (episode_id, revision, tracks, updated_at) values (:id, 1, :tracks, :now)
                on conflict (episode_id) do update set revision = timeline.revision + 1, tracks = excluded.tracks,
                    updated_at = excluded.updated_at
                """)
                .param("id", episodeId)
                .param("tracks", tracks == null ? null : Json.write(tracks), java.sql.Types.VARCHAR)
                .param("now", Columns.utc(clock.instant()))
                .update();
    }

    public void remove(UUID episodeId) {
        jdbc.sql("delete from timeline where episode_id = :id")
                .param("id", episodeId)
                .update();
    }
}
