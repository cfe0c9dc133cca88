package io.vimax.worker.asset;

import io.vimax.worker.asset.store.Content;
import java.time.Instant;
import java.util.UUID;

/** A file that its owner may read. */
public record OpenedAsset(UUID id, UUID generationId, StoredFile file, Instant createdAt) {

    /** The same id with another content: what is shown of it. */
    public OpenedAsset showing(StoredFile preview) {
        return new OpenedAsset(id, generationId, preview, createdAt);
    }

    String etag() {
        return '"' + file.sha256() + '"';
    }

    Content content() {
        return file.content();
    }
}
