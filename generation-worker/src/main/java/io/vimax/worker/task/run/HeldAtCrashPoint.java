package io.vimax.worker.task.run;

import io.vimax.worker.task.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;

/**
 * Holds one task of a replica at a crash point until somebody kills the process there. A file that is named as the point asks for it;
 * the first task that passes renames the file to the point's name, a dot and its own id, and goes no further. For drills.
 */
final class HeldAtCrashPoint implements CrashPoints {

    private final Path folder;

    HeldAtCrashPoint(Path folder) {
        this.folder = folder;
    }

    @Override
    public void passed(CrashPoint point, Task task) {
        Path wish = folder.resolve(point.name());
        if (!Files.exists(wish)) {
            return;
        }
        try {
            Files.move(wish, folder.resolve(point.name() + "." + task.id()), StandardCopyOption.ATOMIC_MOVE);
            new CountDownLatch(1).await();
        } catch (NoSuchFileException e) {
            // Another task was first.
        } catch (InterruptedException e) {
            // Nobody came to kill it, and the work is stopped by other means.
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
