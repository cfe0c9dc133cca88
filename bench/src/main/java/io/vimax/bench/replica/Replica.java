package io.vimax.bench.replica;

import io.vimax.standalone.home.Dist;
import io.vimax.standalone.home.Java;
import io.vimax.standalone.home.StartCache;
import io.vimax.standalone.server.Loopback;
import io.vimax.standalone.service.Service;
import io.vimax.testing.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One process of a service, started from the built programs, which can be killed and started again at the same port. */
public final class Replica implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final Service service;
    private final Path program;
    private final List<String> flags;
    private final Map<String, String> environment;
    private final Path log;
    private final int port = FreePort.find();
    private Process process;

    /**
     * Starts one; it may not answer yet.
     *
     * @param flags of its JVM
     * @param log gets what it prints
     */
    public Replica(Dist dist, Service service, List<String> flags, Map<String, String> environment, Path log)
            throws IOException {
        String folder = dist.build().services().get(service.title());
        if (folder == null) {
            throw new IOException("The build has no " + service.title() + "; run './vimax build'.");
        }
        this.service = service;
        this.program = dist.services().resolve(folder);
        this.flags = List.copyOf(flags);
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.process = launch(Map.of());
    }

    private Process launch(Map<String, String> changes) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Java.program().toString());
        command.addAll(Java.COMMON_FLAGS);
        command.addAll(flags);
        command.addAll(StartCache.used(program).flags());
        command.addAll(List.of("-jar", service.title() + ".jar"));
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(program.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().putAll(changes);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        return builder.start();
    }

    public int port() {
        return port;
    }

    /** Ends it in the middle of whatever it does, by {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    public void startAgain() throws IOException {
        startAgain(Map.of());
    }

    /** @param changes of the environment that it had at first */
    public void startAgain(Map<String, String> changes) throws IOException {
        process = launch(changes);
    }

    public long pid() {
        return process.pid();
    }

    /** What it has used of the processors since it was started last. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Whether it takes calls now. */
    public boolean isReady() throws InterruptedException {
        return process.isAlive() && Loopback.isOk(port, "/actuator/health/readiness");
    }

    /** Waits until it takes calls. */
    public void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IOException(service.title() + " ended while it started; its log is " + log);
            }
            if (isReady()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IOException(service.title() + " did not become ready; its log is " + log);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
