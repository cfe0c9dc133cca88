package io.vimax.worker.task.run;

import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Outcome;
import io.vimax.worker.provider.Product;
import io.vimax.worker.provider.Progress;
import io.vimax.worker.provider.ProgressListener;
import io.vimax.worker.provider.Submission;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.port.ImageProvider;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/**
 * A provider at the far end of a wire, as one object that several workers share: jobs wait until a test lets them end, and it
 * keeps a ledger of what was submitted.
 */
final class ScriptedProvider implements ImageProvider {

    private final String name;
    private final boolean knowsRepeats;
    private final Semaphore mayEnd = new Semaphore(0);
    private final Map<UUID, AtomicInteger> submitted = new ConcurrentHashMap<>();
    private final Map<String, Outcome> ended = new ConcurrentHashMap<>();
    private final Queue<Submission> answers = new ArrayDeque<>();
    private final List<String> discarded = new CopyOnWriteArrayList<>();
    private final List<Thread> followers = new CopyOnWriteArrayList<>();
    private final Map<String, String> objections = new ConcurrentHashMap<>();
    private volatile boolean free;

    ScriptedProvider(String name, boolean knowsRepeats) {
        this.name = name;
        this.knowsRepeats = knowsRepeats;
    }

    /** From now on jobs end as soon as they are followed. */
    void letAllEnd() {
        free = true;
        mayEnd.release(10_000);
    }

    void letEnd(int jobs) {
        mayEnd.release(jobs);
    }

    /** The next submissions get these answers instead of being taken. */
    synchronized void answerNext(Submission answer) {
        answers.add(answer);
    }

    int timesSubmitted(UUID generation) {
        var times = submitted.get(generation);
        return times == null ? 0 : times.get();
    }

    int following() {
        return (int) followers.stream().filter(Thread::isAlive).count();
    }

    List<String> discarded() {
        return List.copyOf(discarded);
    }

    @Override
    public String name() {
        return name;
    }

    /** From now on this is what speaks against a model. */
    void objectTo(String model, String words) {
        objections.put(model, words);
    }

    @Override
    public Optional<String> objectionTo(String model, Work.Image work) {
        return Optional.ofNullable(objections.get(model));
    }

    @Override
    public Submission submit(Job<Work.Image> job) {
        submitted.computeIfAbsent(job.generationId(), _ -> new AtomicInteger()).incrementAndGet();
        synchronized (this) {
            Submission answer = answers.poll();
            return answer != null ? answer : new Submission.Taken("job-" + job.generationId());
        }
    }

    @Override
    public Outcome follow(Job<Work.Image> job, String jobId, ProgressListener progress) throws InterruptedException {
        followers.add(Thread.currentThread());
        progress.on(new Progress("drawing", 1, 1, 0.25));
        if (!free && !ended.containsKey(jobId)) {
            mayEnd.acquire();
        }
        progress.on(new Progress("drawing", 1, 1, 1.0));
        return ended.computeIfAbsent(
                jobId, _ -> new Outcome.Done(List.of(new Product(Product.Role.KEYFRAME, picture())), null, 1_250L));
    }

    @Override
    public void discard(Job<Work.Image> job, String jobId) {
        discarded.add(jobId);
    }

    @Override
    public boolean knowsRepeats() {
        return knowsRepeats;
    }

    @Override
    public boolean worksInsideTheWorker() {
        return false;
    }

    static Path picture() {
        try {
            Path file = Files.createTempFile("vimax-keyframe", ".png");
            file.toFile().deleteOnExit();
            ImageIO.write(new BufferedImage(32, 18, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
