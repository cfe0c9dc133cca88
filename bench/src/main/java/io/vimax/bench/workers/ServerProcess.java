package io.vimax.bench.workers;

import io.vimax.standalone.home.Home;
import io.vimax.standalone.supervise.Part;
import io.vimax.standalone.supervise.Processes;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A server of the standalone system as a process of this one. */
final class ServerProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final Part part;
    private final Process process;

    private ServerProcess(Part part, Process process) {
        this.part = part;
        this.process = process;
    }

    /** Starts it; it may not answer yet. */
    static ServerProcess start(Part part, Home home) throws IOException, InterruptedException {
        part.prepare();
        Part.Launch launch = part.launch();
        ProcessBuilder builder =
                new ProcessBuilder(launch.command()).directory(launch.folder().toFile());
        builder.environment().putAll(launch.environment());
        return new ServerProcess(
                part,
                builder.redirectInput(new File("/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(home.log(part.name()).toFile())
                        .start());
    }

    /** Waits until it answers, and has it make what it keeps for others. */
    void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        String why = "it did not answer";
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IOException(part.name() + " ended with code " + process.exitValue());
            }
            if (part.answers()) {
                try {
                    part.settle();
                    return;
                } catch (InterruptedException e) {
                    throw e;
                } catch (Exception e) {
                    why = String.valueOf(e.getMessage());
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException(part.name() + " did not become ready: " + why);
    }

    @Override
    public void close() {
        Processes.stop(process.toHandle(), part.stopSignal(), Duration.ofSeconds(20));
    }
}
