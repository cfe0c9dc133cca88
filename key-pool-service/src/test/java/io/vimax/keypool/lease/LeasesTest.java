package io.vimax.keypool.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.testing.Identities;
import io.vimax.testing.TestServers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lease API on a real Redis and PostgreSQL; the built-in scope has two slots. */
@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestServers.class)
class LeasesTest {

    private static final int SLOTS = 2;

    @Autowired
    MockMvcTester http;

    @Autowired
    UnifiedJedis redis;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @BeforeEach
    void closeWhatOtherTestsLeft() {
        jdbc.sql("update lease set settled_at = now() where settled_at is null").update();
        redis.flushAll();
    }

    @Test
    void lendsUpToTheLimitAndSaysHowLongToWait() {
        acquire(UUID.randomUUID());
        acquire(UUID.randomUUID());

        JsonNode third = acquire(UUID.randomUUID());

        assertThat(third.get("granted").asBoolean()).isFalse();
        assertThat(third.get("reason").asString()).isEqualTo("in_flight");
        assertThat(third.get("retry_after_ms").asLong()).isBetween(1L, 30_000L);
    }

    @Test
    void neverLendsMoreThanTheLimitWhenWorkersRace() throws Exception {
        List<JsonNode> answers = new ArrayList<>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<JsonNode> ask = () -> acquire(UUID.randomUUID());
            for (var answer :
                    workers.invokeAll(IntStream.range(0, 200).mapToObj(_ -> ask).toList())) {
                answers.add(answer.get());
            }
        }

        assertThat(answers)
                .filteredOn(answer -> answer.get("granted").asBoolean())
                .hasSize(SLOTS);
        assertThat(answers.stream()
                        .filter(it -> it.get("granted").asBoolean())
                        .map(it -> it.get("fence").asLong()))
                .doesNotHaveDuplicates();
    }

    @Test
    void givesTheSameAnswerForTheSameLease() {
        UUID lease = UUID.randomUUID();

        JsonNode first = acquire(lease);
        JsonNode again = acquire(lease);

        assertThat(again.get("fence").asLong()).isEqualTo(first.get("fence").asLong());
        assertThat(acquire(UUID.randomUUID()).get("granted").asBoolean()).isTrue();
    }

    @Test
    void settlingFreesTheSlotAndCountsOnce() {
        UUID lease = UUID.randomUUID();
        long fence = acquire(lease).get("fence").asLong();
        acquire(UUID.randomUUID());

        assertThat(settle(lease, fence, "success")).isEqualTo(200);
        assertThat(settle(lease, fence, "success")).isEqualTo(200);

        assertThat(acquire(UUID.randomUUID()).get("granted").asBoolean()).isTrue();
        assertThat(jdbc.sql("select count(*) from lease where id = :id and outcome = 'success'")
                        .param("id", lease)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void refusesAForeignFence() {
        UUID lease = UUID.randomUUID();
        long fence = acquire(lease).get("fence").asLong();

        assertThat(heartbeat(lease, fence + 1)).isEqualTo(409);
        assertThat(settle(lease, fence + 1, "success")).isEqualTo(409);
        assertThat(heartbeat(lease, fence)).isEqualTo(200);
    }

    @Test
    void aKeyThatMustCoolDownIsNotLent() {
        UUID lease = UUID.randomUUID();
        long fence = acquire(lease).get("fence").asLong();

        settle(lease, fence, "rate_limited");

        JsonNode next = acquire(UUID.randomUUID());
        assertThat(next.get("granted").asBoolean()).isFalse();
        assertThat(next.get("reason").asString()).isEqualTo("rate_limited");
        assertThat(next.get("retry_after_ms").asLong()).isBetween(1L, 5_500L);
    }

    @Test
    void fillsARedisThatLostItsMemoryFromTheBooks() {
        acquire(UUID.randomUUID());
        UUID second = UUID.randomUUID();
        long fence = acquire(second).get("fence").asLong();

        redis.flushAll();

        assertThat(acquire(UUID.randomUUID()).get("granted").asBoolean()).isFalse();
        assertThat(heartbeat(second, fence)).isEqualTo(200);
        settle(second, fence, "success");
        JsonNode next = acquire(UUID.randomUUID());
        assertThat(next.get("granted").asBoolean()).isTrue();
        assertThat(next.get("fence").asLong()).isGreaterThan(fence);
    }

    @Test
    void loadsItsScriptsAgainWhenTheServerForgotThem() {
        acquire(UUID.randomUUID());

        redis.scriptFlush("any");

        assertThat(acquire(UUID.randomUUID()).get("granted").asBoolean()).isTrue();
    }

    @Test
    void opensOnlyForAWorkersOwnToken() {
        String body = request(UUID.randomUUID());

        assertThat(post("/internal/leases", body, Identities.person(UUID.randomUUID(), "admin")))
                .isEqualTo(403);
        assertThat(post("/internal/leases", body, Identities.service("editor-service", "key-pool-service")))
                .isEqualTo(403);
        assertThat(post("/internal/leases", body, Identities.service("generation-worker", "editor-service")))
                .isEqualTo(401);
    }

    @Test
    void refusesAServiceThatNobodyKnows() {
        String body = request(UUID.randomUUID()).replace("\"local\"", "\"nowhere\"");

        assertThat(post("/internal/leases", body, worker())).isEqualTo(422);
    }

    private JsonNode acquire(UUID lease) {
        var answer = http.post()
                .uri("/internal/leases")
                .header("Authorization", "Bearer " + worker())
                .contentType(MediaType.APPLICATION_JSON)
                .content(request(lease))
                .exchange();
        assertThat(answer).hasStatusOk();
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    private static String request(UUID lease) {
        return """
                {"lease_id":"%s","service":"local","model":"local-animatic","generation_id":"%s","owner":"worker-1",
                 "user_id":"%s","excluded_keys":[],"preferred_key":null,"length_ms":30000}""".formatted(lease, UUID.randomUUID(), UUID.randomUUID());
    }

    private int heartbeat(UUID lease, long fence) {
        return post(
                "/internal/leases/" + lease + "/heartbeat",
                "{\"fence\":%d,\"length_ms\":30000}".formatted(fence),
                worker());
    }

    private int settle(UUID lease, long fence, String kind) {
        String body = """
                {"fence":%d,"outcome":{"kind":"%s","retry_after_ms":null,"detail":null},"cost_micros":0,"media_ms":5000,"latency_ms":900}""".formatted(fence, kind);
        return post("/internal/leases/" + lease + "/settle", body, worker());
    }

    private int post(String path, String body, String token) {
        return http.post()
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange()
                .getResponse()
                .getStatus();
    }

    private static String worker() {
        return Identities.service("generation-worker", "key-pool-service");
    }
}
