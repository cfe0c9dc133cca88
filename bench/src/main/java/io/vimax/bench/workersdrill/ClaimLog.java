package io.vimax.bench.workersdrill;

import io.vimax.bench.workersdrill.Chronicle.Entry;
import io.vimax.bench.workersdrill.Chronicle.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A trigger that writes down every task that comes and every change of its state and holder: it sees what workers write and does not depend on them. */
final class ClaimLog {

    private ClaimLog() {}

    static void begin(Connection tasks) throws SQLException {
        try (var statement = tasks.createStatement()) {
            statement.execute("create schema drill");
            statement.execute("""
                    create table drill.claim_log (
                        number bigint generated always as identity primary key,
                        at timestamptz not null, task uuid not null, state text not null, fence bigint not null,
                        holder text, heartbeat_at timestamptz)""");
            statement.execute("""
                    create function drill.log_claim() returns trigger language plpgsql as $$
                    begin
                        insert into drill.claim_log (at, task, state, fence, holder, heartbeat_at)
                        values (clock_timestamp(), new.id, new.state, new.fence, new.claimed_by, old.heartbeat_at);
                        return null;
                    end $$""");
            statement.execute("""
                    create trigger log_task after insert on task for each row execute function drill.log_claim()""");
            statement.execute("""
                    create trigger log_claim after update on task for each row
                    when (old.fence <> new.fence or old.state <> new.state or old.claimed_by is distinct from new.claimed_by)
                    execute function drill.log_claim()""");
        }
    }

    static void copy(Connection tasks, Chronicle chronicle) throws SQLException {
        try (var statement = tasks.createStatement();
                var row = statement.executeQuery("select * from drill.claim_log order by number")) {
            while (row.next()) {
                String holder = row.getString("holder");
                OffsetDateTime heartbeat = row.getObject("heartbeat_at", OffsetDateTime.class);
                chronicle.write(new Entry(
                        Kind.CLAIM,
                        micros(row.getObject("at", OffsetDateTime.class)),
                        row.getObject("task", UUID.class),
                        holder == null ? "" : holder,
                        row.getString("state"),
                        row.getLong("fence"),
                        heartbeat == null ? "" : Long.toString(micros(heartbeat))));
            }
        }
    }

    /** SHA-256 of each asset's file. */
    static Map<UUID, String> assets(Connection tasks) throws SQLException {
        Map<UUID, String> files = new HashMap<>();
        try (var statement = tasks.createStatement();
                var row = statement.executeQuery("select id, sha256 from asset")) {
            while (row.next()) {
                files.put(row.getObject("id", UUID.class), row.getString("sha256"));
            }
        }
        return files;
    }

    private static long micros(OffsetDateTime at) {
        return Chronicle.micros(at.toInstant());
    }
}
