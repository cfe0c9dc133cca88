package io.vimax.bench.leases;

import io.vimax.bench.measure.Together;
import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Threads that do a number of calls together, as fast as they can. */
final class Crew implements AutoCloseable {

    private final int size;
    private final ExecutorService threads;

    Crew(int size) {
        this.size = size;
        this.threads = Executors.newFixedThreadPool(size);
    }

    /** @return nanoseconds until all calls were done */
    long run(int calls, IntConsumer call) throws IOException, InterruptedException {
        var next = new AtomicInteger();
        Callable<Boolean> member = () -> {
            for (int number = next.getAndIncrement(); number < calls; number = next.getAndIncrement()) {
                call.accept(number);
            }
            return true;
        };
        long begin = System.nanoTime();
        Together.run(threads, Collections.nCopies(size, member));
        return System.nanoTime() - begin;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
