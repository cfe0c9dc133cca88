package io.vimax.keypool.books;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Writes what many callers bring in one transaction each time, because a commit costs the same for one row as for a hundred. While
 * one batch is committed the next one gathers; where the last one had company, the next one waits a moment for more. A batch that
 * fails is written again one by one, so that a bad entry fails alone; a database that is away fails all of them at once.
 */
final class GroupCommit<T, R> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

    /**
     * A third of what a commit takes on a common disk. Under load it makes fewer transactions of the same entries; who comes alone never
     * waits.
     */
    private static final long WAIT_FOR_COMPANY_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final int most;
    private final Writer<T, R> writer;
    private final BlockingQueue<Waiting<T, R>> queue;
    private final Thread thread;

    /** @param most entries of one transaction */
    GroupCommit(String name, int most, Writer<T, R> writer) {
        this.most = most;
        this.writer = writer;
        this.queue = new ArrayBlockingQueue<>(most * 64);
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** Writes all entries in one transaction and answers for each, in their order. */
    @FunctionalInterface
    interface Writer<T, R> {
        List<R> write(List<T> entries);
    }

    private record Waiting<T, R>(T entry, CompletableFuture<R> written) {}

    /** Returns when the entry is durable, with the writer's answer; throws what writing it threw. */
    R write(T entry) {
        return await(start(entry));
    }

    static <R> R await(CompletableFuture<R> written) {
        try {
            return written.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    CompletableFuture<R> start(T entry) {
        var waiting = new Waiting<T, R>(entry, new CompletableFuture<>());
        try {
            if (!thread.isAlive() || !queue.offer(waiting, 2, TimeUnit.SECONDS)) {
                waiting.written()
                        .completeExceptionally(new DataAccessResourceFailureException("The books cannot keep up"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            waiting.written().completeExceptionally(new DataAccessResourceFailureException("Interrupted", e));
        }
        return waiting.written();
    }

    private void run() {
        List<Waiting<T, R>> batch = new ArrayList<>(most);
        while (!Thread.currentThread().isInterrupted()) {
            try {
                boolean hadCompany = batch.size() > 1;
                batch.clear();
                batch.add(queue.take());
                if (hadCompany) {
                    LockSupport.parkNanos(WAIT_FOR_COMPANY_NANOS);
                }
                queue.drainTo(batch, most - 1);
                write(batch);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        batch.clear();
        queue.drainTo(batch);
        batch.forEach(waiting -> waiting.written()
                .completeExceptionally(new DataAccessResourceFailureException("The service is stopping")));
    }

    private void write(List<Waiting<T, R>> batch) {
        try {
            List<R> answers = writer.write(batch.stream().map(Waiting::entry).toList());
            for (int at = 0; at < batch.size(); at++) {
                batch.get(at).written().complete(answers.get(at));
            }
        } catch (DataAccessResourceFailureException | CannotCreateTransactionException e) {
            batch.forEach(waiting -> waiting.written().completeExceptionally(e));
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                batch.getFirst().written().completeExceptionally(e);
            } else {
                log.info("A batch of {} entries is written one by one: {}", batch.size(), e.toString());
                batch.forEach(waiting -> write(List.of(waiting)));
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
