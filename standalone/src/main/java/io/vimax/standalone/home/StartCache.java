package io.vimax.standalone.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The AOT cache of one program: what its JVM learnt in a training run, so that later starts need not learn it again.
 *
 * @param file where the cache lies
 * @param training whether this run makes the cache or uses it
 */
public record StartCache(Path file, boolean training) {
    public static StartCache used(Path program) {
        return new StartCache(program.resolve("app.aot"), false);
    }

    public static StartCache trained(Path program) {
        return new StartCache(program.resolve("app.aot"), true);
    }

    /** A JVM that refuses its cache starts slowly instead of not at all, and says nothing that would alarm a reader of the log. */
    public List<String> flags() {
        if (training) {
            return List.of("-XX:AOTCacheOutput=" + next(), "-Xlog:aot*=off", "-Xlog:cds*=off");
        }
        return Files.exists(file) ? List.of("-XX:AOTCache=" + file, "-Xlog:aot*=off", "-Xlog:cds*=off") : List.of();
    }

    /**
     * Whether training was tried, well or badly, for this content and this Java: it is not tried again.
     *
     * @param content changes when the program changes
     */
    public boolean tried(String content) {
        try {
            return Files.exists(mark()) && Files.readString(mark()).equals(stamp(content));
        } catch (IOException _) {
            return false;
        }
    }

    /**
     * Puts a new cache in place, or takes a worthless one away: a failed run writes one too.
     *
     * @param good whether the run ended as it should
     * @param lasting whether another try would end the same way; a run that was only too slow is worth another
     */
    public boolean settle(String content, boolean good, boolean lasting) throws IOException {
        boolean made = good && Files.exists(next());
        if (made) {
            Files.move(next(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.deleteIfExists(next());
            Files.deleteIfExists(file);
        }
        if (made || lasting) {
            Atomically.write(mark(), stamp(content));
        }
        return made;
    }

    private Path next() {
        return file.resolveSibling("training.aot");
    }

    private Path mark() {
        return file.resolveSibling("app.aot.tried");
    }

    private static String stamp(String content) {
        return content + " " + System.getProperty("java.vm.version", "");
    }
}
