package io.vimax.bench.leases;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    int size() {
        return size;
    }

    /** @return nanoseconds until all calls were done */
    long run(int calls, IntConsumer call) throws InterruptedException {
        var next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        long begin = System.nanoTime();
        for (int thread = 0; thread < size; thread++) {
            running.add(threads.submit(() -> {
                for (int number = next.getAndIncrement(); number < calls; number = next.getAndIncrement()) {
                    call.accept(number);
                }
            }));
        }
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("A call failed: " + e.getCause(), e.getCause());
            }
        }
        return System.nanoTime() - begin;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
