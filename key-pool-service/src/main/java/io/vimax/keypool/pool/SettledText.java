package io.vimax.keypool.pool;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The answer of settle.lua, which leaves out what is empty. */
record SettledText(
        @Nullable List<RestText> rests,
        @Nullable List<String> ended,
        boolean outage,
        @Nullable List<UUID> reinstated,
        @Nullable Double lowered) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    record RestText(String holder, double until, int n, String reason) {}

    static Settled.Done read(String text) {
        if (text.equals("{}")) {
            return Settled.Done.NOTHING;
        }
        SettledText read = JSON.readValue(text, SettledText.class);
        return new Settled.Done(
                read.rests == null
                        ? List.of()
                        : read.rests.stream()
                                .map(rest -> new Settled.Rest(
                                        rest.holder, Instant.ofEpochMilli((long) rest.until), rest.n, rest.reason))
                                .toList(),
                read.ended == null ? List.of() : read.ended,
                read.outage,
                read.reinstated == null ? List.of() : read.reinstated,
                read.lowered == null ? null : read.lowered.longValue());
    }
}
