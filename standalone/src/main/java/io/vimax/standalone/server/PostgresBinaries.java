package io.vimax.standalone.server;

import io.vimax.standalone.console.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks PostgreSQL once; the folder appears whole or not at all. */
final class PostgresBinaries {
    static final String VERSION = "18.6";

    private final Path archives;
    private final Path cache;

    PostgresBinaries(Path archives, Path cache) {
        this.archives = archives;
        this.cache = cache;
    }

    Path unpacked() throws IOException {
        Path folder = cache.resolve("postgres-" + VERSION);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Path archive = archives.resolve(Platform.postgresArchive());
        if (!Files.exists(archive)) {
            throw Refusal.because("There is no PostgreSQL for this kind of machine (" + archive.getFileName()
                    + "); run ViMax with docker compose instead.");
        }
        Files.createDirectories(cache);
        Path next = Files.createTempDirectory(cache, "postgres");
        try (InputStream packed = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, next);
            }
        }
        Files.move(next, folder, StandardCopyOption.ATOMIC_MOVE);
        return folder;
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
