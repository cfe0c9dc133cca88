package io.vimax.keypool.key;

import io.vimax.keypool.event.Events;
import io.vimax.schemas.Topics;
import io.vimax.schemas.key.v1.KeyStateChanged;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what to a key, and the events that tell others of it. Leases are not here: their books are their audit. */
@Component
public class KeyHistory {

    /** Owner of the events about keys of the installation: nobody in particular. */
    private static final UUID NOBODY = new UUID(0, 0);

    private static final int LONGEST_DETAIL = 300;

    private final JdbcClient jdbc;
    private final Events events;
    private final Clock clock;

    KeyHistory(JdbcClient jdbc, Events events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @param actor person who did it, or null for the pool itself */
    public record Entry(Instant at, @Nullable UUID actor, String action, String detail) {}

    /** What the event of a change carries. */
    public record Subject(UUID id, @Nullable UUID owner, UUID scope, Service service, long version) {
        static Subject of(ApiKey key) {
            return new Subject(
                    key.id(), key.owner().orElse(null), key.settings().scopeId(), key.service(), key.version());
        }
    }

    void write(UUID key, @Nullable UUID actor, String action, String detail) {
        jdbc.sql(
                        "insert into key_audit (key_id, actor_id, action, at, detail) values (:key, :actor, :action, :at, :detail)")
                .param("key", key)
                .param("actor", actor)
                .param("action", action)
                .param("at", Timestamp.from(clock.instant()))
                .param("detail", detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail)
                .update();
    }

    /** The same entry for many keys. */
    public void writeAll(List<UUID> keys, @Nullable UUID actor, String action, String detail) {
        jdbc.sql("""
                        insert into key_audit (key_id, actor_id, action, at, detail)
                        select key, cast(:actor as uuid), :action, cast(:at as timestamptz), :detail from unnest(:keys) as key""")
                .param("keys", keys.toArray(UUID[]::new))
                .param("actor", actor)
                .param("action", action)
                .param("at", Timestamp.from(clock.instant()))
                .param("detail", detail)
                .update();
    }

    /** Newest first. */
    List<Entry> of(UUID key, int most) {
        return jdbc.sql(
                        "select at, actor_id, action, detail from key_audit where key_id = :key order by id desc limit :most")
                .param("key", key)
                .param("most", most)
                .query((row, _) -> new Entry(
                        row.getTimestamp("at").toInstant(),
                        row.getObject("actor_id", UUID.class),
                        row.getString("action"),
                        row.getString("detail")))
                .list();
    }

    public void publish(Subject key, KeyState before, KeyState after, String reason) {
        events.publish(
                Topics.KEY_STATE_CHANGED,
                key.id(),
                KeyStateChanged.newBuilder()
                        .setEventId(UUID.randomUUID())
                        .setOccurredAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                        .setUserId(key.owner() == null ? NOBODY : key.owner())
                        .setVersion(key.version())
                        .setKeyId(key.id())
                        .setScopeId(key.scope())
                        .setService(key.service().word())
                        .setFromState(before.word())
                        .setToState(after.word())
                        .setReason(reason)
                        .build());
    }
}
