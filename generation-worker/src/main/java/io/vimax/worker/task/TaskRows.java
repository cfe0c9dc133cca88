package io.vimax.worker.task;

import io.vimax.worker.progress.Subject;
import io.vimax.worker.provider.Kind;
import io.vimax.worker.provider.Work;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of the table {@code task}. */
@Component
public class TaskRows implements RowMapper<Task> {

    private final JsonMapper json;

    public TaskRows(JsonMapper json) {
        this.json = json;
    }

    String write(Work work) {
        return json.writeValueAsString(work);
    }

    @Override
    public Task mapRow(ResultSet row, int number) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind"));
        Work work = json.readValue(row.getString("work"), kind.workType());
        var subject = new Subject(
                row.getObject("id", UUID.class),
                row.getObject("episode_id", UUID.class),
                row.getObject("user_id", UUID.class),
                kind,
                row.getString("target_type"),
                row.getObject("target_id", UUID.class),
                row.getString("target_label"),
                row.getString("model"),
                work.lengthMs());
        UUID lease = row.getObject("lease_id", UUID.class);
        return new Task(
                subject,
                row.getInt("priority"),
                row.getString("provider"),
                work,
                row.getString("input_hash"),
                row.getLong("estimated_cost_micros"),
                TaskState.valueOf(row.getString("state")),
                row.getLong("fence"),
                row.getString("claimed_by"),
                row.getInt("attempt"),
                row.getString("provider_job_id"),
                lease == null ? null : new Task.HeldLease(lease, row.getString("key_id")),
                strings(row.getArray("excluded_keys")),
                row.getDouble("progress"),
                row.getString("trace"),
                row.getLong("version"),
                instant(row, "created_at"),
                row.getObject("started_at") == null ? null : instant(row, "started_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<String> strings(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
