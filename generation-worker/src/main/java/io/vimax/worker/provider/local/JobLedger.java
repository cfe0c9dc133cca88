package io.vimax.worker.provider.local;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The jobs of {@code local} as the table {@code provider_job} has them: what was taken, how often begun, and what came of it. */
@Component
class JobLedger {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JobLedger(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param startedCount how often it was begun
     * @param folder name of the folder of the finished result
     */
    record Finished(int startedCount, String folder, Made made) {}

    /** Takes a job; a repeat changes nothing, unless its results were thrown away since: then it may be done again. */
    void accept(UUID job) {
        jdbc.sql("""
                insert into provider_job (job_id) values (:job)
                on conflict (job_id) do update set accepted_at = now(), finished_at = null, result = null,
                    folder = null, discarded_at = null
                where provider_job.discarded_at is not null
                """).param("job", job).update();
    }

    /** Notes a beginning; returns which one it is, from 1. */
    int start(UUID job) {
        return jdbc.sql("""
                insert into provider_job (job_id, started_count) values (:job, 1)
                on conflict (job_id) do update set started_count = provider_job.started_count + 1
                returning started_count
                """).param("job", job).query(Integer.class).single();
    }

    /** Notes the result unless there is one: the first to finish counts. */
    void finish(UUID job, String folder, Made made) {
        jdbc.sql("""
                update provider_job set finished_at = now(), folder = :folder, result = cast(:result as jsonb)
                where job_id = :job and finished_at is null
                """)
                .param("folder", folder)
                .param("result", json.writeValueAsString(made))
                .param("job", job)
                .update();
    }

    /** Forgets a result whose files are gone. */
    void reopen(UUID job) {
        jdbc.sql("update provider_job set finished_at = null, result = null, folder = null where job_id = :job")
                .param("job", job)
                .update();
    }

    Optional<Finished> findFinished(UUID job) {
        return jdbc.sql(
                        "select * from provider_job where job_id = :job and finished_at is not null and discarded_at is null")
                .param("job", job)
                .query((row, _) -> new Finished(
                        row.getInt("started_count"),
                        row.getString("folder"),
                        json.readValue(row.getString("result"), Made.class)))
                .optional();
    }

    void discard(UUID job) {
        jdbc.sql("update provider_job set discarded_at = now() where job_id = :job")
                .param("job", job)
                .update();
    }

    /** Jobs whose generation is over and whose files may still be there, oldest first. */
    List<UUID> leftOver(int most) {
        return jdbc.sql("""
                select job_id from provider_job join task on task.id = provider_job.job_id
                where discarded_at is null and task.state in ('SUCCEEDED', 'FAILED', 'CANCELLED')
                order by accepted_at limit :most
                """)
                .param("most", most)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }
}
