package io.vimax.editor.script;

import io.vimax.editor.column.Columns;
import io.vimax.editor.column.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The scripts of all episodes. Callers hold the lock of the episode that they write. */
@Component
public class Scripts {

    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    Scripts(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Three queries, whatever the size. */
    public Script read(UUID episodeId) {
        Map<UUID, List<Shot>> shots = new HashMap<>();
        jdbc.sql("select * from shot where episode_id = :id and number is not null order by number")
                .param("id", episodeId)
                .query(row -> {
                    shots.computeIfAbsent(Columns.uuid(row, "scene_id"), _ -> new ArrayList<>())
                            .add(shot(row));
                });
        Map<UUID, List<Line>> lines = new HashMap<>();
        jdbc.sql("select * from line where episode_id = :id and number is not null order by number")
                .param("id", episodeId)
                .query(row -> {
                    lines.computeIfAbsent(Columns.uuid(row, "scene_id"), _ -> new ArrayList<>())
                            .add(line(row));
                });
        return new Script(jdbc.sql("select * from scene where episode_id = :id and number is not null order by number")
                .param("id", episodeId)
                .query((row, _) -> {
                    UUID id = Columns.uuid(row, "id");
                    return new Scene(
                            id,
                            row.getInt("number"),
                            row.getString("heading"),
                            row.getString("place"),
                            row.getString("time_of_day"),
                            row.getString("weather"),
                            row.getBoolean("interior"),
                            row.getString("mood"),
                            row.getString("act"),
                            row.getString("summary"),
                            shots.getOrDefault(id, List.of()),
                            lines.getOrDefault(id, List.of()));
                })
                .list());
    }

    private static Shot shot(ResultSet row) throws SQLException {
        return new Shot(
                Columns.uuid(row, "id"),
                row.getInt("number"),
                row.getString("description"),
                row.getString("prompt"),
                row.getString("framing"),
                row.getString("camera_move"),
                Json.read(row.getString("people"), NAMES),
                row.getLong("duration_ms"),
                row.getLong("seed"),
                row.getString("model"),
                row.getBoolean("continues_previous"),
                row.getBoolean("waits"),
                Columns.uuidOrNull(row, "keyframe_asset_id"),
                row.getString("keyframe_hash"),
                Columns.uuidOrNull(row, "keyframe_generation_id"),
                Columns.uuidOrNull(row, "selected_take_id"));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "shot_id"),
                row.getInt("number"),
                row.getString("speaker"),
                row.getString("kind"),
                row.getString("text"),
                Columns.uuidOrNull(row, "voice_asset_id"),
                Columns.longOrNull(row, "voice_duration_ms"),
                row.getString("voice_hash"),
                Columns.uuidOrNull(row, "voice_generation_id"));
    }

    /**
     * Makes this the script: what it does not name loses its number and keeps its results; what it names gets these words and
     * this selected take. Keyframes and voices are not touched: only results set them.
     */
    public void put(UUID episodeId, Script script) {
        for (String table : List.of("scene", "shot", "line")) {
            jdbc.sql("update " + table + " set number = null where episode_id = :id and number is not null")
                    .param("id", episodeId)
                    .update();
        }
        batches.batchUpdate(
                """
                insert into scene (id, episode_id, number, heading, place, time_of_day, weather, interior, mood, act, summary)
                values (:id, :episode, :number, :heading, :place, :time, :weather, :interior, :mood, :act, :summary)
                on conflict (id) do update set number = excluded.number, heading = excluded.heading, place = excluded.place,
                    time_of_day = excluded.time_of_day, weather = excluded.weather, interior = excluded.interior,
                    mood = excluded.mood, act = excluded.act, summary = excluded.summary
                """,
                script.scenes().stream().map(scene -> columns(episodeId, scene)).toArray(MapSqlParameterSource[]::new));
        batches.batchUpdate(
                """
                insert into shot (id, episode_id, scene_id, number, description, prompt, framing, camera_move, people,
                    duration_ms, seed, model, continues_previous, selected_take_id)
                values (:id, :episode, :scene, :number, :description, :prompt, :framing, :move, :people,
                    :duration, :seed, :model, :continues, :take)
                on conflict (id) do update set scene_id = excluded.scene_id, number = excluded.number,
                    description = excluded.description, prompt = excluded.prompt, framing = excluded.framing,
                    camera_move = excluded.camera_move, people = excluded.people, duration_ms = excluded.duration_ms,
                    seed = excluded.seed, model = excluded.model,
                    continues_previous = excluded.continues_previous, selected_take_id = excluded.selected_take_id
                """,
                script.scenes().stream()
                        .flatMap(scene -> scene.shots().stream().map(shot -> columns(episodeId, scene.id(), shot)))
                        .toArray(MapSqlParameterSource[]::new));
        batches.batchUpdate(
                """
                insert into line (id, episode_id, scene_id, shot_id, number, speaker, kind, text)
                values (:id, :episode, :scene, :shot, :number, :speaker, :kind, :text)
                on conflict (id) do update set scene_id = excluded.scene_id, shot_id = excluded.shot_id,
                    number = excluded.number, speaker = excluded.speaker, kind = excluded.kind, text = excluded.text
                """,
                script.scenes().stream()
                        .flatMap(scene -> scene.lines().stream().map(line -> columns(episodeId, scene.id(), line)))
                        .toArray(MapSqlParameterSource[]::new));
    }

    private static MapSqlParameterSource columns(UUID episodeId, Scene scene) {
        return new MapSqlParameterSource()
                .addValue("id", scene.id())
                .addValue("episode", episodeId)
                .addValue("number", scene.number())
                .addValue("heading", scene.heading())
                .addValue("place", scene.place())
                .addValue("time", scene.timeOfDay())
                .addValue("weather", scene.weather())
                .addValue("interior", scene.interior())
                .addValue("mood", scene.mood())
                .addValue("act", scene.act())
                .addValue("summary", scene.summary());
    }

    private static MapSqlParameterSource columns(UUID episodeId, UUID sceneId, Shot shot) {
        return new MapSqlParameterSource()
                .addValue("id", shot.id())
                .addValue("episode", episodeId)
                .addValue("scene", sceneId)
                .addValue("number", shot.number())
                .addValue("description", shot.description())
                .addValue("prompt", shot.prompt())
                .addValue("framing", shot.framing())
                .addValue("move", shot.cameraMove())
                .addValue("people", Json.write(shot.people()))
                .addValue("duration", shot.durationMs())
                .addValue("seed", shot.seed())
                .addValue("model", shot.model())
                .addValue("continues", shot.continuesPrevious())
                .addValue("take", shot.selectedTakeId());
    }

    private static MapSqlParameterSource columns(UUID episodeId, UUID sceneId, Line line) {
        return new MapSqlParameterSource()
                .addValue("id", line.id())
                .addValue("episode", episodeId)
                .addValue("scene", sceneId)
                .addValue("shot", line.shotId())
                .addValue("number", line.number())
                .addValue("speaker", line.speaker())
                .addValue("kind", line.kind())
                .addValue("text", line.text());
    }

    public void rollAgain(Shot shot) {
        jdbc.sql("update shot set prompt = :prompt, seed = :seed, model = :model where id = :id")
                .param("prompt", shot.prompt())
                .param("seed", shot.seed())
                .param("model", shot.model())
                .param("id", shot.id())
                .update();
    }

    /** Marks a shot as one that a person asked for before it could be begun, or as begun. */
    public void keepWaiting(UUID shotId, boolean waits) {
        jdbc.sql("update shot set waits = :waits where id = :id and waits <> :waits")
                .param("waits", waits)
                .param("id", shotId)
                .update();
    }

    public void putKeyframe(UUID shotId, UUID assetId, String contentHash, UUID generationId) {
        jdbc.sql("""
                update shot set keyframe_asset_id = :asset, keyframe_hash = :hash, keyframe_generation_id = :generation
                where id = :id
                """)
                .param("asset", assetId)
                .param("hash", contentHash)
                .param("generation", generationId)
                .param("id", shotId)
                .update();
    }

    public void putVoice(UUID lineId, UUID assetId, long durationMs, String contentHash, UUID generationId) {
        jdbc.sql("""
                update line set voice_asset_id = :asset, voice_duration_ms = :duration, voice_hash = :hash,
                    voice_generation_id = :generation
                where id = :id
                """)
                .param("asset", assetId)
                .param("duration", durationMs)
                .param("hash", contentHash)
                .param("generation", generationId)
                .param("id", lineId)
                .update();
    }

    public void select(UUID shotId, UUID takeId) {
        jdbc.sql("update shot set selected_take_id = :take where id = :id")
                .param("take", takeId)
                .param("id", shotId)
                .update();
    }
}
