package io.vimax.keypool.intake;

import io.vimax.keypool.access.Person;
import io.vimax.keypool.adding.AddKeys;
import io.vimax.keypool.adding.AddKeys.Adding;
import io.vimax.keypool.adding.KeyForm;
import io.vimax.keypool.adding.NewKey;
import io.vimax.keypool.intake.JudgeLines.Judged;
import io.vimax.keypool.intake.JudgeLines.Verdict;
import io.vimax.keypool.vault.Vault;
import io.vimax.keypool.vault.Vault.Sealed;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was read, sealed, and takes it once. */
@Component
class Imports {

    private static final Duration OPEN = Duration.ofMinutes(15);
    private static final Duration RESULT_KEPT = Duration.ofHours(24);
    private static final int MOST_OPEN = 5;
    private static final String SERVICE = "import";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final AddKeys adding;
    private final JsonMapper json;
    private final Clock clock;

    Imports(JdbcClient jdbc, Vault vault, AddKeys adding, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.adding = adding;
        this.json = json;
        this.clock = clock;
    }

    /** A line that may be taken, as it lies sealed. */
    private record Kept(int line, KeyForm form) {}

    private record KeptLines(List<Kept> lines) {}

    /**
     * What came of taking a list.
     *
     * @param added keys that are in the pool now
     * @param skipped entries that were not taken: wrong ones, and keys that were there
     */
    record Result(UUID id, int added, int skipped, List<Taken> items) {}

    /** @param keyId the new key, or null if its secret came into the pool another way meanwhile */
    record Taken(int line, @Nullable UUID keyId) {}

    private record Row(
            boolean shared,
            byte @Nullable [] sealed,
            @Nullable String masterKey,
            String report,
            @Nullable String result) {}

    @Transactional
    public ImportReport keep(Person person, boolean shared, List<Judged> judged) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        ImportReport report = ImportReport.of(id, now.plus(OPEN), judged);
        List<Kept> ready = new ArrayList<>();
        for (Judged line : judged) {
            if (line.verdict() == Verdict.READY && line.form() != null) {
                ready.add(new Kept(line.draft().line(), line.form()));
            }
        }
        Sealed sealed = vault.seal(json.writeValueAsString(new KeptLines(ready)), id, SERVICE);
        jdbc.sql("""
                        insert into key_import (id, person_id, shared, sealed, master_key, report, created_at, expires_at)
                        values (:id, :person, :shared, :sealed, :master, :report, :now, :expires)""")
                .param("id", id)
                .param("person", person.id())
                .param("shared", shared)
                .param("sealed", sealed.bytes())
                .param("master", sealed.masterKey())
                .param("report", json.writeValueAsString(report))
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(report.expiresAt()))
                .update();
        jdbc.sql("""
                        delete from key_import where person_id = :person and committed_at is null and id not in (
                            select id from key_import where person_id = :person and committed_at is null
                            order by created_at desc, id limit :most)""").param("person", person.id()).param("most", MOST_OPEN).update();
        return report;
    }

    ImportReport report(Person person, UUID id) {
        return json.readValue(read(person, id, false).report(), ImportReport.class);
    }

    /**
     * Takes a list. Taking it again changes nothing and gives the same answer.
     *
     * @param strict whether one entry that cannot be taken stops all
     * @param check whether the keys are lent only after a check, whatever the list says
     * @throws ImportException.HasFaults if it is strict and an entry cannot be taken; then nothing is written
     */
    @Transactional
    public Result take(Person person, UUID id, boolean strict, boolean check) {
        Row row = read(person, id, true);
        if (row.result() != null) {
            return json.readValue(row.result(), Result.class);
        }
        ImportReport report = json.readValue(row.report(), ImportReport.class);
        if (strict && report.ready() < report.lines()) {
            throw new ImportException.HasFaults(report.wrong(), report.duplicates());
        }
        if (row.sealed() == null || row.masterKey() == null) {
            throw new ImportException.NotFound();
        }
        List<Kept> kept = json.readValue(
                        vault.open(new Sealed(row.masterKey(), row.sealed()), id, SERVICE), KeptLines.class)
                .lines();
        List<NewKey> keys = kept.stream()
                .map(line -> line.form().complete())
                .map(key -> new NewKey(
                        key.service(), key.secret(), key.scope(), key.settings(), key.limits(), key.check() || check))
                .toList();
        List<UUID> ids = keys.stream().map(_ -> UUID.randomUUID()).toList();
        List<Boolean> isNew =
                adding.addAll(keys, ids, new Adding(row.shared() ? null : person.id(), person.id(), false));
        int added = Math.toIntExact(isNew.stream().filter(it -> it).count());
        if (strict && added < keys.size()) {
            throw new ImportException.HasFaults(0, keys.size() - added);
        }
        List<Taken> items = new ArrayList<>();
        for (int place = 0; place < kept.size(); place++) {
            items.add(new Taken(kept.get(place).line(), isNew.get(place) ? ids.get(place) : null));
        }
        var result = new Result(id, added, report.lines() - added, items);
        finish(result);
        return result;
    }

    private void finish(Result result) {
        Instant now = clock.instant();
        jdbc.sql("""
                        update key_import set sealed = null, master_key = null, result = :result, committed_at = :now, expires_at = :expires
                        where id = :id""")
                .param("result", json.writeValueAsString(result))
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(RESULT_KEPT)))
                .param("id", result.id())
                .update();
    }

    private Row read(Person person, UUID id, boolean lock) {
        return jdbc.sql("select shared, sealed, master_key, report, result from key_import"
                        + " where id = :id and person_id = :person and expires_at > :now" + (lock ? " for update" : ""))
                .param("id", id)
                .param("person", person.id())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> new Row(
                        row.getBoolean("shared"),
                        row.getBytes("sealed"),
                        row.getString("master_key"),
                        row.getString("report"),
                        row.getString("result")))
                .optional()
                .orElseThrow(ImportException.NotFound::new);
    }

    @Scheduled(fixedDelay = 30_000)
    void forget() {
        jdbc.sql("delete from key_import where expires_at < :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
