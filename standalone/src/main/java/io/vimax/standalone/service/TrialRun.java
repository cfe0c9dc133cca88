package io.vimax.standalone.service;

import io.vimax.standalone.home.Home;
import io.vimax.standalone.supervise.Part;
import io.vimax.standalone.supervise.PartProcess;
import java.io.IOException;
import java.time.Duration;

/** One part running for a training: up to readiness, then ended by a request, so that its JVM writes what it learnt. */
final class TrialRun implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    /** Writing a cache takes a JVM of its own and some ten seconds of processor time. */
    private static final Duration END_LIMIT = Duration.ofMinutes(5);

    private final PartProcess process;

    private TrialRun(PartProcess process) {
        this.process = process;
    }

    static TrialRun start(Part part, Home home) throws IOException, InterruptedException {
        PartProcess process = PartProcess.start(part, home);
        try {
            process.awaitReady(START_LIMIT);
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
        return new TrialRun(process);
    }

    /** Answers the exit code. */
    int end() throws InterruptedException {
        return process.end(END_LIMIT);
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
        process.close();
    }
}
