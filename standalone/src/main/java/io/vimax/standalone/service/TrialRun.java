package io.vimax.standalone.service;

import io.vimax.standalone.home.Home;
import io.vimax.standalone.supervise.Leftovers;
import io.vimax.standalone.supervise.Part;
import io.vimax.standalone.supervise.Processes;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One part running for a training: up to readiness, then ended by a request, so that its JVM writes what it learnt. */
final class TrialRun implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    /** Writing a cache takes a JVM of its own and some ten seconds of processor time. */
    private static final Duration END_LIMIT = Duration.ofMinutes(5);

    private final Part part;
    private final Process process;

    private TrialRun(Part part, Process process) {
        this.part = part;
        this.process = process;
    }

    static TrialRun start(Part part, Home home) throws IOException, InterruptedException {
        part.prepare();
        Part.Launch launch = part.launch();
        ProcessBuilder builder =
                new ProcessBuilder(launch.command()).directory(launch.folder().toFile());
        builder.environment().putAll(launch.environment());
        builder.environment().put(Leftovers.MARK, home.folder().toString());
        Process process = builder.redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(home.log(part.name()).toFile())
                .start();
        TrialRun run = new TrialRun(part, process);
        try {
            run.awaitReady();
        } catch (IOException | InterruptedException | RuntimeException e) {
            run.close();
            throw e;
        }
        return run;
    }

    private void awaitReady() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        String why = "it did not answer";
        while (System.nanoTime() - begin < START_LIMIT.toNanos()) {
            if (!process.isAlive()) {
                throw new IOException("it ended with code " + process.exitValue());
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
            Thread.sleep(200);
        }
        throw new IOException("not ready after " + START_LIMIT.toMinutes() + " minutes: " + why);
    }

    /** Answers the exit code. */
    int end() throws InterruptedException {
        Processes.signal(process.toHandle(), part.stopSignal());
        if (!process.waitFor(END_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return process.exitValue();
    }

    /** Ended as asked: by itself, or by the signal after its clean-up. */
    static boolean clean(int code) {
        return code == 0 || code == 128 + 15;
    }

    /** Ended by itself with an error, and not killed because it was too slow. */
    static boolean ownFault(int code) {
        return !clean(code) && code < 128;
    }

    @Override
    public void close() {
        Processes.stop(process.toHandle(), part.stopSignal(), Duration.ofSeconds(20));
    }
}
