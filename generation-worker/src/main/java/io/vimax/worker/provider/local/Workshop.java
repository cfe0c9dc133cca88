package io.vimax.worker.provider.local;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Platform threads for the engines, no more than the machine has use for; virtual ones would be starved by them. */
@Component
class Workshop implements DisposableBean {

    private final ExecutorService threads;
    private final Tracer tracer;

    Workshop(LocalProperties properties, Tracer tracer) {
        this.tracer = tracer;
        this.threads = Executors.newFixedThreadPool(
                properties.enginesAtOnce(),
                Thread.ofPlatform().daemon().name("engine-", 0).factory());
    }

    /** Runs the work when there is room for it, in the caller's trace. An interrupt of the caller ends the work first. */
    <T> T run(Callable<T> work) throws InterruptedException, ExecutionException {
        Span span = tracer.currentSpan();
        var begun = new AtomicBoolean();
        var over = new CountDownLatch(1);
        Future<T> future = threads.submit(() -> {
            begun.set(true);
            try {
                return traced(span, work);
            } finally {
                over.countDown();
            }
        });
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            if (begun.get()) {
                awaitInAnyCase(over);
            }
            throw e;
        }
    }

    private <T> T traced(@Nullable Span span, Callable<T> work) throws Exception {
        if (span == null) {
            return work.call();
        }
        try (var _ = tracer.withSpan(span)) {
            return work.call();
        }
    }

    /** Engines end soon after an interrupt; until then their folder is theirs. */
    private static void awaitInAnyCase(CountDownLatch over) {
        boolean interrupted = false;
        while (true) {
            try {
                over.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
