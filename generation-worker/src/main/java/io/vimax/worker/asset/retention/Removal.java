package io.vimax.worker.asset.retention;

import io.vimax.worker.asset.store.Content;
import io.vimax.worker.asset.store.ContentHolds;
import io.vimax.worker.asset.store.ContentStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Throws one content away. The rows go with the commit, after the content; when the commit does not come, the next round does the
 * same again. A worker that stores the same content waits for the lock, and then finds that it must bring it itself.
 */
@Component
class Removal {

    private final ContentStore contents;
    private final ContentHolds holds;
    private final RetentionRows rows;

    Removal(ContentStore contents, ContentHolds holds, RetentionRows rows) {
        this.contents = contents;
        this.holds = holds;
        this.rows = rows;
    }

    /** True when the content is gone; false when something needs it and only the rows of those that do not are gone. */
    @Transactional
    public boolean remove(Content content) {
        holds.lock(content.sha256());
        boolean needed = rows.isNeeded(content.sha256());
        if (!needed) {
            rows.leavePreviews(content.sha256());
            delete(content);
        }
        rows.forget(content.sha256());
        return !needed;
    }

    private void delete(Content content) {
        try {
            contents.delete(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
