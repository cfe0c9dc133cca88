package io.vimax.standalone.supervise;

import io.vimax.standalone.home.Home;
import io.vimax.standalone.supervise.PartState.Condition;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One part over its life: started, watched, started again. Runs on one virtual thread. */
final class Child {
    private static final Duration WATCH = Duration.ofSeconds(2);
    private static final Duration LISTEN = Duration.ofMillis(150);

    /** A process that answered once and then not for this long hangs, and only a new one helps. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Part part;
    private final Home home;
    private final RestartPolicy policy;
    private final Consumer<PartState> changed;
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile PartState state;
    private volatile @Nullable Process process;
    private volatile boolean stopping;

    Child(Part part, Home home, RestartPolicy policy, Consumer<PartState> changed) {
        this.part = part;
        this.home = home;
        this.policy = policy;
        this.changed = changed;
        this.state = PartState.waiting(part);
    }

    Part part() {
        return part;
    }

    PartState state() {
        return state;
    }

    /** Until the part has been ready once. */
    boolean awaitReady(Duration limit) throws InterruptedException {
        return ready.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    void run() {
        int failures = 0;
        try {
            while (!stopping) {
                long begin = System.nanoTime();
                String end = live();
                if (stopping) {
                    return;
                }
                boolean steady = System.nanoTime() - begin > policy.steady().toNanos();
                failures = steady ? 1 : failures + 1;
                switch (policy.after(failures, ready.getCount() == 0)) {
                    case RestartPolicy.NextStep.GiveUp() -> {
                        become(state.ended(
                                Condition.GIVEN_UP,
                                part.name() + " " + end + ", " + failures + " times in a row: "
                                        + LogTail.cause(home.log(part.name())) + " (its log: "
                                        + home.log(part.name()) + ")"));
                        return;
                    }
                    case RestartPolicy.NextStep.StartAgain(Duration pause) -> {
                        become(state.ended(Condition.RESTARTING, end));
                        Thread.sleep(pause);
                    }
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** One process from start to end; answers how it ended, in words. */
    private String live() throws InterruptedException {
        try {
            part.prepare();
            Process started = start();
            process = started;
            become(state.running(started.toHandle()));
            if (stopping) {
                Processes.stop(started.toHandle(), part.stopSignal(), part.stopLimit());
            }
            while (started.isAlive() && !bringIntoService()) {
                started.waitFor(LISTEN.toMillis(), TimeUnit.MILLISECONDS);
            }
            watch(started);
            return "ended with code " + started.waitFor();
        } catch (IOException e) {
            return "could not be started (" + e.getMessage() + ")";
        }
    }

    private boolean bringIntoService() throws InterruptedException {
        if (!part.answers()) {
            return false;
        }
        try {
            part.settle();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            become(state.noting("answers, but is not usable yet: " + e.getMessage()));
            return false;
        }
        become(state.now(Condition.READY).noting(null));
        ready.countDown();
        return true;
    }

    private void watch(Process started) throws InterruptedException {
        long lastAnswer = System.nanoTime();
        while (!started.waitFor(WATCH.toMillis(), TimeUnit.MILLISECONDS) && !stopping) {
            if (part.answers()) {
                lastAnswer = System.nanoTime();
                if (state.condition() == Condition.SILENT) {
                    become(state.now(Condition.READY));
                }
            } else if (System.nanoTime() - lastAnswer > PATIENCE.toNanos()) {
                started.destroyForcibly();
            } else if (state.condition() == Condition.READY && started.isAlive()) {
                become(state.now(Condition.SILENT));
            }
        }
    }

    private Process start() throws IOException {
        // Appending lets the supervisor cut a grown log while the process goes on writing, and outlives a killed
        // supervisor.
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(home.log(part.name()).toFile());
        return PartStart.of(part, home).redirectOutput(log).start();
    }

    void stop() {
        stopping = true;
        Process running = process;
        if (running != null) {
            Processes.stop(running.toHandle(), part.stopSignal(), part.stopLimit());
        }
        become(state.ended(Condition.STOPPED, "stopped"));
    }

    private synchronized void become(PartState next) {
        if (stopping && next.condition() != Condition.STOPPED && next.pid() == null) {
            return;
        }
        state = next;
        changed.accept(next);
    }
}
