package io.vimax.bench.workersdrill;

import io.vimax.bench.measure.JsonLines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened, a line of JSON each; the checker knows nothing else. */
final class Chronicle extends JsonLines<Chronicle.Entry> {

    Chronicle(Path path) throws IOException {
        super(path);
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

    static List<Entry> read(Path path) throws IOException {
        return read(path, Entry.class);
    }
}
