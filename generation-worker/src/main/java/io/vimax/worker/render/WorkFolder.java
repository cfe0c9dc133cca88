package io.vimax.worker.render;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one film's renders: finished parts under names made of their content, which stay for the next render, and
 * a scratch folder that does not. What has its final name is whole. Only one render works in it at a time.
 */
final class WorkFolder implements AutoCloseable {

    private static final String SCRATCH = "scratch";

    private final Path folder;
    private final FileChannel lockFile;
    private final FileLock lock;

    private WorkFolder(Path folder, FileChannel lockFile, FileLock lock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    static WorkFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        var channel = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new RenderProblem.FolderBusy();
        }
        var work = new WorkFolder(folder, channel, lock);
        work.deleteScratch(); // of a render that was killed
        Files.createDirectories(work.scratch());
        return work;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    Path path() {
        return folder;
    }

    Path scratch() {
        return folder.resolve(SCRATCH);
    }

    Path part(String name) {
        return folder.resolve(name);
    }

    /** Gives a whole file its final name. */
    Path keep(Path scratchFile, String name) throws IOException {
        return Files.move(scratchFile, part(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes the parts of earlier renders, or the folder would grow with every change of the film. */
    void dropAllBut(Set<String> names) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "{piece,video,sound}-*.{mp4,m4a}")) {
            for (var file : files) {
                if (!names.contains(file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (lockFile;
                lock) {
            deleteScratch();
        }
    }

    private void deleteScratch() throws IOException {
        if (!Files.exists(scratch())) {
            return;
        }
        try (var files = Files.walk(scratch())) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
