package io.vimax.keypool.check;

import io.vimax.keypool.key.KeyRing;
import io.vimax.keypool.key.KeyRing.Opened;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The workers' side of checks: claim, answer, and what happens when nobody does. */
@Component
class CheckWork {

    /** Longer than a worker waits for a provider; a claim that is older belongs to a worker that died. */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final KeyRing ring;
    private final Clock clock;

    CheckWork(JdbcClient jdbc, KeyRing ring, Clock clock) {
        this.jdbc = jdbc;
        this.ring = ring;
        this.clock = clock;
    }

    /** What a worker gets to ask with. */
    record Claim(UUID id, Opened key) {}

    private record Row(UUID id, UUID keyId, @Nullable UUID askedBy) {}

    /** Gives a worker checks to make, the oldest first. Nobody else gets them until the claim has run out. */
    @Transactional
    public List<Claim> claim(String worker, int most) {
        Instant now = clock.instant();
        List<Row> rows = jdbc.sql("""
                        update key_check set state = 'running', claimed_by = :worker, claim_until = :until, attempts = attempts + 1
                        where id in (
                            select id from key_check
                            where (state = 'pending' or (state = 'running' and claim_until < :now)) and deadline > :now
                            order by created_at limit :most for update skip locked)
                        returning id, key_id, asked_by""")
                .param("worker", worker)
                .param("until", Timestamp.from(now.plus(CLAIM)))
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(new SimplePropertyRowMapper<>(Row.class))
                .list();
        List<Claim> claims = new ArrayList<>();
        for (Row row : rows) {
            Optional<Opened> key = ring.open(row.keyId());
            if (key.isPresent()) {
                claims.add(new Claim(row.id(), key.get()));
            } else {
                end(row, CheckState.CANCELLED, "key_gone", "the key was deleted", null);
            }
        }
        return claims;
    }

    /**
     * Takes a worker's answer.
     *
     * @param latencyMs how long the provider took, in milliseconds
     * @throws CheckException.Lost if the check is not the worker's any more
     */
    @Transactional
    public void report(UUID id, String worker, CheckState state, String code, String detail, long latencyMs) {
        Row row = jdbc.sql("""
                        select id, key_id, asked_by from key_check
                        where id = :id and state = 'running' and claimed_by = :worker for update""")
                .param("id", id)
                .param("worker", worker)
                .query(Row.class)
                .optional()
                .orElseThrow(CheckException.Lost::new);
        end(row, state, code, detail, latencyMs);
    }

    @Scheduled(fixedDelay = 2_000)
    @Transactional
    public void expire() {
        List<Row> late = jdbc.sql("""
                        select id, key_id, asked_by from key_check
                        where state in ('pending', 'running') and deadline <= :now limit 200 for update skip locked""")
                .param("now", Timestamp.from(clock.instant()))
                .query(new SimplePropertyRowMapper<>(Row.class))
                .list();
        late.forEach(row -> end(row, CheckState.EXPIRED, "no_answer", "no worker checked the key in time", null));
    }

    @Scheduled(fixedDelay = 3_600_000)
    @Transactional
    public void forget() {
        Timestamp before = Timestamp.from(clock.instant().minus(KEPT));
        jdbc.sql("delete from key_check where finished_at < :before")
                .param("before", before)
                .update();
        jdbc.sql("""
                        delete from key_check_run r where created_at < :before
                          and not exists (select 1 from key_check c where c.run_id = r.id)""").param("before", before).update();
    }

    private void end(Row row, CheckState state, String code, String detail, @Nullable Long latencyMs) {
        jdbc.sql("""
                        update key_check set state = :state, code = :code, detail = :detail, latency_ms = :latency,
                            finished_at = :now, claim_until = null where id = :id""")
                .param("state", state.word())
                .param("code", code)
                .param("detail", detail)
                .param("latency", latencyMs)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", row.id())
                .update();
        ring.checked(row.keyId(), state.verdict(), detail, row.askedBy());
    }
}
