package io.vimax.standalone.supervise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Processes named by id and start instant: an id alone may belong to somebody else by now. */
public final class Processes {
    /** The JDK computes start instants from the boot time in whole seconds, which moves when the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private Processes() {}

    /** The process, if it is still the same one. Without a start instant nothing can be proved, so nothing is found. */
    public static Optional<ProcessHandle> find(@Nullable Long pid, @Nullable Instant startedAt) {
        if (pid == null || startedAt == null) {
            return Optional.empty();
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .filter(start ->
                                Duration.between(start, startedAt).abs().compareTo(TOLERANCE) <= 0)
                        .isPresent());
    }

    /** Sends a signal by name; the JDK itself only knows TERM and KILL. */
    public static void signal(ProcessHandle process, String name) {
        if (!process.isAlive()) {
            return;
        }
        switch (name) {
            case "TERM" -> process.destroy();
            case "KILL" -> process.destroyForcibly();
            default -> {
                try {
                    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor();
                } catch (IOException _) {
                    process.destroy();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** Asks first, kills after the limit. */
    public static void stop(ProcessHandle process, String signal, Duration limit) {
        signal(process, signal);
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException _) {
            process.destroyForcibly();
            process.onExit()
                    .orTimeout(5, TimeUnit.SECONDS)
                    .exceptionally(_ -> process)
                    .join();
        }
    }

    /** Memory of a process in bytes with shared pages divided among their users; 0 where the system does not tell. */
    public static long memory(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
                if (line.startsWith("Pss:")) {
                    return 1024L * Long.parseLong(line.replaceAll("\\D+", ""));
                }
            }
        } catch (IOException _) {
            return residentMemory(pid);
        }
        return 0;
    }

    /** Of the process and everything it started. */
    public static long memoryOfTree(long pid) {
        return memory(pid)
                + ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .mapToLong(child -> memory(child.pid()))
                        .sum();
    }

    private static long residentMemory(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String text = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? 0 : 1024L * Long.parseLong(text);
        } catch (IOException | NumberFormatException _) {
            return 0;
        }
    }
}
