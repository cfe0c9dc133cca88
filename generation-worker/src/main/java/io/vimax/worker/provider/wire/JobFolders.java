package io.vimax.worker.provider.wire;

import io.vimax.worker.asset.AssetException;
import io.vimax.worker.asset.shared.SharedFiles;
import io.vimax.worker.outage.Outage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
    private final SharedFiles shared;
    private final Clock clock;
    private final Outage outage = new Outage("The asset store, for answers that others kept,");

    public JobFolders(WireProperties properties, SharedFiles shared, Clock clock) {
        this.properties = properties;
        this.shared = shared;
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

    /**
     * Lets replicas on other machines find a file that was written here. While they cannot be let know, this machine alone has it.
     */
    public void share(String jobId, String name) {
        try {
            shared.put(name(jobId), name, folder(jobId).resolve(name));
        } catch (AssetException.StoreUnreachable e) {
            LOG.warn("{} Until it is stored only this machine has what job {} came to.", e.getMessage(), name(jobId));
        }
    }

    /** A file of the job, from this machine or from where others shared it; empty if there is none. Waits while nobody can say. */
    public Optional<Path> find(String jobId, String name) throws IOException, InterruptedException {
        Path here = folder(jobId).resolve(name);
        while (!Files.exists(here)) {
            try {
                boolean found = fetch(jobId, name, here);
                outage.over();
                if (!found) {
                    return Optional.empty();
                }
            } catch (AssetException.StoreUnreachable e) {
                Thread.sleep(outage.failed(e));
            }
        }
        return Optional.of(here);
    }

    private boolean fetch(String jobId, String name, Path here) throws IOException {
        Path part = Files.createTempFile(open(jobId), name, ".part");
        try {
            boolean found = shared.fetch(name(jobId), name, part);
            if (found) {
                Files.move(part, here, StandardCopyOption.ATOMIC_MOVE);
            }
            return found;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Throws away everything of the job. */
    public void discard(String jobId) {
        delete(folder(jobId));
        try {
            shared.delete(name(jobId));
        } catch (AssetException.StoreUnreachable e) {
            LOG.debug("What job {} shared stays until it is tidied", name(jobId), e);
        }
    }

    /** Throws away what workers left that died between the end of a task and the end of its job. */
    @Scheduled(fixedDelayString = "PT30M", initialDelayString = "PT2M")
    void tidy() throws IOException {
        tidyHere();
        try {
            shared.deleteOlderThan(clock.instant().minus(properties.keep()));
        } catch (AssetException.StoreUnreachable e) {
            LOG.debug("Old shared answers stay until the next time", e);
        }
    }

    private void tidyHere() throws IOException {
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
        return root().resolve(name(jobId));
    }

    private static String name(String jobId) {
        byte[] hash = sha256(jobId.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
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
