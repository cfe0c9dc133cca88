package io.vimax.worker.asset;

import io.vimax.worker.asset.store.Content;
import java.time.Instant;
import java.util.UUID;

/** A file that its owner may read. */
record OpenedAsset(UUID id, StoredFile file, Instant createdAt) {

    String etag() {
        return '"' + file.sha256() + '"';
    }

    Content content() {
        return file.content();
    }
}
