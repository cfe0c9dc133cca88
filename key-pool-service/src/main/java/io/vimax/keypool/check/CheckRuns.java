package io.vimax.keypool.check;

import io.vimax.keypool.access.Person;
import io.vimax.keypool.key.KeyRing;
import io.vimax.keypool.paging.Cursor;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Checks of many keys at once, with progress, until all have ended or the person stops what no worker has taken yet. */
@Component
class CheckRuns {

    private static final Duration TIME = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final KeyChecks checks;
    private final KeyRing ring;
    private final Clock clock;

    CheckRuns(JdbcClient jdbc, KeyChecks checks, KeyRing ring, Clock clock) {
        this.jdbc = jdbc;
        this.checks = checks;
        this.ring = ring;
        this.clock = clock;
    }

    /** How far a run is; the numbers are checks, and add up to the total. */
    record Progress(
            UUID id,
            boolean finished,
            int total,
            int pending,
            int running,
            int passed,
            int failed,
            int unreachable,
            int expired,
            int cancelled) {}

    /**
     * Begins a run over these keys, or over all that the person may see to.
     *
     * @throws CheckException.RunUnderWay if another run of this person has not ended
     */
    @Transactional
    public UUID begin(Person person, @Nullable List<UUID> wanted) {
        // One at a time per person, also when two calls come at once.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:person, 0))")
                .param("person", "key checks of " + person.id())
                .query()
                .listOfRows();
        jdbc.sql("""
                        select r.id from key_check_run r where r.owner_id = :person and exists
                            (select 1 from key_check c where c.run_id = r.id and c.state in ('pending', 'running'))""").param("person", person.id()).query(UUID.class).optional().ifPresent(run -> {
            throw new CheckException.RunUnderWay(run);
        });
        List<UUID> keys = wanted == null ? ring.mayCheck(person) : List.copyOf(new java.util.LinkedHashSet<>(wanted));
        if (wanted != null) {
            keys.forEach(key -> ring.requireMay(person, key));
        }
        UUID run = UUID.randomUUID();
        jdbc.sql("insert into key_check_run (id, owner_id, created_at) values (:id, :person, :now)")
                .param("id", run)
                .param("person", person.id())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        keys.forEach(key -> checks.ask(key, person.id(), run, TIME));
        return run;
    }

    /** @throws CheckException.NotFound if there is no such run of this person */
    Progress progress(Person person, UUID run) {
        return jdbc.sql("""
                        select r.id, count(c.id) filter (where c.state in ('pending', 'running')) = 0 as finished, count(c.id) as total,
                            count(*) filter (where c.state = 'pending') as pending,
                            count(*) filter (where c.state = 'running') as running,
                            count(*) filter (where c.state = 'passed') as passed,
                            count(*) filter (where c.state = 'failed') as failed,
                            count(*) filter (where c.state = 'unreachable') as unreachable,
                            count(*) filter (where c.state = 'expired') as expired,
                            count(*) filter (where c.state = 'cancelled') as cancelled
                        from key_check_run r left join key_check c on c.run_id = r.id
                        where r.id = :run and r.owner_id = :person group by r.id""")
                .param("run", run)
                .param("person", person.id())
                .query(Progress.class)
                .optional()
                .orElseThrow(CheckException.NotFound::new);
    }

    /** Checks of a run, in an order of their own that stays. */
    List<KeyCheck> list(UUID run, @Nullable Cursor after, int most) {
        return jdbc.sql("select " + KeyCheck.COLUMNS + """
                         from key_check where run_id = :run and (cast(:after as uuid) is null or id > :after)
                        order by id limit :most""")
                .param("run", run)
                .param("after", after == null ? null : after.id())
                .param("most", most)
                .query(KeyCheck::of)
                .list();
    }

    /** Stops what no worker has taken yet; what runs ends by itself within seconds. */
    @Transactional
    public void cancel(Person person, UUID run) {
        progress(person, run);
        Timestamp now = Timestamp.from(clock.instant());
        List<UUID> stopped = jdbc.sql("""
                        update key_check set state = 'cancelled', finished_at = :now where run_id = :run and state = 'pending'
                        returning key_id""")
                .param("run", run)
                .param("now", now)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
        jdbc.sql("update key_check_run set cancelled_at = coalesce(cancelled_at, :now) where id = :run")
                .param("run", run)
                .param("now", now)
                .update();
        stopped.forEach(key -> ring.checked(key, CheckState.CANCELLED.verdict(), "check cancelled", person.id()));
    }
}
