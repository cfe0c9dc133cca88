package io.vimax.keypool.vault;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The one row that says which master key seals, for all replicas alike, and that keeps the key of the fingerprints. */
@Component
class VaultRow {

    private static final byte[] FINGERPRINTS = "vimax fingerprint key".getBytes(StandardCharsets.UTF_8);
    private static final int KEY_BYTES = 32;
    private static final Duration LATECOMERS = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final MasterKeys masters;
    private final TransactionTemplate alone;
    private final Clock clock;

    VaultRow(JdbcClient jdbc, MasterKeys masters, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.masters = masters;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * What the row says.
     *
     * @param masterKey id of the master key that seals
     * @param fingerprintKey sealed by that key
     */
    record State(
            String masterKey,
            byte[] fingerprintKey,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {}

    /** The row; made at the first call ever, with the first configured master key. */
    State read() {
        return find(false).orElseGet(this::create);
    }

    /** The row, locked until the transaction ends. */
    State lock() {
        return find(true).orElseThrow(() -> new IllegalStateException("The vault was never opened"));
    }

    byte[] fingerprintKey() {
        State state = read();
        return masters.get(state.masterKey()).unwrap(state.fingerprintKey(), FINGERPRINTS);
    }

    /** Whether a rotation ended so long ago that no secret can appear any more that was being sealed meanwhile. */
    boolean isLongOver(State state) {
        return state.finishedAt() != null && state.finishedAt().plus(LATECOMERS).isBefore(clock.instant());
    }

    /** Makes another master key the one that seals, and seals the key of the fingerprints with it. */
    void hand(State from, MasterKey to, UUID actor) {
        byte[] key = masters.get(from.masterKey()).unwrap(from.fingerprintKey(), FINGERPRINTS);
        jdbc.sql(
                        "update vault set master_key = :id, fingerprint_key = :key, rotation_started_at = :now, rotation_finished_at = null")
                .param("id", to.id())
                .param("key", to.wrap(key, FINGERPRINTS))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql(
                        "insert into key_audit (key_id, actor_id, action, at, detail) values (:none, :actor, 'master_key_rotated', :now, :detail)")
                .param("none", new UUID(0, 0))
                .param("actor", actor)
                .param("now", Timestamp.from(clock.instant()))
                .param("detail", "from " + from.masterKey() + " to " + to.id())
                .update();
    }

    void finish() {
        jdbc.sql("update vault set rotation_finished_at = :now where rotation_finished_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private Optional<State> find(boolean lock) {
        return jdbc.sql("select master_key, fingerprint_key, rotation_started_at, rotation_finished_at from vault"
                        + (lock ? " for update" : ""))
                .query((row, _) -> new State(
                        row.getString("master_key"),
                        row.getBytes("fingerprint_key"),
                        instant(row.getTimestamp("rotation_started_at")),
                        instant(row.getTimestamp("rotation_finished_at"))))
                .optional();
    }

    /** Its own transaction, because the first reader may only be reading. Of two replicas that start at once the first one wins. */
    private State create() {
        alone.executeWithoutResult(_ -> {
            MasterKey first = masters.first();
            byte[] key =
                    first instanceof LocalMasterKey local ? local.firstFingerprintKey() : Ciphers.random(KEY_BYTES);
            int made = jdbc.sql(
                            "insert into vault (master_key, fingerprint_key) values (:id, :key) on conflict do nothing")
                    .param("id", first.id())
                    .param("key", first.wrap(key, FINGERPRINTS))
                    .update();
            if (made == 1) {
                // Secrets from before the row was there: there was one master key only, and it is the first.
                jdbc.sql("update api_keys set master_key = :id where master_key is null and key_value is not null")
                        .param("id", first.id())
                        .update();
            }
        });
        return find(false).orElseThrow();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
