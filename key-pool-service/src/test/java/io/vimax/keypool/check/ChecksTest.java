package io.vimax.keypool.check;

import static io.vimax.keypool.Calls.json;
import static io.vimax.keypool.Calls.newSecret;
import static io.vimax.keypool.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.keypool.Calls;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestServers.class)
class ChecksTest {

    private static final String KEYS = "/api/v1/api-keys";

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CheckWork work;

    Calls owner;
    Calls worker;

    @BeforeEach
    void nothingIsOpen() {
        jdbc.sql("update key_check set state = 'cancelled', finished_at = now() where state in ('pending', 'running')")
                .update();
        owner = Calls.of(http, UUID.randomUUID());
        worker = Calls.ofWorker(http);
    }

    @Test
    void aNewKeyIsLentOnlyAfterItsCheckHasPassed() {
        String secret = newSecret();
        JsonNode key =
                json(owner.post(KEYS, "{\"service_type\":\"yunwu\",\"key\":\"%s\",\"test\":true}".formatted(secret)));
        String id = key.path("id").asString();
        assertThat(key.path("status").asString()).isEqualTo("checking");

        JsonNode claim = claim("w1", 5);
        assertThat(claim.size()).isEqualTo(1);
        assertThat(claim.get(0).path("secret").asString()).isEqualTo(secret);
        assertThat(claim.get(0).path("base_url").asString()).isEqualTo("https://yunwu.ai");
        assertThat(claim("w2", 5).size()).isZero();
        report(claim.get(0), "w1", "passed");

        assertThat(status(id)).isEqualTo("active");
        JsonNode check = json(owner.get(KEYS + "/" + id + "/test"));
        assertThat(check.path("state").asString()).isEqualTo("passed");
        assertThat(check.path("latency_ms").asInt()).isEqualTo(120);
        assertThat(text(owner.get(KEYS + "/" + id + "/test"))).doesNotContain(secret);
    }

    @Test
    void aKeyThatItsProviderRefusesIsInvalidUntilAnotherCheckPasses() {
        String id = owner.addKey(newSecret());

        MvcTestResult asked = owner.post(KEYS + "/" + id + "/test", null);
        assertThat(asked).hasStatus(202);
        assertThat(json(owner.post(KEYS + "/" + id + "/test", null)).path("id"))
                .isEqualTo(json(asked).path("id"));
        report(claim("w1", 5).get(0), "w1", "failed");
        assertThat(status(id)).isEqualTo("invalid");

        owner.post(KEYS + "/" + id + "/test", null);
        report(claim("w1", 5).get(0), "w1", "passed");
        assertThat(status(id)).isEqualTo("active");
    }

    @Test
    void aPausedKeyStaysPausedAndAKeyWithoutCreditStaysThat() {
        String paused = owner.addKey(newSecret());
        owner.patch(KEYS + "/" + paused, "*", "{\"status\":\"paused\"}");
        String poor = owner.addKey(newSecret());
        jdbc.sql("update api_keys set status = 'OUT_OF_CREDIT' where id = :id")
                .param("id", UUID.fromString(poor))
                .update();

        for (String id : List.of(paused, poor)) {
            owner.post(KEYS + "/" + id + "/test", null);
            report(claim("w1", 1).get(0), "w1", "passed");
        }

        assertThat(status(paused)).isEqualTo("paused");
        assertThat(status(poor)).isEqualTo("out_of_credit");
    }

    @Test
    void aKeyThatNobodyCouldCheckInTimeIsLentAllTheSame() {
        String id = json(owner.post(
                        KEYS, "{\"service_type\":\"yunwu\",\"key\":\"%s\",\"test\":true}".formatted(newSecret())))
                .path("id")
                .asString();
        jdbc.sql("update key_check set deadline = now() - interval '1 second' where key_id = :id")
                .param("id", UUID.fromString(id))
                .update();

        work.expire();

        assertThat(status(id)).isEqualTo("active");
        assertThat(json(owner.get(KEYS + "/" + id + "/test")).path("state").asString())
                .isEqualTo("expired");
    }

    @Test
    void whatADeadWorkerHeldGoesToAnotherAndTheDeadOneIsTold() {
        String id = owner.addKey(newSecret());
        owner.post(KEYS + "/" + id + "/test", null);
        JsonNode first = claim("dead", 1).get(0);
        jdbc.sql("update key_check set claim_until = now() - interval '1 second' where key_id = :id")
                .param("id", UUID.fromString(id))
                .update();

        JsonNode second = claim("alive", 1).get(0);

        assertThat(second.path("check_id")).isEqualTo(first.path("check_id"));
        assertThat(send(first, "dead", "failed")).hasStatus(409);
        assertThat(send(second, "alive", "passed")).hasStatus(204);
        assertThat(send(second, "alive", "passed")).hasStatus(409);
    }

    @Test
    void workersThatRaceGetEveryCheckOnce() throws Exception {
        for (int number = 0; number < 40; number++) {
            owner.addKey(newSecret());
        }
        owner.post(KEYS + "/test", null);
        List<String> claimed = new ArrayList<>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<JsonNode>> claims = new ArrayList<>();
            IntStream.range(0, 12).forEach(number -> claims.add(() -> claim("w" + number, 7)));
            for (var answer : workers.invokeAll(claims)) {
                answer.get()
                        .forEach(question ->
                                claimed.add(question.path("check_id").asString()));
            }
        }

        assertThat(claimed).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void checksAllKeysWithProgressUntilItIsCancelled() {
        for (int number = 0; number < 5; number++) {
            owner.addKey(newSecret());
        }
        MvcTestResult begun = owner.post(KEYS + "/test", null);
        assertThat(begun).hasStatus(202);
        String run = json(begun).path("id").asString();
        assertThat(json(begun).path("total").asInt()).isEqualTo(5);
        assertThat(json(owner.post(KEYS + "/test", null)).path("run_id").asString())
                .isEqualTo(run);
        JsonNode claimed = claim("w1", 2);
        report(claimed.get(0), "w1", "passed");

        JsonNode cancelled = json(owner.post(KEYS + "/test/" + run + "/cancel", null));
        assertThat(cancelled.path("cancelled").asInt()).isEqualTo(3);
        assertThat(cancelled.path("running").asInt()).isEqualTo(1);
        assertThat(cancelled.path("finished").asBoolean()).isFalse();
        report(claimed.get(1), "w1", "unreachable");

        JsonNode page = json(owner.get(KEYS + "/test/" + run + "?limit=3"));
        assertThat(page.path("progress").path("finished").asBoolean()).isTrue();
        assertThat(page.path("items").size()).isEqualTo(3);
        assertThat(json(owner.get(KEYS + "/test/" + run + "?limit=3&cursor="
                                + page.path("next_cursor").asString()))
                        .path("items")
                        .size())
                .isEqualTo(2);
        assertThat(Calls.of(http, UUID.randomUUID()).get(KEYS + "/test/" + run)).hasStatus(404);
    }

    @Test
    void onlyWorkersClaim() {
        String body = "{\"owner\":\"x\",\"most\":1}";

        assertThat(Calls.of(http, UUID.randomUUID(), "admin").post("/internal/checks/claim", body))
                .hasStatus(403);
        assertThat(http.post()
                        .uri("/internal/checks/claim")
                        .header("Authorization", "Bearer " + Identities.service("editor-service", "key-pool-service"))
                        .contentType("application/json")
                        .content(body))
                .hasStatus(403);
        assertThat(worker.post(
                        "/internal/checks/" + UUID.randomUUID() + "/result",
                        "{\"owner\":\"x\",\"result\":\"pending\",\"code\":\"c\",\"detail\":\"d\",\"latency_ms\":0}"))
                .hasStatus(422);
    }

    private String status(String id) {
        return json(owner.get(KEYS + "/" + id)).path("status").asString();
    }

    private JsonNode claim(String name, int most) {
        return json(worker.post("/internal/checks/claim", "{\"owner\":\"%s\",\"most\":%d}".formatted(name, most)))
                .path("items");
    }

    private void report(JsonNode question, String name, String result) {
        assertThat(send(question, name, result)).hasStatus(204);
    }

    private MvcTestResult send(JsonNode question, String name, String result) {
        return worker.post(
                "/internal/checks/" + question.path("check_id").asString() + "/result",
                "{\"owner\":\"%s\",\"result\":\"%s\",\"code\":\"answered\",\"detail\":\"the provider answered\",\"latency_ms\":120}"
                        .formatted(name, result));
    }
}
