package io.vimax.worker.asset.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A folder that all workers share. */
final class FileStore implements ContentStore {

    private final ContentFolder folder;

    FileStore(ContentFolder folder) {
        this.folder = folder;
    }

    @Override
    public Path newPart() throws IOException {
        return folder.newPart();
    }

    @Override
    public void put(Path part, Content content) throws IOException {
        folder.take(part, content);
    }

    @Override
    public boolean has(Content content) throws IOException {
        return folder.has(content);
    }

    @Override
    public Optional<Path> findLocal(Content content) throws IOException {
        return folder.has(content) ? Optional.of(folder.path(content)) : Optional.empty();
    }

    @Override
    public Optional<Path> fetch(Content content) throws IOException {
        return findLocal(content);
    }

    @Override
    public Optional<InputStream> open(Content content, long first, long last) throws IOException {
        if (!folder.has(content)) {
            return Optional.empty();
        }
        SeekableByteChannel file;
        try {
            file = Files.newByteChannel(folder.path(content));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return Optional.of(new BoundedStream(Channels.newInputStream(file.position(first)), last - first + 1));
    }

    @Override
    public void delete(Content content) throws IOException {
        folder.delete(content);
    }
}
