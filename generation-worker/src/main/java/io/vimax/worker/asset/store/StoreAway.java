package io.vimax.worker.asset.store;

import org.jspecify.annotations.Nullable;

/**
 * The store cannot be reached or does not let this worker in: says nothing about any content, and may be over soon. The message
 * is a sentence for people and names no secret.
 */
public final class StoreAway extends RuntimeException {

    StoreAway(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
