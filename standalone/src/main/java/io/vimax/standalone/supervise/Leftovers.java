package io.vimax.standalone.supervise;

import io.vimax.standalone.home.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Processes that a killed supervisor left behind. They are known by the state file (process id and start instant), and on Linux
 * also by a mark in their environment, which finds one that died before it could write its state. Nothing else is ever stopped.
 */
public final class Leftovers {
    /** In the environment of every part: the VIMAX_HOME it belongs to. */
    public static final String MARK = "VIMAX_PART_OF";

    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final Home home;

    public Leftovers(Home home) {
        this.home = home;
    }

    public Set<ProcessHandle> find() {
        Set<ProcessHandle> found = new LinkedHashSet<>();
        new StateFile(home)
                .read()
                .map(SystemState::parts)
                .orElse(List.of())
                .forEach(part -> Processes.find(part.pid(), part.startedAt()).ifPresent(found::add));
        found.addAll(marked());
        return found;
    }

    /** Stops them, servers included: their data survives that by design. */
    public int stop() {
        Set<ProcessHandle> found = find();
        List<Thread> stops = found.stream()
                .map(process -> Thread.ofVirtual().start(() -> Processes.stop(process, signalFor(process), LIMIT)))
                .toList();
        for (Thread thread : stops) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        return found.size();
    }

    /** PostgreSQL takes TERM as "when all clients have gone". */
    private static String signalFor(ProcessHandle process) {
        return process.info()
                        .command()
                        .filter(command -> command.endsWith("/postgres"))
                        .isPresent()
                ? "INT"
                : "TERM";
    }

    private Set<ProcessHandle> marked() {
        Set<ProcessHandle> found = new LinkedHashSet<>();
        String mark = MARK + "=" + home.folder() + "\0";
        Path proc = Path.of("/proc");
        if (!Files.isDirectory(proc.resolve("self"))) {
            return found;
        }
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            all.forEach(process -> {
                try {
                    String environment =
                            Files.readString(proc.resolve(process.pid() + "/environ"), StandardCharsets.ISO_8859_1);
                    if ((environment + "\0").contains(mark)) {
                        found.add(process);
                    }
                } catch (IOException | SecurityException _) {
                    // somebody else's process, or one that has just ended
                }
            });
        }
        return found;
    }
}
