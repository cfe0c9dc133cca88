package io.vimax.worker.asset.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps contents from being thrown away between the moment they are stored and the moment something names them. Who stores first
 * holds; who throws away takes the same lock, looks for a hold, and only then deletes. So either the content stays, or it is
 * stored again.
 */
@Component
public class ContentHolds {

    private final JdbcClient jdbc;

    ContentHolds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds for a day from now, much longer than a task stands between its file and its commit. */
    @Transactional
    public void hold(Content content) {
        lock(content.sha256());
        jdbc.sql("""
                insert into content_hold (sha256, media_type, bytes, held_until)
                values (:sha256, :type, :bytes, now() + interval '1 day')
                on conflict (sha256) do update set held_until = excluded.held_until
                """)
                .param("sha256", content.sha256())
                .param("type", content.mediaType())
                .param("bytes", content.bytes())
                .update();
    }

    /** Until the end of the caller's transaction nobody else holds or throws away this content. */
    public void lock(String sha256) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:sha256, 0))")
                .param("sha256", sha256)
                .query(row -> {});
    }
}
