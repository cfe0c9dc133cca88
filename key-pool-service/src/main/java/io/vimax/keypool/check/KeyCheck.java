package io.vimax.keypool.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A check as people see it.
 *
 * @param state pending, running, passed, failed, unreachable, expired or cancelled
 * @param deadline when it ends if no worker answers
 * @param code stable word for what the worker met, or null before
 * @param detail the same for people
 * @param latencyMs how long the provider took, in milliseconds
 */
record KeyCheck(
        UUID id,
        UUID keyId,
        String state,
        Instant createdAt,
        Instant deadline,
        @Nullable Instant finishedAt,
        @Nullable String code,
        @Nullable String detail,
        @Nullable Long latencyMs) {

    static final String COLUMNS = "id, key_id, state, created_at, deadline, finished_at, code, detail, latency_ms";

    static KeyCheck of(ResultSet row, int number) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new KeyCheck(
                row.getObject("id", UUID.class),
                row.getObject("key_id", UUID.class),
                row.getString("state"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("deadline").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getString("code"),
                row.getString("detail"),
                row.getObject("latency_ms", Long.class));
    }
}
