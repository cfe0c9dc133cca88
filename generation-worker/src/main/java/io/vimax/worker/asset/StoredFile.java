package io.vimax.worker.asset;

import io.vimax.worker.asset.store.Content;
import org.jspecify.annotations.Nullable;

/**
 * A file in the store and what its content says.
 *
 * @param sha256 of the content, in hexadecimal; also the name of the file
 * @param mediaType by content
 * @param durationMs probed, for sound and pictures that move
 */
public record StoredFile(
        String sha256,
        String mediaType,
        long bytes,
        @Nullable Long durationMs,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double frameRate) {

    /** A file that nobody probed. */
    public static StoredFile bare(String sha256, String mediaType, long bytes) {
        return new StoredFile(sha256, mediaType, bytes, null, null, null, null);
    }

    /** What the store knows it as. */
    Content content() {
        return new Content(sha256, bytes, mediaType);
    }
}
