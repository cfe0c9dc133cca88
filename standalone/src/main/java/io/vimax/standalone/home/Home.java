package io.vimax.standalone.home;

import io.vimax.standalone.console.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** VIMAX_HOME: everything that one installation keeps, and nothing that can be built again from the sources. */
public record Home(Path folder) {
    public Path data(String part) {
        return folder.resolve("data").resolve(part);
    }

    public Path assets() {
        return data("assets");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    public Path run() {
        return folder.resolve("run");
    }

    /** For the temporary files of one part's process; emptied at each of its starts. */
    public Path scratch(String part) {
        return folder.resolve("tmp").resolve(part);
    }

    public Path secrets() {
        return folder.resolve("secrets");
    }

    public Path cache() {
        return folder.resolve("cache");
    }

    /** Makes the folders, readable by their owner alone; nothing is left half made when the disk or the rights refuse. */
    public Home create() {
        try {
            Files.createDirectories(folder);
            Path probe = Files.createTempFile(folder, ".writable", "");
            Files.delete(probe);
            if (!DiskSpace.of(this).enoughToStart()) {
                throw Refusal.because(
                        "The disk of " + folder + " has less than 2 GB free; free some space or set VIMAX_HOME to a"
                                + " folder on another disk.");
            }
            ownerOnly(folder);
            for (Path path : new Path[] {folder.resolve("data"), assets(), logs(), run(), secrets(), cache()}) {
                Files.createDirectories(path);
            }
            ownerOnly(secrets());
            return this;
        } catch (IOException e) {
            throw Refusal.because(folder + " cannot be written (" + e.getClass().getSimpleName()
                    + "); set VIMAX_HOME to a folder of yours.");
        }
    }

    private static void ownerOnly(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
