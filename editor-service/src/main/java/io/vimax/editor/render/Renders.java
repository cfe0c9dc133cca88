package io.vimax.editor.render;

import io.vimax.editor.column.Columns;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All finished films. */
@Component
public class Renders {

    private final JdbcClient jdbc;

    Renders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Render> findNewest(UUID episodeId) {
        return jdbc.sql("select * from render where episode_id = :id order by number desc limit 1")
                .param("id", episodeId)
                .query((row, _) -> new Render(
                        Columns.uuid(row, "id"),
                        row.getInt("number"),
                        Columns.uuid(row, "generation_id"),
                        row.getString("content_hash"),
                        Columns.uuid(row, "film_asset_id"),
                        Columns.uuidOrNull(row, "vtt_asset_id"),
                        Columns.uuidOrNull(row, "srt_asset_id"),
                        Columns.uuidOrNull(row, "poster_asset_id"),
                        Columns.longOrNull(row, "duration_ms"),
                        Columns.intOrNull(row, "width"),
                        Columns.intOrNull(row, "height"),
                        Columns.doubleOrNull(row, "fps"),
                        row.getLong("bytes"),
                        Columns.doubleOrNull(row, "loudness_lufs"),
                        Columns.doubleOrNull(row, "true_peak_dbtp"),
                        Columns.instant(row, "created_at")))
                .optional();
    }

    public int nextNumber(UUID episodeId) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from render where episode_id = :id")
                .param("id", episodeId)
                .query(Integer.class)
                .single();
    }

    /** False when the generation already made a film: its event came again. */
    public boolean add(UUID episodeId, Render render) {
        return jdbc.sql("""
                insert into render (id, episode_id, number, generation_id, content_hash, film_asset_id, vtt_asset_id,
                    srt_asset_id, poster_asset_id, duration_ms, width, height, fps, bytes, loudness_lufs, true_peak_dbtp,
                    created_at)
                values (:id, :episode, :number, :generation, :hash, :film, :vtt,
                    :srt, :poster, :duration, :width, :height, :fps, :bytes, :loudness, :peak, :now)
                on conflict (generation_id) do nothing
                """)
                        .param("id", render.id())
                        .param("episode", episodeId)
                        .param("number", render.number())
                        .param("generation", render.generationId())
                        .param("hash", render.contentHash())
                        .param("film", render.filmAssetId())
                        .param("vtt", render.vttAssetId())
                        .param("srt", render.srtAssetId())
                        .param("poster", render.posterAssetId())
                        .param("duration", render.durationMs())
                        .param("width", render.width())
                        .param("height", render.height())
                        .param("fps", render.fps())
                        .param("bytes", render.bytes())
                        .param("loudness", render.loudnessLufs())
                        .param("peak", render.truePeakDbtp())
                        .param("now", Columns.utc(render.createdAt()))
                        .update()
                == 1;
    }
}
