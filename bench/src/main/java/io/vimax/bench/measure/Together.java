package io.vimax.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Work of several threads, of which no failure goes unseen: a load that ended early would give good figures. */
public final class Together {

    private Together() {}

    /**
     * Waits for all tasks.
     *
     * @return what they gave, in their order
     * @throws IOException with the first failure in the order of the tasks
     */
    public static <T> List<T> run(ExecutorService threads, List<? extends Callable<T>> tasks)
            throws IOException, InterruptedException {
        List<T> results = new ArrayList<>();
        for (Future<T> done : threads.invokeAll(tasks)) {
            try {
                results.add(done.get());
            } catch (ExecutionException e) {
                throw new IOException("A call failed: " + e.getCause(), e.getCause());
            }
        }
        return results;
    }
}
