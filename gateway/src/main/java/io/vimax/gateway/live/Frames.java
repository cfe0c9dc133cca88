package io.vimax.gateway.live;

import io.vimax.gateway.live.LiveStreams.Entry;
import java.time.Instant;

/** Text frames. Every value but the data, which is JSON already, is a word or an id of ours and needs no escaping. */
final class Frames {

    static final String PONG = "{\"type\":\"pong\"}";

    private Frames() {}

    /** The first frame; a cursor that a client keeps even if nothing follows. */
    static String hello(String cursor, Instant now) {
        return "{\"v\":1,\"cursor\":\"%s\",\"ts\":\"%s\",\"topic\":null,\"type\":\"hello\",\"data\":{}}"
                .formatted(cursor, now);
    }

    /** Something may be missing: the client reads again all that it shows. */
    static String resync(String cursor, Instant now) {
        return "{\"v\":1,\"cursor\":\"%s\",\"ts\":\"%s\",\"topic\":null,\"type\":\"resync\",\"data\":{}}"
                .formatted(cursor, now);
    }

    static String event(Entry entry, String topic) {
        return "{\"v\":1,\"cursor\":\"%s\",\"ts\":\"%s\",\"topic\":\"%s\",\"type\":\"%s\",\"data\":%s}"
                .formatted(entry.id(), entry.occurredAt(), topic, entry.type(), entry.data());
    }
}
