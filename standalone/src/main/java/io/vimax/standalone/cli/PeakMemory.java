package io.vimax.standalone.cli;

import io.vimax.standalone.supervise.SystemState;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Watches the memory of all processes of a system, the encoders of the worker included, from now until it is closed. */
final class PeakMemory implements AutoCloseable {
    /** Adding up the pages of a dozen processes costs some milliseconds; a render lasts several seconds. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Context context;
    private final AtomicLong most = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread watcher;

    PeakMemory(Context context) {
        this.context = context;
        this.watcher = Thread.ofVirtual().name("memory").start(this::watch);
    }

    private void watch() {
        try {
            while (!closed.get()) {
                context.running().ifPresent(this::look);
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(SystemState state) {
        most.accumulateAndGet(StatusCommand.memoryMb(state, context.clock().instant()), Math::max);
    }

    long megabytes() {
        return most.get();
    }

    @Override
    public void close() {
        closed.set(true);
        watcher.interrupt();
    }
}
