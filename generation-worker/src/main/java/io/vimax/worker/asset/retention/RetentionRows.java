package io.vimax.worker.asset.retention;

import io.vimax.worker.asset.store.Content;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the tables say of assets that may go. All times are the database's. */
@Component
class RetentionRows {

    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private final JdbcClient jdbc;

    RetentionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Old assets that were not asked about for a while, the longest waiting first; another replica does not get the same ones. */
    List<UUID> takeOld(Duration grace, Duration askedAgainAfter, int most) {
        return jdbc.sql("""
                update asset set asked_at = now()
                where id in (
                    select id from asset
                    where dropped_at is null and created_at < now() - :grace * interval '1 second'
                        and (asked_at is null or asked_at < now() - :again * interval '1 second')
                    order by asked_at nulls first, created_at
                    limit :most
                    for update skip locked)
                returning id
                """)
                .param("grace", grace.toSeconds())
                .param("again", askedAgainAfter.toSeconds())
                .param("most", most)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Of these, those that made a task which is not over, or that such a task works with. */
    List<UUID> namedByTasks(Collection<UUID> ids) {
        return jdbc.sql("""
                with open as (
                    select id, work from task where state not in ('SUCCEEDED', 'FAILED', 'CANCELLED'))
                select asset.id from asset where asset.id = any(:ids)
                    and (generation_id in (select id from open)
                        or id in (select named[1]::uuid from open, regexp_matches(lower(work::text), :form, 'g') as named))
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("form", "(" + ID + ")")
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    void noteUsed(Collection<UUID> ids) {
        jdbc.sql("update asset set unused_since = null where id = any(:ids) and unused_since is not null")
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    void noteUnused(Collection<UUID> ids) {
        jdbc.sql("update asset set unused_since = now() where id = any(:ids) and unused_since is null")
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /** Of these, those that nothing has used for so long. */
    List<UUID> unusedFor(Duration time, Collection<UUID> ids) {
        return jdbc.sql("""
                select id from asset where id = any(:ids) and dropped_at is null
                    and unused_since < now() - :time * interval '1 second'
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("time", time.toSeconds())
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** From now on nobody can read them. Answers how many there were. */
    int drop(Collection<UUID> ids) {
        return jdbc.sql("update asset set dropped_at = now() where id = any(:ids) and dropped_at is null")
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /** Contents of dropped assets, and those that were stored and never named. */
    List<Content> doomed(int most) {
        return jdbc.sql("""
                (select sha256, media_type, bytes from asset where dropped_at is not null order by dropped_at limit :most)
                union
                (select sha256, media_type, bytes from content_hold where held_until < now() order by held_until limit :most)
                """).param("most", most).query(RetentionRows::content).list();
    }

    /** Whether anything still needs a content: an asset, a worker that has just stored it, a preview of an asset. */
    boolean isNeeded(String sha256) {
        return jdbc.sql("""
                select exists (select from asset where sha256 = :sha256 and dropped_at is null)
                    or exists (select from content_hold where sha256 = :sha256 and held_until > now())
                    or exists (select from asset_preview preview
                        join asset on asset.sha256 = preview.sha256 and asset.dropped_at is null
                        where preview.content_sha256 = :sha256)
                """).param("sha256", sha256).query(Boolean.class).single();
    }

    /** The previews of a content that is gone: their contents are looked at by themselves, because others may share them. */
    void leavePreviews(String sha256) {
        jdbc.sql("""
                insert into content_hold (sha256, media_type, bytes, held_until)
                select distinct on (content_sha256) content_sha256,
                    case kind when 'WAVEFORM' then 'application/json' else 'image/jpeg' end, bytes, now()
                from asset_preview where sha256 = :sha256 and state = 'READY'
                on conflict (sha256) do nothing
                """).param("sha256", sha256).update();
        jdbc.sql("delete from asset_preview where sha256 = :sha256")
                .param("sha256", sha256)
                .update();
    }

    /** The rows of dropped assets with this content, and its hold if that is over. */
    void forget(String sha256) {
        jdbc.sql("delete from asset where sha256 = :sha256 and dropped_at is not null")
                .param("sha256", sha256)
                .update();
        jdbc.sql("delete from content_hold where sha256 = :sha256 and held_until <= now()")
                .param("sha256", sha256)
                .update();
    }

    private static Content content(ResultSet row, int number) throws SQLException {
        return new Content(row.getString("sha256"), row.getLong("bytes"), row.getString("media_type"));
    }
}
