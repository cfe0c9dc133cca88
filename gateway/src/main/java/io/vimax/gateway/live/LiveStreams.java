package io.vimax.gateway.live;

import io.vimax.gateway.redis.RedisScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import redis.clients.jedis.RedisClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * One bounded Redis stream of events per person. Fails closed in that a call throws while Redis is away; nothing of it is the only
 * copy, so a stream that is gone costs its readers one {@code resync}. Blocks for one round trip.
 */
@Component
class LiveStreams {

    static final String WAKE_CHANNEL = "vimax:live:wake";

    /** A frame has at most 8 KB; the rest is for its envelope. */
    private static final int LARGEST_DATA = 7_500;

    private static final Pattern CURSOR = Pattern.compile("\\d{1,15}-\\d{1,15}");

    /** Before any stream, so that the script finds it lost. */
    private static final String NOWHERE = "0-0";

    private final RedisScript append;
    private final RedisScript read;
    private final JsonMapper json;
    private final LiveProperties properties;

    LiveStreams(RedisClient redis, JsonMapper json, LiveProperties properties) {
        this.append = new RedisScript(redis, "append-event.lua", LiveStreams.class);
        this.read = new RedisScript(redis, "read-events.lua", LiveStreams.class);
        this.json = json;
        this.properties = properties;
    }

    /**
     * An event as a stream keeps it.
     *
     * @param id the cursor of a client that has seen it
     * @param generationId empty text if it reports on no generation
     * @param data JSON
     */
    record Entry(String id, String type, List<String> topics, String occurredAt, String generationId, String data) {}

    /** What a stream has after a cursor. */
    sealed interface Reading {
        /** Nothing was asked for: this is the end of the stream. */
        record At(String cursor) implements Reading {}

        /** The stream does not reach back to the cursor; {@code cursor} is its end. */
        record Lost(String cursor) implements Reading {}

        record Events(List<Entry> entries) implements Reading {}
    }

    /** Appends an event once; false for a repeat. */
    boolean append(LiveEvent event) {
        var arguments = new ArrayList<>(List.of(
                event.id().toString(),
                Integer.toString(properties.streamLength()),
                Long.toString(properties.streamLife().toMillis()),
                WAKE_CHANNEL,
                event.userId().toString()));
        arguments.addAll(List.of("type", event.type(), "topics", String.join(",", event.topics())));
        arguments.addAll(List.of("ts", event.occurredAt().toString(), "data", dataOf(event)));
        event.generationId().ifPresent(id -> arguments.addAll(List.of("generation", id.toString())));
        return append.run(List.of(streamOf(event.userId()), seenOf(event.userId())), arguments) != null;
    }

    Reading read(UUID userId, @Nullable String cursor, int most) {
        String known = cursor == null ? "" : CURSOR.matcher(cursor).matches() ? cursor : NOWHERE;
        Object reply = read.run(
                List.of(streamOf(userId)),
                List.of(
                        known,
                        Integer.toString(most),
                        Long.toString(properties.streamLife().toMillis())));
        List<?> answer = (List<?>) Objects.requireNonNull(reply);
        return switch ((String) answer.get(0)) {
            case "at" -> new Reading.At((String) answer.get(1));
            case "lost" -> new Reading.Lost((String) answer.get(1));
            case "events" ->
                new Reading.Events(((List<?>) answer.get(1))
                        .stream().map(LiveStreams::entry).toList());
            case String unknown -> throw new IllegalStateException("read-events.lua answered " + unknown);
        };
    }

    private static Entry entry(Object raw) {
        List<?> entry = (List<?>) raw;
        List<?> pairs = (List<?>) entry.get(1);
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            fields.put((String) pairs.get(i), (String) pairs.get(i + 1));
        }
        return new Entry(
                (String) entry.get(0),
                fields.getOrDefault("type", ""),
                List.of(fields.getOrDefault("topics", "").split(",", -1)),
                fields.getOrDefault("ts", ""),
                fields.getOrDefault("generation", ""),
                fields.getOrDefault("data", "{}"));
    }

    /** What does not fit into a frame is left out; its ids tell the client what to read again. */
    private String dataOf(LiveEvent event) {
        String data = json.writeValueAsString(event.data());
        if (data.getBytes(StandardCharsets.UTF_8).length <= LARGEST_DATA) {
            return data;
        }
        Map<String, @Nullable Object> ids = new LinkedHashMap<>();
        event.data().forEach((name, value) -> {
            if (value instanceof UUID || value instanceof Number || name.equals("state")) {
                ids.put(name, value);
            }
        });
        ids.put("truncated", true);
        return json.writeValueAsString(ids);
    }

    /** The braces put both keys of a person into one slot of a Redis cluster. */
    private static String streamOf(UUID userId) {
        return "vimax:live:{" + userId + "}";
    }

    private static String seenOf(UUID userId) {
        return "vimax:live-seen:{" + userId + "}";
    }
}
