package io.vimax.worker.provider;

import java.util.UUID;

/** One piece of work for one provider, with all that it needs to do it. The credentials are those of the leased key. */
public record Job<W extends Work>(
        UUID generationId, UUID episodeId, UUID ownerId, String model, W work, Credentials credentials) {}
