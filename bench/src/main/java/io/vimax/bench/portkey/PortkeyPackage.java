package io.vimax.bench.portkey;

import io.vimax.standalone.console.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** The gateway as npm has it (MIT licence), in exactly the version that the lock file beside this class names. */
final class PortkeyPackage {

    static final String NAME = "@portkey-ai/gateway";

    private static final String LOCK = "package-lock.json";
    private static final Duration LONGEST_INSTALL = Duration.ofMinutes(10);

    private final Path folder;

    private PortkeyPackage(Path folder) {
        this.folder = folder;
    }

    /** Installs it, without running anything of it, unless the folder has it. */
    static PortkeyPackage in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("loopback.cjs"), resource("loopback.cjs"));
        byte[] lock = resource(LOCK);
        Path installed = folder.resolve("installed-" + LOCK);
        if (!Files.exists(installed) || !Arrays.equals(Files.readAllBytes(installed), lock)) {
            Files.write(folder.resolve(LOCK), lock);
            Files.write(folder.resolve("package.json"), resource("package.json"));
            install(folder);
            Files.write(installed, lock);
        }
        return new PortkeyPackage(folder);
    }

    private static void install(Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("install.log");
        Process npm;
        try {
            npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException _) {
            throw Refusal.because(NAME + " comes from npm and 'npm' was not found; install Node 20 or newer with npm.");
        }
        boolean ended = npm.waitFor(LONGEST_INSTALL.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            npm.descendants().forEach(ProcessHandle::destroyForcibly);
            npm.destroyForcibly().waitFor();
        }
        if (!ended || npm.exitValue() != 0) {
            throw Refusal.because(NAME + " could not be installed; npm's log is " + log + ".");
        }
    }

    /** What starts it. */
    List<String> command(int port) {
        return List.of(
                "node",
                "--require",
                folder.resolve("loopback.cjs").toString(),
                folder.resolve("node_modules/" + NAME + "/build/start-server.js")
                        .toString(),
                "--headless",
                "--port=" + port);
    }

    static String version() {
        return JsonMapper.builder()
                .build()
                .readTree(new String(resource("package.json"), StandardCharsets.UTF_8))
                .path("dependencies")
                .path(NAME)
                .asString();
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(PortkeyPackage.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
