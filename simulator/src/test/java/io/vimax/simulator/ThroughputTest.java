package io.vimax.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.simulator.model.Latency;
import io.vimax.simulator.model.LatencyProfile;
import io.vimax.simulator.model.WorkKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class ThroughputTest {

    private static final Logger LOG = LoggerFactory.getLogger(ThroughputTest.class);
    private static final int JOBS = 2_000;
    private static final int POLLERS = 64;
    private static final int POLLS = 200;

    @Test
    void holdsTwoThousandJobsAndAnswersEveryPoll() throws Exception {
        try (var fixture = new SimulatorFixture(configuration -> configuration.latency(
                LatencyProfile.INSTANT.with(WorkKind.VIDEO, new Latency.Fixed(Duration.ofMinutes(5)))))) {
            PlainClient client = fixture.client("ark", "a1");
            List<String> ids = all(
                    JOBS,
                    number -> client.post(
                                    "/api/v3/contents/generations/tasks",
                                    "{\"model\":\"doubao-seedance-1-0-pro-250528\",\"content\":[{\"type\":\"text\",\"text\":\"shot "
                                            + number + "\"}]}")
                            .at("/id"));
            assertThat(ids).doesNotHaveDuplicates().hasSize(JOBS);
            assertThat(fixture.simulator.jobs().running(fixture.clock.instant()))
                    .isEqualTo(JOBS);

            long begin = System.nanoTime();
            List<Integer> polled = all(POLLERS, poller -> {
                int good = 0;
                for (int i = 0; i < POLLS; i++) {
                    String id = ids.get((poller * POLLS + i) % JOBS);
                    good += client.get("/api/v3/contents/generations/tasks/" + id)
                                            .status()
                                    == 200
                            ? 1
                            : 0;
                }
                return good;
            });
            double seconds = (System.nanoTime() - begin) / 1e9;
            LOG.info("{} polls a second, client included", Math.round(POLLERS * POLLS / seconds));

            assertThat(polled).containsOnly(POLLS);
            assertThat(fixture.simulator.ledger().count(LedgerKind.POLLED)).isEqualTo(POLLERS * POLLS);
            assertThat(fixture.simulator.ledger().count(LedgerKind.CHARGED)).isEqualTo(JOBS);
            assertThat(fixture.simulator.ledger().count(LedgerKind.FAULT)).isZero();
        }
    }

    @Test
    void letsTwoThousandCallersWaitForTheirSpeechAtTheSameTime() throws Exception {
        try (var fixture = new SimulatorFixture(configuration -> configuration.latency(
                LatencyProfile.INSTANT.with(WorkKind.SPEECH, new Latency.Fixed(Duration.ofSeconds(2)))))) {
            PlainClient client = fixture.client("openai", "a1");
            List<Integer> statuses = all(
                    JOBS,
                    number -> client.post(
                                    "/v1/audio/speech", "{\"model\":\"tts-1\",\"input\":\"Line\",\"voice\":\"nova\"}")
                            .status());

            assertThat(statuses).containsOnly(200).hasSize(JOBS);
        }
    }

    private interface Numbered<T> {
        T call(int number) throws Exception;
    }

    private static <T> List<T> all(int count, Numbered<T> task) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<T>>();
            for (int i = 0; i < count; i++) {
                int number = i;
                Callable<T> callable = () -> task.call(number);
                futures.add(threads.submit(callable));
            }
            var results = new ArrayList<T>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
