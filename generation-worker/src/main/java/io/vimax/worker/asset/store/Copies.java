package io.vimax.worker.asset.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Copies on this machine of what lies in the bucket, for tools that read files. One that nobody used for a while is deleted; when
 * it was last used is the time of its file.
 */
final class Copies {

    private static final Logger LOG = LoggerFactory.getLogger(Copies.class);

    /** A use is noted at most so often. */
    private static final Duration NOTED = Duration.ofMinutes(10);

    /** A copy must not vanish under the work that has just asked for it. */
    private static final Duration LEAST_KEPT = Duration.ofHours(1);

    private final ContentFolder folder;
    private final Duration kept;
    private final Clock clock;

    Copies(ContentFolder folder, Duration kept, Clock clock) {
        this.folder = folder;
        this.kept = kept.compareTo(LEAST_KEPT) < 0 ? LEAST_KEPT : kept;
        this.clock = clock;
    }

    Path newPart() throws IOException {
        return folder.newPart();
    }

    void take(Path part, Content content) throws IOException {
        folder.take(part, content);
        used(folder.path(content));
    }

    Optional<Path> find(Content content) throws IOException {
        if (!folder.has(content)) {
            return Optional.empty();
        }
        Path copy = folder.path(content);
        used(copy);
        return Optional.of(copy);
    }

    Path path(Content content) {
        return folder.path(content);
    }

    void delete(Content content) throws IOException {
        folder.delete(content);
    }

    private void used(Path copy) throws IOException {
        Instant now = clock.instant();
        if (Files.getLastModifiedTime(copy).toInstant().isBefore(now.minus(NOTED))) {
            Files.setLastModifiedTime(copy, FileTime.from(now));
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void sweep() {
        if (!Files.isDirectory(folder.shelves())) {
            return;
        }
        Instant unusedSince = clock.instant().minus(kept);
        try (Stream<Path> files = Files.walk(folder.shelves(), 2)) {
            long deleted = files.filter(Files::isRegularFile)
                    .filter(copy -> deleteIfUnused(copy, unusedSince))
                    .count();
            LOG.debug("{} copies were not used for {} and are deleted", deleted, kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean deleteIfUnused(Path copy, Instant since) {
        try {
            return Files.getLastModifiedTime(copy).toInstant().isBefore(since) && Files.deleteIfExists(copy);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
