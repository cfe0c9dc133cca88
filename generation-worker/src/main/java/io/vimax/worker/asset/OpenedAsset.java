package io.vimax.worker.asset;

import java.nio.file.Path;
import java.time.Instant;

/** A file that its owner may read. */
record OpenedAsset(Path path, StoredFile file, Instant createdAt) {

    String etag() {
        return '"' + file.sha256() + '"';
    }
}
