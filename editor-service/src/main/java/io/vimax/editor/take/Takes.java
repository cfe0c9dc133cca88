package io.vimax.editor.take;

import io.vimax.editor.column.Columns;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All takes. Callers hold the lock of the episode that they write. */
@Component
public class Takes {

    private final JdbcClient jdbc;

    Takes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Take> ofEpisode(UUID episodeId) {
        return jdbc.sql("select * from take where episode_id = :id order by shot_id, number")
                .param("id", episodeId)
                .query((row, _) -> new Take(
                        Columns.uuid(row, "id"),
                        Columns.uuid(row, "shot_id"),
                        row.getInt("number"),
                        Columns.uuid(row, "generation_id"),
                        Columns.uuid(row, "keyframe_asset_id"),
                        Columns.uuid(row, "clip_asset_id"),
                        row.getLong("duration_ms"),
                        row.getString("content_hash"),
                        row.getString("provider"),
                        row.getString("model"),
                        row.getLong("seed"),
                        row.getLong("cost_micros"),
                        row.getBoolean("hidden"),
                        Columns.instant(row, "created_at")))
                .list();
    }

    public int nextNumber(UUID shotId) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from take where shot_id = :id")
                .param("id", shotId)
                .query(Integer.class)
                .single();
    }

    /** False when the generation already made a take: its event came again. */
    public boolean add(UUID episodeId, Take take) {
        return jdbc.sql("""
                insert into take (id, episode_id, shot_id, number, generation_id, keyframe_asset_id, clip_asset_id, duration_ms,
                    content_hash, provider, model, seed, cost_micros, hidden, created_at)
                values (:id, :episode, :shot, :number, :generation, :keyframe, :clip, :duration,
                    :hash, :provider, :model, :seed, :cost, :hidden, :now)
                on conflict (generation_id) do nothing
                """)
                        .param("id", take.id())
                        .param("episode", episodeId)
                        .param("shot", take.shotId())
                        .param("number", take.number())
                        .param("generation", take.generationId())
                        .param("keyframe", take.keyframeAssetId())
                        .param("clip", take.clipAssetId())
                        .param("duration", take.durationMs())
                        .param("hash", take.contentHash())
                        .param("provider", take.provider())
                        .param("model", take.model())
                        .param("seed", take.seed())
                        .param("cost", take.costMicros())
                        .param("hidden", take.hidden())
                        .param("now", Columns.utc(take.createdAt()))
                        .update()
                == 1;
    }
}
