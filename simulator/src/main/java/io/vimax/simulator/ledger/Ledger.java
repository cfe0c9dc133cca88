package io.vimax.simulator.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The append-only record of a simulator. Everything stays in memory, except that polls beyond {@link #MOST_POLLS} are only
 * counted (each job still knows its own); a file, where one is wished for, gets every entry as a line of JSON. Thread-safe.
 */
public final class Ledger implements AutoCloseable {

    /** Polls kept in memory; a worker with 2,000 running jobs makes some hundred in a second, for hours. */
    public static final int MOST_POLLS = 200_000;

    private final Clock clock;
    private final int mostPolls;
    private final @Nullable Writer file;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final Map<LedgerKind, Long> counts = new EnumMap<>(LedgerKind.class);
    private long number;
    private long charged;
    private long refunded;

    /** @param file appended to; null for none */
    public Ledger(Clock clock, @Nullable Path file) {
        this(clock, file, MOST_POLLS);
    }

    Ledger(Clock clock, @Nullable Path file, int mostPolls) {
        this.clock = clock;
        this.mostPolls = mostPolls;
        this.file = file == null ? null : open(file);
    }

    public void write(LedgerKind kind, Subject subject, String detail) {
        write(kind, subject, 0, detail);
    }

    /**
     * Adds an entry about money.
     *
     * @param micros money in millionths of a dollar
     */
    public synchronized void write(LedgerKind kind, Subject subject, long micros, String detail) {
        var entry = new LedgerEntry(++number, clock.instant(), kind, subject, micros, detail);
        long count = counts.merge(kind, 1L, Long::sum);
        if (kind == LedgerKind.CHARGED) {
            charged += micros;
        } else if (kind == LedgerKind.REFUNDED) {
            refunded += micros;
        }
        if (kind != LedgerKind.POLLED || count <= mostPolls) {
            entries.add(entry);
        }
        if (file != null) {
            try {
                file.write(LedgerLines.line(entry));
                file.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("The ledger's file cannot be written", e);
            }
        }
    }

    /** How often it happened, polls included that are no longer listed. */
    public synchronized long count(LedgerKind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** How many listed entries fit. */
    public long count(LedgerKind kind, Predicate<Subject> about) {
        return entries(kind).stream()
                .filter(entry -> about.test(entry.subject()))
                .count();
    }

    /** All entries, oldest first. */
    public synchronized List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    public List<LedgerEntry> entries(LedgerKind kind) {
        return entries().stream().filter(entry -> entry.kind() == kind).toList();
    }

    /** Breaches of protocol in words; empty for a client that does as the providers say. */
    public List<String> violations() {
        return entries(LedgerKind.VIOLATION).stream().map(LedgerEntry::detail).toList();
    }

    /** What all accounts together were charged, before refunds, in millionths of a dollar. */
    public synchronized long chargedMicros() {
        return charged;
    }

    /** What came back, in millionths of a dollar. */
    public synchronized long refundedMicros() {
        return refunded;
    }

    /** Begins anew, for the next test; the file keeps what it has. */
    public synchronized void clear() {
        entries.clear();
        counts.clear();
        number = 0;
        charged = 0;
        refunded = 0;
    }

    @Override
    public synchronized void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Writer open(Path file) {
        try {
            return Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger's file " + file + " cannot be opened", e);
        }
    }
}
