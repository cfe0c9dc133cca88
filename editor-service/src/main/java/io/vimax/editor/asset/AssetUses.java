package io.vimax.editor.asset;

import io.vimax.editor.column.Columns;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which assets are named anywhere in this database. A column that names some must be in the question; a test sees to it. */
@Component
class AssetUses {

    /** In the documents of cuts and checkpoints any word of this form counts, whatever it names: rather keep too much. */
    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private final JdbcClient jdbc;

    AssetUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the ids that nothing names. Reads whole tables, so it is meant for many ids at once and seldom. */
    List<UUID> unusedOf(Collection<UUID> ids) {
        return jdbc.sql("""
                with asked as (select unnest(:ids::uuid[]) as id)
                select id from asked
                except select music_asset_id from episode where music_asset_id is not null
                except select keyframe_asset_id from shot where keyframe_asset_id is not null
                except select voice_asset_id from line where voice_asset_id is not null
                except select source_asset_id from generation where source_asset_id is not null
                except select keyframe_asset_id from take
                except select clip_asset_id from take
                except select reference_asset_id from sitter where reference_asset_id is not null
                except select asset_id from portrait
                except select film_asset_id from render
                except select vtt_asset_id from render where vtt_asset_id is not null
                except select srt_asset_id from render where srt_asset_id is not null
                except select poster_asset_id from render where poster_asset_id is not null
                except select named[1]::uuid from timeline, regexp_matches(lower(tracks), :form, 'g') as named
                except select named[1]::uuid from checkpoint, regexp_matches(lower(data), :form, 'g') as named
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("form", "(" + ID + ")")
                .query((row, _) -> Columns.uuid(row, "id"))
                .list();
    }
}
