package io.vimax.gateway.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened, as clients are told.
 *
 * @param id id of the event; a repeat is dropped by it
 * @param userId whom it concerns
 * @param type such as generation.progress
 * @param topics every topic under which a client may watch it, the most specific first
 * @param generationId the generation that it reports on, if any: newer progress replaces older
 * @param data facts of the event, names in snake_case
 */
record LiveEvent(
        UUID id,
        UUID userId,
        String type,
        List<String> topics,
        Instant occurredAt,
        Optional<UUID> generationId,
        Map<String, @Nullable Object> data) {

    static final String PROGRESS = "generation.progress";
}
