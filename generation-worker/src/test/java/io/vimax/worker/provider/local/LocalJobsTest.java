package io.vimax.worker.provider.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.tracing.Tracer;
import io.vimax.testing.PostgresServer;
import io.vimax.worker.outage.Patience;
import io.vimax.worker.provider.Outcome;
import io.vimax.worker.provider.Product;
import io.vimax.worker.provider.failure.ProviderFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalJobsTest {

    private static final String FILE = "out.txt";

    private HikariDataSource database;
    private Workshop workshop;
    private LocalJobs jobs;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path temporary) {
        folder = temporary;
        database = new HikariDataSource();
        database.setJdbcUrl(PostgresServer.freshUrl());
        database.setUsername("postgres");
        database.setPassword("postgres");
        Flyway.configure().dataSource(database).load().migrate();
        var properties = new LocalProperties(temporary, 2, Duration.ofDays(7));
        workshop = new Workshop(properties, Tracer.NOOP);
        var ledger =
                new JobLedger(JdbcClient.create(database), JsonMapper.builder().build());
        jobs = new LocalJobs(ledger, workshop, new Patience(), properties, Clock.systemUTC());
    }

    @AfterAll
    void stop() {
        workshop.destroy();
        database.close();
    }

    @Test
    void neverDoesAFinishedJobAgain() throws Exception {
        String job = accepted();
        var times = new AtomicInteger();

        var first = done(jobs.follow(job, room -> write(room, "one", times)));
        var second = done(jobs.follow(job, room -> write(room, "two", times)));

        assertThat(times).hasValue(1);
        assertThat(second.products().getFirst().file())
                .hasSameTextualContentAs(first.products().getFirst().file());
    }

    @Test
    void throwsTheHalfResultOfADeadWorkerAway() throws Exception {
        String job = accepted();
        Path half = Files.createDirectories(folder.resolve("jobs").resolve(job).resolve("begin-0"));
        Files.writeString(half.resolve(FILE), "half");

        var outcome = done(jobs.follow(job, room -> write(room, "whole", new AtomicInteger())));

        assertThat(half).doesNotExist();
        assertThat(outcome.products().getFirst().file()).hasContent("whole");
    }

    @Test
    void doesAJobAgainWhoseFilesSomebodyRemoved() throws Exception {
        String job = accepted();
        var times = new AtomicInteger();
        var first = done(jobs.follow(job, room -> write(room, "one", times)));
        Files.delete(first.products().getFirst().file());

        done(jobs.follow(job, room -> write(room, "one", times)));

        assertThat(times).hasValue(2);
    }

    @Test
    void mayBeAskedAgainAfterItWasDiscarded() throws Exception {
        String job = accepted();
        var times = new AtomicInteger();
        jobs.follow(job, room -> write(room, "one", times));
        jobs.discard(job);
        assertThat(folder.resolve("jobs").resolve(job)).doesNotExist();

        jobs.accept(UUID.fromString(job));
        done(jobs.follow(job, room -> write(room, "two", times)));

        assertThat(times).hasValue(2);
    }

    @Test
    void endsTheEngineBeforeAnInterruptedFollowReturns() throws Exception {
        String job = accepted();
        var begun = new CountDownLatch(1);
        var ended = new AtomicReference<String>("no");
        var failure = new AtomicReference<Throwable>();
        Thread follower = Thread.ofVirtual().start(() -> {
            try {
                jobs.follow(job, room -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } finally {
                        ended.set("yes");
                    }
                    return Made.words("never");
                });
            } catch (InterruptedException e) {
                failure.set(e);
                ended.compareAndSet("no", "follow returned first");
            }
        });
        begun.await();

        follower.interrupt();

        await().untilAsserted(() -> assertThat(failure.get()).isInstanceOf(InterruptedException.class));
        assertThat(ended).hasValue("yes");
    }

    @Test
    void saysThatTheDiskIsFull() throws Exception {
        var outcome = jobs.follow(accepted(), _ -> {
            throw new IOException("No space left on device");
        });

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure()).isInstanceOf(ProviderFailure.DiskFull.class));
    }

    @Test
    void failsAJobWhoseEngineLacksALibrary() throws Exception {
        var outcome = jobs.follow(accepted(), _ -> {
            throw new UnsatisfiedLinkError("libfreetype.so");
        });

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure()).isInstanceOf(ProviderFailure.JobBroke.class));
    }

    private String accepted() throws InterruptedException {
        UUID job = UUID.randomUUID();
        jobs.accept(job);
        return job.toString();
    }

    private static Made write(Path room, String words, AtomicInteger times) throws IOException {
        times.incrementAndGet();
        Files.writeString(room.resolve(FILE), words);
        return Made.file(Product.Role.CAPTIONS_SRT, FILE);
    }

    private static Outcome.Done done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return (Outcome.Done) outcome;
    }
}
