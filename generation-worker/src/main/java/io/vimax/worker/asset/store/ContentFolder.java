package io.vimax.worker.asset.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Contents as files of a folder, named by their hashes. A name appears in one step, when the file behind it is complete. */
final class ContentFolder {

    private final Path folder;

    ContentFolder(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    Path newPart() throws IOException {
        return Files.createTempFile(Files.createDirectories(folder.resolve("incoming")), "asset-", ".part");
    }

    /** Gives a part its name. What had the name before and was cut short by a power failure is replaced. */
    void take(Path part, Content content) throws IOException {
        if (has(content)) {
            return;
        }
        Path shelf = Files.createDirectories(shelf(content));
        Files.move(part, path(content), StandardCopyOption.ATOMIC_MOVE);
        sync(shelf);
    }

    boolean has(Content content) throws IOException {
        try {
            var file = Files.readAttributes(path(content), BasicFileAttributes.class);
            return file.isRegularFile() && file.size() == content.bytes();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    void delete(Content content) throws IOException {
        Files.deleteIfExists(path(content));
    }

    Path path(Content content) {
        return shelf(content).resolve(content.sha256());
    }

    Path shelves() {
        return folder.resolve("sha256");
    }

    /** A folder with millions of files is slow to work with; with 256 of them none gets that far. */
    private Path shelf(Content content) {
        return shelves().resolve(content.sha256().substring(0, 2));
    }

    /** Without it the name can be lost in a power failure although the content is on disk. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
