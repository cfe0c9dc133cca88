package io.vimax.bench.measure;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waiting for what a measurement needs; what does not come is an error, and no figure. */
public final class Await {

    private static final long STEP_MS = 100;

    private Await() {}

    /** Something that holds sooner or later. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws IOException, SQLException, InterruptedException;
    }

    /**
     * Returns once it holds.
     *
     * @param what in words, for the error
     */
    public static void until(String what, Duration longest, Condition condition)
            throws IOException, SQLException, InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IOException("After " + longest.toSeconds() + " s there is still no sign of this: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(STEP_MS);
        }
    }
}
