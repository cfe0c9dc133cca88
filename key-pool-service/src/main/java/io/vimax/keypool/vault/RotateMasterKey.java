package io.vimax.keypool.vault;

import io.vimax.keypool.vault.Vault.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts all secrets under another master key while everything serves. Handing over is one transaction; from then on new secrets
 * are sealed by the new key. The others follow in batches, each a short transaction on rows that nobody else has locked, by
 * whichever replica comes first; a replica that dies leaves its batch undone and nothing else.
 */
@Component
class RotateMasterKey {

    private static final Logger log = LoggerFactory.getLogger(RotateMasterKey.class);

    /** Short enough that a change of one of these keys hardly waits. */
    private static final int BATCH = 100;

    private static final int BATCHES = 20;

    private final JdbcClient jdbc;
    private final VaultRow row;
    private final Vault vault;
    private final MasterKeys masters;
    private final TransactionTemplate transaction;

    RotateMasterKey(
            JdbcClient jdbc, VaultRow row, Vault vault, MasterKeys masters, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.row = row;
        this.vault = vault;
        this.masters = masters;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * How far a rotation is.
     *
     * @param current id of the master key that seals
     * @param known ids of the master keys that the answering replica has
     * @param secrets how many secrets lie under which master key
     * @param remaining secrets that still lie under another than the current one
     */
    record Progress(
            String current,
            List<String> known,
            Map<String, Long> secrets,
            long remaining,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {}

    Progress progress() {
        VaultRow.State state = row.read();
        Map<String, Long> secrets = new TreeMap<>();
        jdbc.sql("""
                        select master_key, count(*) as secrets from (
                            select master_key from api_keys where key_value is not null
                            union all select master_key from key_import where sealed is not null) as all_secrets
                        group by master_key""")
                .query((found, _) -> secrets.put(found.getString("master_key"), found.getLong("secrets")))
                .list();
        long remaining = secrets.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(state.masterKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new Progress(
                state.masterKey(), masters.ids(), secrets, remaining, state.startedAt(), state.finishedAt());
    }

    /**
     * Makes another master key the one that seals. Asking again for the current one changes nothing.
     *
     * @throws VaultException.UnknownMasterKey if this replica has no such key
     * @throws VaultException.RotationUnderWay while secrets still move from an earlier key
     */
    @Transactional
    public void begin(String to, UUID actor) {
        MasterKey next = masters.find(to).orElseThrow(() -> new VaultException.UnknownMasterKey(masters.ids()));
        VaultRow.State state = row.lock();
        if (state.masterKey().equals(to)) {
            return;
        }
        if (state.startedAt() != null && state.finishedAt() == null) {
            throw new VaultException.RotationUnderWay();
        }
        row.hand(state, next, actor);
        log.info("The master key {} takes over from {}", to, state.masterKey());
    }

    @Scheduled(fixedDelay = 2_000)
    void goOn() {
        VaultRow.State state = row.read();
        if (state.startedAt() == null || row.isLongOver(state)) {
            return;
        }
        if (masters.find(state.masterKey()).isEmpty()) {
            log.warn(
                    "The master key {} is not configured here; another replica has to seal the secrets anew",
                    state.masterKey());
            return;
        }
        // Bounded, because other regular work waits on the same thread.
        int batches = 0;
        while (batches < BATCHES && step()) {
            batches++;
        }
        if (state.finishedAt() == null && progress().remaining() == 0) {
            row.finish();
            log.info("All secrets lie under the master key {} now; the old one may go", state.masterKey());
        }
    }

    private boolean step() {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            // Read here and not outside: it may have changed since the last batch.
            MasterKey to = masters.get(row.read().masterKey());
            return move("api_keys", "service_type", "key_value", to) + move("key_import", "'import'", "sealed", to) > 0;
        }));
    }

    private int move(String table, String service, String secret, MasterKey to) {
        var batch = jdbc.sql("""
                        select id, %2$s as service, %3$s as secret, master_key from %1$s
                        where %3$s is not null and master_key <> :current and master_key in (:known)
                        order by id limit :batch for update skip locked""".formatted(table, service, secret))
                .param("current", to.id())
                .param("known", masters.ids())
                .param("batch", BATCH)
                .query((found, _) -> new Row(
                        found.getObject("id", UUID.class),
                        found.getString("service"),
                        new Sealed(found.getString("master_key"), found.getBytes("secret"))))
                .list();
        for (Row one : batch) {
            Sealed anew = vault.rewrap(one.sealed(), one.id(), one.service(), to);
            jdbc.sql("update %s set %s = :secret, master_key = :master where id = :id".formatted(table, secret))
                    .param("secret", anew.bytes())
                    .param("master", anew.masterKey())
                    .param("id", one.id())
                    .update();
        }
        return batch.size();
    }

    private record Row(UUID id, String service, Sealed sealed) {}
}
