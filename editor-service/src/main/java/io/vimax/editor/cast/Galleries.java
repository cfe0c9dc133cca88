package io.vimax.editor.cast;

import io.vimax.editor.column.Columns;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pictures of all episodes' characters. Callers hold the lock of the episode that they write. */
@Component
public class Galleries {

    private final JdbcClient jdbc;

    Galleries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Gallery ofEpisode(UUID episodeId) {
        return new Gallery(sitters(episodeId), portraits(episodeId));
    }

    private List<Sitter> sitters(UUID episodeId) {
        return jdbc.sql("select * from sitter where episode_id = :id")
                .param("id", episodeId)
                .query((row, _) -> new Sitter(
                        Columns.uuid(row, "id"),
                        row.getString("name"),
                        row.getBoolean("wanted"),
                        Columns.uuidOrNull(row, "reference_asset_id"),
                        Columns.uuidOrNull(row, "selected_portrait_id"),
                        row.getString("picked_hash")))
                .list();
    }

    private List<Portrait> portraits(UUID episodeId) {
        return jdbc.sql("select * from portrait where episode_id = :id order by sitter_id, number")
                .param("id", episodeId)
                .query((row, _) -> new Portrait(
                        Columns.uuid(row, "id"),
                        Columns.uuid(row, "sitter_id"),
                        row.getInt("number"),
                        Columns.uuid(row, "generation_id"),
                        Columns.uuid(row, "asset_id"),
                        row.getString("content_hash"),
                        row.getString("provider"),
                        row.getString("model"),
                        row.getLong("seed"),
                        row.getLong("cost_micros"),
                        row.getBoolean("hidden"),
                        Columns.instant(row, "created_at")))
                .list();
    }

    /** Settles whether a character gets a portrait by itself; what was settled before stays. */
    public void seat(UUID episodeId, String name, boolean wanted) {
        jdbc.sql("""
                insert into sitter (id, episode_id, name, wanted) values (:id, :episode, :name, :wanted)
                on conflict (id) do nothing
                """)
                .param("id", Sitter.idOf(episodeId, name))
                .param("episode", episodeId)
                .param("name", name)
                .param("wanted", wanted)
                .update();
    }

    /**
     * The picture that a character of this name has in the latest other episode of the series in the same style, so that it looks
     * the same in all of them. The series of films that belong to none has no such.
     */
    public Optional<UUID> findInSeries(UUID seriesId, UUID episodeId, String style, String name) {
        return jdbc.sql("""
                select coalesce(sitter.reference_asset_id, portrait.asset_id) as picture
                from sitter
                join episode on episode.id = sitter.episode_id
                join series on series.id = episode.series_id
                left join portrait on portrait.id = sitter.selected_portrait_id
                where series.id = :series and not series.standing and episode.id <> :episode and episode.style = :style
                  and sitter.name = :name and coalesce(sitter.reference_asset_id, portrait.asset_id) is not null
                order by episode.episode_number desc limit 1
                """)
                .param("series", seriesId)
                .param("episode", episodeId)
                .param("style", style)
                .param("name", name)
                .query((row, _) -> Columns.uuid(row, "picture"))
                .optional();
    }

    /** @param assetId null takes the person's own picture away */
    public void refer(UUID sitterId, @Nullable UUID assetId) {
        jdbc.sql("update sitter set reference_asset_id = :asset where id = :id")
                .param("asset", assetId, java.sql.Types.OTHER)
                .param("id", sitterId)
                .update();
    }

    public int nextNumber(UUID sitterId) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from portrait where sitter_id = :id")
                .param("id", sitterId)
                .query(Integer.class)
                .single();
    }

    /** False when the generation already made a portrait: its event came again. */
    public boolean add(UUID episodeId, Portrait portrait) {
        return jdbc.sql("""
                insert into portrait (id, episode_id, sitter_id, number, generation_id, asset_id, content_hash, provider, model,
                    seed, cost_micros, hidden, created_at)
                values (:id, :episode, :sitter, :number, :generation, :asset, :hash, :provider, :model,
                    :seed, :cost, :hidden, :now)
                on conflict (generation_id) do nothing
                """)
                        .param("id", portrait.id())
                        .param("episode", episodeId)
                        .param("sitter", portrait.sitterId())
                        .param("number", portrait.number())
                        .param("generation", portrait.generationId())
                        .param("asset", portrait.assetId())
                        .param("hash", portrait.contentHash())
                        .param("provider", portrait.provider())
                        .param("model", portrait.model())
                        .param("seed", portrait.seed())
                        .param("cost", portrait.costMicros())
                        .param("hidden", portrait.hidden())
                        .param("now", Columns.utc(portrait.createdAt()))
                        .update()
                == 1;
    }

    /** @param pickedHash the present words of the character, when a person picks it; null for one that has just been made */
    public void select(UUID sitterId, UUID portraitId, @Nullable String pickedHash) {
        jdbc.sql("update sitter set selected_portrait_id = :portrait, picked_hash = :hash where id = :id")
                .param("portrait", portraitId)
                .param("hash", pickedHash, java.sql.Types.VARCHAR)
                .param("id", sitterId)
                .update();
    }
}
