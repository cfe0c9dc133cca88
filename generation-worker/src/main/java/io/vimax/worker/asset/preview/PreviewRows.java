package io.vimax.worker.asset.preview;

import io.vimax.worker.asset.StoredFile;
import io.vimax.worker.media.SpriteLayout;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the table {@code asset_preview}: what was made of which content, what is being made, and of what nothing can be made. */
@Component
class PreviewRows {

    private final JdbcClient jdbc;

    PreviewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How it stands with a preview. */
    sealed interface Standing {
        record Ready(Preview preview) implements Standing {}

        record InTheMaking() implements Standing {}

        /** The content has none: no picture, no sound, or damaged. */
        record Impossible() implements Standing {}
    }

    Optional<Standing> find(String sha256, PreviewKind kind) {
        return jdbc.sql("select * from asset_preview where sha256 = :sha256 and kind = :kind")
                .param("sha256", sha256)
                .param("kind", kind.name())
                .query(PreviewRows::standing)
                .optional();
    }

    /**
     * Takes it on to make a preview, if nobody else is at it; a maker that was silent for longer than it had said is taken for dead.
     *
     * @param atMost how long this one will take
     */
    boolean claim(String sha256, PreviewKind kind, Duration atMost) {
        return jdbc.sql("""
                        insert into asset_preview (sha256, kind, state, claimed_until)
                        values (:sha256, :kind, 'MAKING', now() + :seconds * interval '1 second')
                        on conflict (sha256, kind) do update set claimed_until = excluded.claimed_until
                        where asset_preview.state = 'MAKING' and asset_preview.claimed_until < now()
                        """)
                        .param("sha256", sha256)
                        .param("kind", kind.name())
                        .param("seconds", atMost.toSeconds())
                        .update()
                == 1;
    }

    void ready(String sha256, PreviewKind kind, Preview preview) {
        SpriteLayout layout = preview.layout();
        jdbc.sql("""
                update asset_preview set state = 'READY', made_at = now(), content_sha256 = :content, bytes = :bytes,
                    tile_width = :tile_width, tile_height = :tile_height, tile_columns = :columns, tile_count = :count,
                    interval_ms = :interval
                where sha256 = :sha256 and kind = :kind and state = 'MAKING'
                """)
                .param("sha256", sha256)
                .param("kind", kind.name())
                .param("content", preview.file().sha256())
                .param("bytes", preview.file().bytes())
                .param("tile_width", layout == null ? null : layout.tileWidth())
                .param("tile_height", layout == null ? null : layout.tileHeight())
                .param("columns", layout == null ? null : layout.columns())
                .param("count", layout == null ? null : layout.count())
                .param("interval", layout == null ? null : layout.intervalMs())
                .update();
    }

    void impossible(String sha256, PreviewKind kind) {
        jdbc.sql(
                        "update asset_preview set state = 'IMPOSSIBLE' where sha256 = :sha256 and kind = :kind and state = 'MAKING'")
                .param("sha256", sha256)
                .param("kind", kind.name())
                .update();
    }

    /** Gives a claim back: somebody may try at once. */
    void release(String sha256, PreviewKind kind) {
        jdbc.sql("delete from asset_preview where sha256 = :sha256 and kind = :kind and state = 'MAKING'")
                .param("sha256", sha256)
                .param("kind", kind.name())
                .update();
    }

    /** The store has lost the content of a preview: another is made when somebody asks. */
    void forget(String sha256, PreviewKind kind, Preview lost) {
        jdbc.sql("""
                delete from asset_preview
                where sha256 = :sha256 and kind = :kind and state = 'READY' and content_sha256 = :content
                """)
                .param("sha256", sha256)
                .param("kind", kind.name())
                .param("content", lost.file().sha256())
                .update();
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        return switch (row.getString("state")) {
            case "READY" -> new Standing.Ready(preview(row));
            case "MAKING" -> new Standing.InTheMaking();
            case "IMPOSSIBLE" -> new Standing.Impossible();
            case String unknown -> throw new IllegalStateException("No such state of a preview: " + unknown);
        };
    }

    private static Preview preview(ResultSet row) throws SQLException {
        PreviewKind kind = PreviewKind.valueOf(row.getString("kind"));
        var file = StoredFile.bare(row.getString("content_sha256"), kind.mediaType(), row.getLong("bytes"));
        return new Preview(file, kind == PreviewKind.SPRITE ? layout(row) : null);
    }

    private static @Nullable SpriteLayout layout(ResultSet row) throws SQLException {
        return new SpriteLayout(
                row.getInt("tile_width"),
                row.getInt("tile_height"),
                row.getInt("tile_columns"),
                row.getInt("tile_count"),
                row.getLong("interval_ms"));
    }
}
