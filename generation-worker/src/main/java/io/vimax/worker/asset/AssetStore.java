package io.vimax.worker.asset;

import io.vimax.worker.media.MediaFacts;
import io.vimax.worker.media.MediaProbe;
import io.vimax.worker.media.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files by content. Knows nothing of owners; {@link Assets} does. */
@Component
class AssetStore {

    private final Path folder;
    private final MediaProbe probe;

    AssetStore(AssetProperties properties, MediaProbe probe) {
        this.folder = properties.folder().toAbsolutePath();
        this.probe = probe;
    }

    /** Copies a file in. The source stays, so that a crash between this and the commit loses nothing. */
    StoredFile keep(Path source, ExpectedContent expected) throws InterruptedException {
        try {
            MediaType found = MediaType.sniff(source);
            String type = expected.typeOf(found);
            if (type.isEmpty() || Files.size(source) == 0) {
                throw new AssetException.WrongContent(found.mime());
            }
            MediaFacts facts = expected.isProbed() ? probe.probe(source) : null;
            Path part = Files.createTempFile(Files.createDirectories(folder.resolve("incoming")), "asset-", ".part");
            try {
                String sha256 = copy(source, part);
                Path target = path(sha256);
                long bytes = Files.size(part);
                if (!Files.exists(target)) {
                    Path shelf = Files.createDirectories(shelf(sha256));
                    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                    syncFolder(shelf);
                }
                return stored(sha256, type, bytes, facts, expected);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    Path path(String sha256) {
        return shelf(sha256).resolve(sha256);
    }

    /** A folder with millions of files is slow to work with; with 256 of them none gets that far. */
    private Path shelf(String sha256) {
        return folder.resolve("sha256").resolve(sha256.substring(0, 2));
    }

    private static String copy(Path source, Path part) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(source), digest);
                OutputStream out = Files.newOutputStream(part, StandardOpenOption.TRUNCATE_EXISTING)) {
            in.transferTo(out);
        }
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Without it the name can be lost in a power failure although the content is on disk. */
    private static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static StoredFile stored(
            String sha256, String type, long bytes, @Nullable MediaFacts facts, ExpectedContent expected) {
        if (facts == null) {
            return new StoredFile(sha256, type, bytes, null, null, null, null);
        }
        boolean moves = expected == ExpectedContent.FILM;
        boolean hasPicture = expected != ExpectedContent.SOUND && facts.width() > 0;
        return new StoredFile(
                sha256,
                type,
                bytes,
                expected == ExpectedContent.PICTURE ? null : facts.durationMs(),
                hasPicture ? facts.width() : null,
                hasPicture ? facts.height() : null,
                moves && facts.fps() > 0 ? facts.fps() : null);
    }

    /** The JDK has no type for a full disk; the reason is the words of the operating system. */
    static RuntimeException refusal(IOException e) {
        String words = String.valueOf(e.getMessage());
        if (words.contains("No space left on device") || words.contains("Disk quota exceeded")) {
            return new AssetException.DiskFull();
        }
        if (e instanceof NoSuchFileException) {
            return new AssetException.WrongContent("nothing");
        }
        return new UncheckedIOException(e);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
