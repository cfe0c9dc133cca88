package io.vimax.worker.provider.local;

import io.vimax.worker.outage.Patience;
import io.vimax.worker.provider.Outcome;
import io.vimax.worker.provider.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Makes jobs of what engines do. The job's id is the generation's, so a repeat finds what the first one did. */
@Component
class LocalJobs {

    private static final int TIDIED_AT_ONCE = 200;

    private final JobLedger ledger;
    private final Workshop workshop;
    private final Patience patience;
    private final LocalProperties properties;
    private final Clock clock;

    LocalJobs(JobLedger ledger, Workshop workshop, Patience patience, LocalProperties properties, Clock clock) {
        this.ledger = ledger;
        this.workshop = workshop;
        this.patience = patience;
        this.properties = properties;
        this.clock = clock;
    }

    /** What an engine does for one job, in a folder that is empty and its own. */
    interface Engine {
        Made make(Path folder) throws Exception;
    }

    Submission accept(UUID generation) throws InterruptedException {
        patience.insist(() -> {
            ledger.accept(generation);
            return true;
        });
        return new Submission.Taken(generation.toString());
    }

    Outcome follow(String jobId, Engine engine) throws InterruptedException {
        UUID job = UUID.fromString(jobId);
        Optional<Outcome.Done> earlier = finished(job);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        String begin = "begin-" + patience.insist(() -> ledger.start(job));
        Path folder = folder(job).resolve(begin);
        try {
            discardOtherBeginnings(job, begin);
            Files.createDirectories(folder);
            Made made = workshop.run(() -> engine.make(folder));
            patience.insist(() -> {
                ledger.finish(job, begin, made);
                return true;
            });
            return finished(job).orElseThrow(() -> new IllegalStateException("Job " + job + " lost its result"));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            delete(folder);
            if (cause instanceof InterruptedException) {
                throw (InterruptedException) new InterruptedException("the engine was stopped").initCause(cause);
            }
            return new Outcome.Failed(LocalFailures.of(cause));
        } catch (IOException e) {
            delete(folder);
            return new Outcome.Failed(LocalFailures.of(e));
        } catch (InterruptedException e) {
            delete(folder);
            throw e;
        }
    }

    void discard(String jobId) {
        UUID job = UUID.fromString(jobId);
        delete(folder(job));
        ledger.discard(job);
    }

    /** A folder that lives longer than a job, for pieces that the next job of the same episode can use. */
    Path workFolder(UUID episode) {
        return properties.folder().toAbsolutePath().resolve("films").resolve(episode.toString());
    }

    /** Throws away what workers left that died between the end of a task and the end of its job. */
    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    void tidy() {
        ledger.leftOver(TIDIED_AT_ONCE).forEach(job -> discard(job.toString()));
        Path films = properties.folder().toAbsolutePath().resolve("films");
        if (!Files.isDirectory(films)) {
            return;
        }
        try (var folders = Files.list(films)) {
            for (Path folder : folders.toList()) {
                if (Files.getLastModifiedTime(folder)
                        .toInstant()
                        .isBefore(clock.instant().minus(properties.keepWork()))) {
                    delete(folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Outcome.Done> finished(UUID job) throws InterruptedException {
        Optional<JobLedger.Finished> entry = patience.insist(() -> ledger.findFinished(job));
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        Path folder = folder(job).resolve(entry.get().folder());
        Made made = entry.get().made();
        var products = made.files().stream().map(file -> file.in(folder)).toList();
        if (!products.stream().allMatch(product -> Files.isRegularFile(product.file()))) {
            patience.insist(() -> {
                ledger.reopen(job);
                return true;
            });
            return Optional.empty();
        }
        return Optional.of(new Outcome.Done(products, made.text(), 0L));
    }

    /** Half results of earlier beginnings. One that is still being written belongs to a worker that has lost its claim. */
    private void discardOtherBeginnings(UUID job, String begin) throws IOException {
        Path folder = folder(job);
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> others;
        try (var children = Files.list(folder)) {
            others = children.filter(child -> !child.endsWith(begin)).toList();
        }
        others.forEach(LocalJobs::delete);
    }

    private Path folder(UUID job) {
        return properties.folder().toAbsolutePath().resolve("jobs").resolve(job.toString());
    }

    private static void delete(@Nullable Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (NoSuchFileException e) {
            // Somebody else tidied at the same time.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
