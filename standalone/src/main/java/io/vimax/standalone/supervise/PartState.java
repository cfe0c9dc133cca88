package io.vimax.standalone.supervise;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one part, as written to the state file.
 *
 * @param pid process id, or null while no process runs
 * @param startedAt start instant of that process as the operating system tells it; with the id it names one process for good
 * @param restarts times it was started again since the system was started
 * @param note what a person should know, or null
 */
public record PartState(
        String name,
        int port,
        Condition condition,
        @Nullable Long pid,
        @Nullable Instant startedAt,
        int restarts,
        @Nullable String note) {

    public enum Condition {
        /** Waits for the parts it needs. */
        WAITING,
        /** The process runs and does not answer yet. */
        STARTING,
        READY,
        /** It was ready, its process still runs, and it does not answer. */
        SILENT,
        /** The process ended and is started again after a pause. */
        RESTARTING,
        /** Ended too often; nobody starts it again. */
        GIVEN_UP,
        STOPPED
    }

    static PartState waiting(Part part) {
        return new PartState(part.name(), part.port(), Condition.WAITING, null, null, 0, null);
    }

    PartState running(ProcessHandle process) {
        return new PartState(
                name,
                port,
                Condition.STARTING,
                process.pid(),
                process.info().startInstant().orElse(null),
                restarts,
                null);
    }

    PartState now(Condition next) {
        return new PartState(name, port, next, pid, startedAt, restarts, note);
    }

    PartState noting(@Nullable String words) {
        return new PartState(name, port, condition, pid, startedAt, restarts, words);
    }

    PartState ended(Condition next, String words) {
        return new PartState(
                name, port, next, null, null, next == Condition.RESTARTING ? restarts + 1 : restarts, words);
    }
}
