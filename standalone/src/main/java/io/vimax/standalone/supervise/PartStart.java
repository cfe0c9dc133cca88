package io.vimax.standalone.supervise;

import io.vimax.standalone.home.Home;
import io.vimax.standalone.home.Java;
import io.vimax.standalone.home.Trees;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the process of a part begins, whoever watches it afterwards. */
final class PartStart {

    private PartStart() {}

    /** Ready to start, but for where its output goes. */
    static ProcessBuilder of(Part part, Home home) throws IOException {
        Part.Launch launch = part.launch();
        Optional<Path> scratch = emptied(home.scratch(part.name()));
        List<String> command =
                scratch.map(folder -> withScratch(launch.command(), folder)).orElse(launch.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(launch.folder().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        // Keys of providers reach only the process that is given them in so many words.
        environment.keySet().removeIf(PartStart::holdsKeys);
        environment.putAll(launch.environment());
        scratch.ifPresent(folder -> environment.put("TMPDIR", folder.toString()));
        environment.put(Leftovers.MARK, home.folder().toString());
        return builder;
    }

    /**
     * What a killed process left in its folder for temporary files would stay for ever in one that all share. A folder that cannot be
     * made keeps no part from starting.
     */
    private static Optional<Path> emptied(Path scratch) {
        try {
            Trees.delete(scratch);
        } catch (IOException | UncheckedIOException _) {
            // A child of the killed process may still be writing; the next start deletes what that leaves.
        }
        try {
            return Optional.of(Files.createDirectories(scratch));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** A JVM does not look at TMPDIR. */
    static List<String> withScratch(List<String> command, Path scratch) {
        List<String> longer = new ArrayList<>(command);
        if (longer.getFirst().equals(Java.program().toString())) {
            longer.add(1, "-Djava.io.tmpdir=" + scratch);
        }
        return longer;
    }

    private static boolean holdsKeys(String variable) {
        return variable.startsWith("VIMAX_KEYS_") || variable.equals("VIMAX_MASTER_KEYS");
    }
}
