package io.vimax.worker.task.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.vimax.schemas.Topics;
import io.vimax.schemas.generation.v1.GenerationRequested;
import io.vimax.testing.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

/** Two replicas on one database, one broker and one asset folder share the shots of an episode. */
class ReplicasTest {

    private static final int SHOTS = 12;

    private final FakeKeyPool pool = new FakeKeyPool();
    private final ScriptedProvider slow = new ScriptedProvider("slow", false);
    private WorkerUnderTest one;
    private WorkerUnderTest two;

    @BeforeEach
    void start(@TempDir Path assets) {
        String database = PostgresServer.freshUrl();
        one = replica(database, assets, "one").start();
        two = replica(database, assets, "two").start();
    }

    @AfterEach
    void stop() {
        one.close();
        two.close();
        pool.close();
    }

    private WorkerUnderTest.Builder replica(String database, Path assets, String name) {
        return WorkerUnderTest.on(database)
                .keyPool(pool)
                .provider(slow)
                .with(
                        "--worker.asset.folder=" + assets,
                        "--worker.task.worker=" + name,
                        "--event.member=" + name,
                        "--worker.task.most-per-lane=4",
                        "--spring.kafka.listener.auto-startup=true",
                        "--spring.kafka.consumer.group-id=replicas-test");
    }

    @Test
    void shareTheShotsOfOneEpisodeAndMakeEachOnce() {
        List<GenerationRequested> shots = send();
        await().atMost(Duration.ofSeconds(20)).until(() -> slow.following() == 8);
        assertThat(inHand("one")).isEqualTo(4);
        assertThat(inHand("two")).isEqualTo(4);

        slow.letAllEnd();

        awaitAll(shots);
        assertThat(shots).allMatch(shot -> slow.timesSubmitted(shot.getGenerationId()) == 1);
        assertThat(shots).allMatch(shot -> SentEvents.of(shot.getGenerationId()).size() == 1);
    }

    @Test
    void takeOverFromOneThatFellSilentWithoutSubmittingAgain() {
        List<GenerationRequested> shots = send();
        await().atMost(Duration.ofSeconds(20)).until(() -> slow.following() == 8);

        one.worker().abandon();
        slow.letAllEnd();

        awaitAll(shots);
        assertThat(shots).allMatch(shot -> slow.timesSubmitted(shot.getGenerationId()) == 1);
        assertThat(shots).allMatch(shot -> SentEvents.of(shot.getGenerationId()).size() == 1);
    }

    @Test
    void goOnAtOnceWithWhatAReplicaGivesUpWhenItStops() {
        List<GenerationRequested> shots = send();
        await().atMost(Duration.ofSeconds(20)).until(() -> slow.following() == 8);

        one.worker().stop();

        assertThat(inHand("one")).isZero();
        slow.letAllEnd();
        awaitAll(shots);
        assertThat(shots).allMatch(shot -> slow.timesSubmitted(shot.getGenerationId()) == 1);
        assertThat(shots).allMatch(shot -> attempt(shot) == 1);
    }

    @Test
    void keepTheTraceOfTheRequestToTheEnd() {
        Tracer tracer = one.bean(Tracer.class);
        Span span = tracer.nextSpan().start();
        List<GenerationRequested> shots;
        try (var _ = tracer.withSpan(span)) {
            shots = send();
        } finally {
            span.end();
        }

        slow.letAllEnd();

        awaitAll(shots);
        assertThat(shots)
                .allSatisfy(shot -> assertThat(SentEvents.sent(shot.getGenerationId()))
                        .extracting(SentEvents.Sent::trace)
                        .containsOnly(span.context().traceId()));
    }

    /** Then one that is killed reads on when it comes back, and no other stops for it. */
    @Test
    void areConsumersUnderTheirOwnNames() {
        try (var admin = Admin.create(one.bean(KafkaAdmin.class).getConfigurationProperties())) {
            // There is no such group until the first one joins.
            await().atMost(Duration.ofSeconds(20))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(members(admin))
                            .extracting(member -> member.groupInstanceId().orElse("nameless"))
                            .containsExactlyInAnyOrder(
                                    "one-generation-requests-0",
                                    "one-generation-cancellations-0",
                                    "two-generation-requests-0",
                                    "two-generation-cancellations-0"));
        }
    }

    private static Collection<MemberDescription> members(Admin admin) throws Exception {
        return admin.describeConsumerGroups(List.of("replicas-test")).all().get().values().stream()
                .flatMap(group -> group.members().stream())
                .toList();
    }

    private List<GenerationRequested> send() {
        UUID person = UUID.randomUUID();
        UUID episode = UUID.randomUUID();
        @SuppressWarnings("unchecked")
        KafkaTemplate<String, SpecificRecordBase> kafka = one.bean(KafkaTemplate.class);
        return IntStream.range(0, SHOTS)
                .mapToObj(_ -> {
                    var shot = Requests.image("slow")
                            .setUserId(person)
                            .setEpisodeId(episode)
                            .build();
                    kafka.send(Topics.GENERATION_REQUESTED.name(), episode.toString(), shot)
                            .join();
                    return shot;
                })
                .toList();
    }

    private void awaitAll(List<GenerationRequested> shots) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> two.jdbc()
                                .sql("select count(*) from task where state = 'SUCCEEDED' and id = any (:ids)")
                                .param(
                                        "ids",
                                        shots.stream()
                                                .map(GenerationRequested::getGenerationId)
                                                .toArray(UUID[]::new))
                                .query(Integer.class)
                                .single()
                        == SHOTS);
    }

    private int inHand(String name) {
        return two.jdbc()
                .sql("select count(*) from task where starts_with(claimed_by, :name || '#')")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    private int attempt(GenerationRequested shot) {
        return two.jdbc()
                .sql("select attempt from task where id = :id")
                .param("id", shot.getGenerationId())
                .query(Integer.class)
                .single();
    }
}
