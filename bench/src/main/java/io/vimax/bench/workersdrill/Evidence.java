package io.vimax.bench.workersdrill;

import io.vimax.bench.workers.Ended;
import io.vimax.bench.workers.WorkerSystem;
import io.vimax.bench.workersdrill.Chronicle.Entry;
import io.vimax.bench.workersdrill.Chronicle.Kind;
import io.vimax.simulator.ledger.LedgerEntry;
import io.vimax.simulator.media.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Writes down what others saw: the events as they come, and at the end the provider's ledger, the claims and the results. */
final class Evidence {

    private final Chronicle chronicle;
    private final Clock clock;
    private final Set<UUID> ended = ConcurrentHashMap.newKeySet();
    private final Queue<Ended> completed = new ConcurrentLinkedQueue<>();

    Evidence(Chronicle chronicle, Clock clock) {
        this.chronicle = chronicle;
        this.clock = clock;
    }

    void hear(Ended end) {
        chronicle.write(new Entry(
                Kind.ENDED,
                Chronicle.micros(clock.instant()),
                end.generation(),
                "",
                end.word(),
                0,
                end.event().toString()));
        ended.add(end.generation());
        if (end.isCompleted()) {
            completed.add(end);
        } else if (!end.word().equals("ambiguous")) {
            System.out.println("  " + end.generation() + " " + end.word() + ": " + end.code());
        }
    }

    /** Generations that have ended. */
    int ended() {
        return ended.size();
    }

    void collect(WorkerSystem system) throws SQLException, IOException {
        for (LedgerEntry entry : system.simulator().ledger().entries()) {
            long at = Chronicle.micros(entry.at());
            switch (entry.kind()) {
                case ACCEPTED ->
                    chronicle.write(reference(entry)
                            .map(id -> new Entry(
                                    Kind.ACCEPTED,
                                    at,
                                    id,
                                    "",
                                    "",
                                    0,
                                    entry.subject().job()))
                            .orElseGet(() -> offence(at, "work without our name for it")));
                case FOREIGN_POLL, VIOLATION, FAULT ->
                    chronicle.write(offence(at, entry.kind() + " " + entry.detail()));
                case CHARGED, REFUNDED, REFUSED, POLLED, CANCELLED, DOWNLOADED, WEBHOOK, SCENARIO -> {}
            }
        }
        try (Connection tasks = system.tasks()) {
            ClaimLog.copy(tasks, chronicle);
            Map<UUID, String> files = ClaimLog.assets(tasks);
            for (Ended end : completed) {
                for (UUID asset : end.assets()) {
                    chronicle.write(new Entry(
                            Kind.STORED,
                            Chronicle.micros(clock.instant()),
                            end.generation(),
                            "",
                            "",
                            0,
                            maker(system.assets(), files.get(asset))));
                }
            }
        }
    }

    private static Entry offence(long at, String words) {
        return new Entry(Kind.OFFENCE, at, null, "", "", 0, words);
    }

    private static Optional<UUID> reference(LedgerEntry entry) {
        try {
            return Optional.of(UUID.fromString(entry.subject().reference()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The provider's job that a stored file says it was made by; empty if there is no such file or no such word in it. */
    private static String maker(Path assets, @Nullable String sha256) throws IOException {
        if (sha256 == null) {
            return "";
        }
        Path file = assets.resolve("sha256").resolve(sha256.substring(0, 2)).resolve(sha256);
        return Files.exists(file) ? Stamp.read(Files.readAllBytes(file)).orElse("") : "";
    }
}
