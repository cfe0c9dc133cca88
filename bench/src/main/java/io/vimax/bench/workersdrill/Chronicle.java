package io.vimax.bench.workersdrill;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What happened, a line of JSON each; the checker knows nothing else. Thread-safe. */
final class Chronicle implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BufferedWriter file;

    Chronicle(Path path) throws IOException {
        Files.createDirectories(path.getParent());
        file = Files.newBufferedWriter(path);
    }

    /** What a line is about; {@code who}, {@code state} and {@code detail} mean what is said here. */
    enum Kind {
        /** A generation was asked for. */
        REQUESTED,
        /** {@code who} is the worker, {@code detail} the moment it was killed at. */
        KILLED,
        /** {@code who} is a worker that takes work again. */
        READY,
        /**
         * A task's row came, or changed its state or its holder: {@code who} is the instance that holds it now, or empty; {@code state} its state.
         * {@code detail} is the last heartbeat before the change, in microseconds since 1970, or empty.
         */
        CLAIM,
        /** The provider took a call on: {@code detail} is its job. */
        ACCEPTED,
        /** An event came that says how a generation ended: {@code state} is the word, {@code detail} the event's id. */
        ENDED,
        /** A result of a completed generation lies in the store: {@code detail} is the provider's job that it was made by, or empty. */
        STORED,
        /** The provider saw something that must not be: {@code detail} says what. */
        OFFENCE
    }

    /**
     * One line.
     *
     * @param at microseconds since 1970; the drill, the database and the simulator share this machine's clock
     * @param fence of a claim; 0 elsewhere
     */
    record Entry(Kind kind, long at, @Nullable UUID generation, String who, String state, long fence, String detail) {}

    static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    synchronized void write(Entry entry) {
        try {
            file.write(JSON.writeValueAsString(entry));
            file.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Entry> read(Path path) throws IOException {
        try (Stream<String> lines = Files.lines(path)) {
            return lines.map(line -> JSON.readValue(line, Entry.class)).toList();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
