package io.vimax.editor.checkpoint;

import io.vimax.editor.checkpoint.Checkpoint.Snapshot;
import io.vimax.editor.column.Columns;
import io.vimax.editor.column.Json;
import io.vimax.editor.episode.EpisodeState;
import io.vimax.editor.id.TimeOrderedIds;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All checkpoints. */
@Component
public class Checkpoints {

    private static final int MOST_LISTED = 200;
    private static final RowMapper<Checkpoint> CHECKPOINT = (row, _) -> new Checkpoint(
            Columns.uuid(row, "id"),
            EpisodeState.of(row.getString("stage")),
            row.getString("moved_by"),
            row.getLong("version"),
            Columns.instant(row, "created_at"),
            Json.read(row.getString("data"), Snapshot.class));

    private final JdbcClient jdbc;
    private final TimeOrderedIds ids;
    private final Clock clock;

    Checkpoints(JdbcClient jdbc, TimeOrderedIds ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param movedBy person or autopilot */
    public UUID write(UUID episodeId, long version, String movedBy, Snapshot snapshot) {
        UUID id = ids.next();
        jdbc.sql("""
                insert into checkpoint (id, episode_id, stage, moved_by, version, data, created_at)
                values (:id, :episode, :stage, :by, :version, :data, :now)
                """)
                .param("id", id)
                .param("episode", episodeId)
                .param("stage", snapshot.state().word())
                .param("by", movedBy)
                .param("version", version)
                .param("data", Json.write(snapshot))
                .param("now", Columns.utc(clock.instant()))
                .update();
        return id;
    }

    /** Newest first. */
    public List<Checkpoint> ofEpisode(UUID episodeId) {
        return jdbc.sql("select * from checkpoint where episode_id = :id order by created_at desc, id desc limit :most")
                .param("id", episodeId)
                .param("most", MOST_LISTED)
                .query(CHECKPOINT)
                .list();
    }

    public Optional<Checkpoint> find(UUID episodeId, UUID id) {
        return jdbc.sql("select * from checkpoint where id = :id and episode_id = :episode")
                .param("id", id)
                .param("episode", episodeId)
                .query(CHECKPOINT)
                .optional();
    }
}
