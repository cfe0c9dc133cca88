package io.vimax.bench.workersdrill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The points between two steps at which workers let themselves be held. A file named as a point asks for it; the first task of any
 * worker that passes renames it to the point's name, a dot and its own id, and stands still there until its worker is killed.
 */
final class CrashPoints {

    /** As {@code io.vimax.worker.task.run.CrashPoint} names them. */
    static final List<String> NAMES = List.of(
            "CLAIMED",
            "SUBMITTING_COMMITTED",
            "SUBMITTED",
            "RUNNING_COMMITTED",
            "FOLLOWED",
            "STORING_COMMITTED",
            "FILES_KEPT",
            "SUCCESS_COMMITTED");

    private final Path folder;
    private final Connection tasks;

    /** @param tasks the workers' database, with a claim log */
    CrashPoints(Path folder, Connection tasks) {
        this.folder = folder;
        this.tasks = tasks;
    }

    void arm(String point) throws IOException {
        Files.createFile(folder.resolve(point));
    }

    /** The name of the worker that stands there now. */
    Optional<String> held(String point) throws IOException, SQLException {
        Optional<Path> passed;
        try (Stream<Path> files = Files.list(folder)) {
            passed = files.filter(file -> file.getFileName().toString().startsWith(point + "."))
                    .findFirst();
        }
        if (passed.isEmpty()) {
            return Optional.empty();
        }
        Files.delete(passed.get());
        return Optional.of(
                holder(UUID.fromString(passed.get().getFileName().toString().substring(point.length() + 1))));
    }

    /** Asks for it no more; a worker may have come there in the last moment. */
    Optional<String> disarm(String point) throws IOException, SQLException {
        return Files.deleteIfExists(folder.resolve(point)) ? Optional.empty() : held(point);
    }

    /** A task that is over has no holder any more, but it had one. */
    private String holder(UUID task) throws SQLException {
        try (var question = tasks.prepareStatement("""
                select split_part(holder, '#', 1) from drill.claim_log
                where task = ? and holder is not null order by number desc limit 1""")) {
            question.setObject(1, task);
            try (var row = question.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("Nobody ever held " + task);
                }
                return row.getString(1);
            }
        }
    }
}
