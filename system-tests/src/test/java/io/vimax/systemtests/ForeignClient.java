package io.vimax.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The scripts of {@code interop}: kafkajs with Confluent's JavaScript serdes, run by Node. */
final class ForeignClient {

    private static final Path HOME = Path.of("..", "interop");
    private static final Duration LONGEST_INSTALL = Duration.ofMinutes(10);
    private static final Duration LONGEST_RUN = Duration.ofMinutes(2);

    private ForeignClient() {}

    /** Installs what the lock file names, unless that was done since the file last changed. */
    static void install() throws IOException {
        Path installed = HOME.resolve("node_modules").resolve(".package-lock.json");
        Path lock = HOME.resolve("package-lock.json");
        if (!Files.exists(installed)
                || Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(lock)) < 0) {
            run(LONGEST_INSTALL, "", List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
            Files.setLastModifiedTime(installed, Files.getLastModifiedTime(lock));
        }
    }

    /** The JSON lines that the script prints. */
    static List<String> run(String script, String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(Arrays.asList(arguments));
        return run(LONGEST_RUN, input, command).lines().toList();
    }

    private static String run(Duration limit, String input, List<String> command) {
        Path out = null;
        Path err = null;
        try {
            out = Files.createTempFile("vimax-interop", ".out");
            err = Files.createTempFile("vimax-interop", ".err");
            Process process = new ProcessBuilder(command)
                    .directory(HOME.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError("%s %s:%n%s%n%s"
                        .formatted(
                                String.join(" ", command),
                                ended ? "ended with " + process.exitValue() : "took longer than " + limit,
                                Files.readString(out),
                                Files.readString(err)));
            }
            return Files.readString(out);
        } catch (IOException e) {
            throw new UncheckedIOException(String.join(" ", command) + " (is Node installed?)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            delete(out);
            delete(err);
        }
    }

    private static void delete(@org.jspecify.annotations.Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
