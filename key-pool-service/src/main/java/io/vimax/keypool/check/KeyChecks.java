package io.vimax.keypool.check;

import io.vimax.keypool.adding.KeyTesting;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks for checks. A key has one open check at most: asking again joins it. */
@Component
class KeyChecks implements KeyTesting {

    /** A person waits for the answer. */
    static final Duration ALONE = Duration.ofSeconds(60);

    private final JdbcClient jdbc;
    private final Clock clock;

    KeyChecks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(UUID key, @Nullable UUID person) {
        ask(key, person, null, ALONE);
    }

    @Transactional
    public KeyCheck askNow(UUID key, UUID person) {
        ask(key, person, null, ALONE);
        return latest(key).orElseThrow();
    }

    /** @param run the run that it belongs to, or null for a check of its own */
    void ask(UUID key, @Nullable UUID person, @Nullable UUID run, Duration time) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into key_check (id, key_id, run_id, asked_by, state, created_at, deadline)
                        values (:id, :key, :run, :person, 'pending', :now, :deadline)
                        on conflict (key_id) where state in ('pending', 'running')
                        do update set run_id = coalesce(excluded.run_id, key_check.run_id)""")
                .param("id", UUID.randomUUID())
                .param("key", key)
                .param("run", run)
                .param("person", person)
                .param("now", Timestamp.from(now))
                .param("deadline", Timestamp.from(now.plus(time)))
                .update();
    }

    Optional<KeyCheck> latest(UUID key) {
        return jdbc.sql("select " + KeyCheck.COLUMNS
                        + " from key_check where key_id = :key order by created_at desc, id limit 1")
                .param("key", key)
                .query(KeyCheck::of)
                .optional();
    }
}
