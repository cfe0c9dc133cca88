package io.vimax.worker.provider.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** A folder for each job, where its answer and its files stay until the asset store has them. */
@Component
public class JobFolders {

    private static final Logger LOG = LoggerFactory.getLogger(JobFolders.class);

    /** Ids are the provider's words: of any length, and with letters that mean something in a path. */
    private static final int NAME_BYTES = 20;

    private final WireProperties properties;
    private final Clock clock;

    public JobFolders(WireProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** The job's folder, which then exists. */
    public Path open(String jobId) throws IOException {
        return Files.createDirectories(folder(jobId));
    }

    /** Writes a file so that it is there whole or not at all, also after a power failure. */
    public Path write(String jobId, String name, byte[] content) throws IOException {
        Path folder = open(jobId);
        Path part = Files.createTempFile(folder, name, ".part");
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Empty if there is none. */
    public Optional<byte[]> read(String jobId, String name) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(folder(jobId).resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    public void discard(String jobId) {
        delete(folder(jobId));
    }

    /** Throws away what workers left that died between the end of a task and the end of its job. */
    @Scheduled(fixedDelayString = "PT30M", initialDelayString = "PT2M")
    void tidy() throws IOException {
        Path all = root();
        if (!Files.isDirectory(all)) {
            return;
        }
        Instant tooOld = clock.instant().minus(properties.keep());
        List<Path> folders;
        try (var children = Files.list(all)) {
            folders = children.toList();
        }
        for (Path folder : folders) {
            if (Files.getLastModifiedTime(folder).toInstant().isBefore(tooOld)) {
                delete(folder);
            }
        }
    }

    private Path folder(String jobId) {
        byte[] hash = sha256(jobId.getBytes(StandardCharsets.UTF_8));
        return root().resolve(HexFormat.of().formatHex(hash, 0, NAME_BYTES));
    }

    private Path root() {
        return properties.folder().toAbsolutePath();
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            LOG.warn("The folder {} of a job stays until it is tidied: {}", folder, e.toString());
        }
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
