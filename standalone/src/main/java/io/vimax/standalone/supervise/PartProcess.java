package io.vimax.standalone.supervise;

import io.vimax.standalone.home.Home;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One part as a process that nobody starts again when it ends. */
public final class PartProcess implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Part part;
    private final Process process;

    private PartProcess(Part part, Process process) {
        this.part = part;
        this.process = process;
    }

    /** Starts it; it may not answer yet. */
    public static PartProcess start(Part part, Home home) throws IOException, InterruptedException {
        part.prepare();
        return new PartProcess(
                part,
                PartStart.of(part, home)
                        .redirectOutput(home.log(part.name()).toFile())
                        .start());
    }

    /**
     * Waits until it answers, and has it make what it keeps for others.
     *
     * @throws IOException if it ends before that, or is not ready in time; the message does not name it
     */
    public void awaitReady(Duration limit) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        String why = "it did not answer";
        while (System.nanoTime() - begin < limit.toNanos()) {
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
            Thread.sleep(LOOK);
        }
        throw new IOException("not ready after " + limit.toMinutes() + " minutes: " + why);
    }

    public String name() {
        return part.name();
    }

    /**
     * Asks it to end, and ends it when it does not within the limit.
     *
     * @return its exit code
     */
    public int end(Duration limit) throws InterruptedException {
        Processes.signal(process.toHandle(), part.stopSignal());
        if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        Processes.stop(process.toHandle(), part.stopSignal(), STOP_LIMIT);
    }
}
