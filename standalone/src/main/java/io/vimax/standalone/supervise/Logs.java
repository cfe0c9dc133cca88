package io.vimax.standalone.supervise;

import io.vimax.standalone.home.Home;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Keeps every log below a size: the full part is copied aside and the file is cut, because its writer keeps it open. */
final class Logs {
    private final Home home;
    private final long most;

    /**
     * @param most size in bytes above which a log is cut; one older piece of each is kept
     */
    Logs(Home home, long most) {
        this.home = home;
        this.most = most;
    }

    void rotate() {
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(home.logs(), "*.log")) {
            for (Path log : logs) {
                if (Files.size(log) > most) {
                    Files.copy(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                    try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
                        channel.truncate(0);
                    }
                }
            }
        } catch (IOException _) {
            // a full disk must not end the supervisor; the next round tries again
        }
    }
}
