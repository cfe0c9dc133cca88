package io.vimax.keypool.lease;

import static io.vimax.keypool.Calls.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vimax.keypool.Calls;
import io.vimax.keypool.health.PoolHealth;
import io.vimax.keypool.limit.Configurations;
import io.vimax.testing.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.JsonNode;

/** What of leases lasts: rows, usage, key states, events, and the way back from a Redis that lost its memory. */
@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestServers.class)
class BooksTest {

    private static final UUID PERSON = UUID.randomUUID();

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    UnifiedJedis redis;

    @Autowired
    Configurations configurations;

    @Autowired
    CloseExpired closeExpired;

    @Autowired
    PoolHealth health;

    private Calls worker;
    private UUID key;
    private UUID scope;

    @BeforeEach
    void anAccountWithOneKey() {
        jdbc.sql("update lease set settled_at = now(), outcome = 'expired' where settled_at is null")
                .update();
        jdbc.sql("delete from pool_rest").update();
        redis.flushAll();
        worker = Calls.ofWorker(http);
        UUID person = UUID.randomUUID();
        String added = "{\"service_type\":\"openai\",\"key\":\"%s\",\"scope\":\"books %s\"}"
                .formatted(Calls.newSecret(), UUID.randomUUID());
        JsonNode view =
                json(Calls.of(http, PERSON).post("/api/v1/api-keys", added, "Idempotency-Key", person.toString()));
        key = UUID.fromString(view.path("id").asString());
        scope = UUID.fromString(view.path("scope_id").asString());
        jdbc.sql(
                        "update api_keys set status = 'PAUSED' where service_type = 'openai' and id <> :key and status <> 'DELETED'")
                .param("key", key)
                .update();
        jdbc.sql("update api_keys set status = 'ACTIVE' where id = :key")
                .param("key", key)
                .update();
        configurations.refresh();
    }

    @Test
    void entersAGrantBeforeItIsTold() {
        JsonNode lease = acquire(UUID.randomUUID());

        assertThat(lease.path("granted").asBoolean()).isTrue();
        assertThat(lease.path("secret").asString()).startsWith("sk-");
        assertThat(jdbc.sql(
                                "select count(*) from lease where id = :id and fence = :fence and key_id = :key and settled_at is null")
                        .param("id", UUID.fromString(lease.path("lease_id").asString()))
                        .param("fence", lease.path("fence").asLong())
                        .param("key", key)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void countsEveryOutcomeOnceHoweverOftenItIsSettled() throws Exception {
        List<JsonNode> leases =
                IntStream.range(0, 20).mapToObj(_ -> acquire(UUID.randomUUID())).toList();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int number = 0; number < leases.size(); number++) {
                String kind = number % 4 == 0 ? "content_rejected" : number % 4 == 1 ? "not_sent" : "success";
                JsonNode lease = leases.get(number);
                for (int again = 0; again < 3; again++) {
                    answers.add(callers.submit(() -> settle(lease, kind, "")));
                }
            }
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }

        assertThat(jdbc.sql(
                                "select sum(request_count) || ' ' || sum(success_count) || ' ' || sum(error_count) || ' ' || sum(cost_micros) from api_key_usage where key_id = :key")
                        .param("key", key)
                        .query(String.class)
                        .single())
                .isEqualTo("15 10 5 105");
    }

    @Test
    void lendsSeveralAtOnceAndSaysWhyNotAll() {
        limit("in_flight", "now", 2);
        List<UUID> more = List.of(UUID.randomUUID(), UUID.randomUUID());
        JsonNode answer = json(worker.post(
                "/internal/leases",
                request(UUID.randomUUID())
                        .replace(
                                "\"length_ms\"",
                                "\"more_lease_ids\":[\"%s\",\"%s\"],\"length_ms\""
                                        .formatted(more.get(0), more.get(1)))));

        assertThat(answer.path("granted").asBoolean()).isTrue();
        assertThat(answer.path("more")).hasSize(2);
        assertThat(answer.path("more").get(0).path("lease_id").asString())
                .isEqualTo(more.get(0).toString());
        assertThat(answer.path("more").get(1).path("reason").asString()).isEqualTo("in_flight");
    }

    @Test
    void whatAWorkerTellsLateReplacesTheClosingForWantOfNewsOnce() throws Exception {
        JsonNode lease = acquire(UUID.randomUUID());
        UUID id = closedForWantOfNews(lease);
        assertThat(usage()).isEqualTo("1 0 1 0");
        closeExpired.close("openai", Duration.ofMinutes(2));

        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, 8)
                    .mapToObj(_ -> callers.submit(() -> settle(lease, "success", "")))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }

        assertThat(outcomeOf(id)).isEqualTo("success");
        assertThat(usage()).isEqualTo("1 1 0 7");
    }

    @Test
    void aRequestThatTurnsOutNeverToHaveLeftIsNotCountedAnyMore() {
        JsonNode lease = acquire(UUID.randomUUID());
        UUID id = closedForWantOfNews(lease);

        assertThat(settle(lease, "not_sent", "")).isEqualTo(200);

        assertThat(outcomeOf(id)).isEqualTo("not_sent");
        assertThat(usage()).isEqualTo("0 0 0 0");
    }

    @Test
    void aSettlementAfterTheBooksWereFoldedIsRefusedRatherThanLost() {
        JsonNode lease = acquire(UUID.randomUUID());
        UUID id = closedForWantOfNews(lease);
        jdbc.sql("update lease set counted = true where id = :id")
                .param("id", id)
                .update();

        assertThat(settle(lease, "success", "")).isEqualTo(409);

        assertThat(outcomeOf(id)).isEqualTo("expired");
        assertThat(usage()).isEqualTo("1 0 1 0");
    }

    private UUID closedForWantOfNews(JsonNode lease) {
        UUID id = UUID.fromString(lease.path("lease_id").asString());
        redis.zadd("vimax:pool:{openai}:live", 1, id.toString());
        jdbc.sql("update lease set expires_at = now() - interval '1 hour' where id = :id")
                .param("id", id)
                .update();
        closeExpired.close("openai", Duration.ofMinutes(2));
        assertThat(outcomeOf(id)).isEqualTo("expired");
        return id;
    }

    private String usage() {
        return jdbc.sql(
                        "select sum(request_count) || ' ' || sum(success_count) || ' ' || sum(error_count) || ' ' || sum(cost_micros) from api_key_usage where key_id = :key")
                .param("key", key)
                .query(String.class)
                .single();
    }

    @Test
    void aLeaseThatRedisKeepsAliveIsNotClosedEvenWhereTheBooksAreBehind() {
        JsonNode lease = acquire(UUID.randomUUID());
        UUID id = UUID.fromString(lease.path("lease_id").asString());
        jdbc.sql("update lease set expires_at = now() - interval '1 hour' where id = :id")
                .param("id", id)
                .update();

        closeExpired.close("openai", Duration.ofMinutes(2));

        assertThat(jdbc.sql("select settled_at is null and expires_at > now() from lease where id = :id")
                        .param("id", id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void heldLeasesAndUsedDaysComeBackAfterALoss() {
        limit("in_flight", "now", 3);
        limit("requests_per_day", "day", 3);
        JsonNode ended = acquire(UUID.randomUUID());
        settle(ended, "success", "");
        JsonNode held = acquire(UUID.randomUUID());

        redis.flushAll();

        JsonNode last = acquire(UUID.randomUUID());
        assertThat(last.path("granted").asBoolean()).isTrue();
        assertThat(last.path("fence").asLong()).isGreaterThan(held.path("fence").asLong());
        JsonNode refused = acquire(UUID.randomUUID());
        assertThat(refused.path("reason").asString()).isEqualTo("requests_per_day");
        assertThat(heartbeat(held)).isEqualTo(200);
        assertThat(settle(held, "success", "")).isEqualTo(200);
    }

    @Test
    void scopesWithLimitsByTheMinuteRestAfterALoss() {
        limit("requests_per_minute", "rolling", 50);
        acquire(UUID.randomUUID());

        redis.flushAll();

        JsonNode refused = acquire(UUID.randomUUID());
        assertThat(refused.path("reason").asString()).isEqualTo("rebuilding");
        assertThat(refused.path("retry_after_ms").asLong()).isBetween(1L, 60_000L);
    }

    @Test
    void whatAProviderRefusedIsSeenByThePersonWhoseKeyItIs() {
        Calls person = Calls.of(http, PERSON);
        String path = "/api/v1/api-keys/" + key;

        settle(acquire(UUID.randomUUID()), "rate_limited", ",\"retry_after_ms\":600000");
        JsonNode rest = json(person.get(path + "/headroom")).path("rests").path(0);
        assertThat(rest.path("holder").asString()).isEqualTo("key and model sora");
        assertThat(rest.path("reason").asString()).isEqualTo("rate_limited");
        assertThat(json(person.get(path)).path("status").asString()).isEqualTo("active");

        JsonNode other =
                json(worker.post("/internal/leases", request(UUID.randomUUID()).replace("\"sora\"", "\"veo\"")));
        settle(other, "concurrency_limited", ",\"retry_after_ms\":600000");
        JsonNode view = json(person.get("/api/v1/api-keys?service_type=openai"))
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(key.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(view.path("status").asString()).isEqualTo("rate_limited");
        assertThat(java.time.Instant.parse(view.path("status_until").asString()))
                .isAfter(java.time.Instant.now().plusSeconds(500));
        await().untilAsserted(() ->
                assertThat(json(person.get(path)).path("last_error").asString()).isEqualTo("concurrency_limited"));
        assertThat(json(person.get("/api/v1/api-keys/stats?key_id=" + key)).toString())
                .contains("\"rate_limited\":1", "\"concurrency_limited\":1");
    }

    @Test
    void aPoolThatLentNothingHasNothingToWaitFor() {
        limit("requests_per_minute", "rolling", 50);

        assertThat(acquire(UUID.randomUUID()).path("granted").asBoolean()).isTrue();
    }

    @Test
    void aMemoryThatTheBooksDoNotKnowIsReplaced() {
        JsonNode held = acquire(UUID.randomUUID());
        jdbc.sql("update pool set epoch = :other where service = 'openai'")
                .param("other", UUID.randomUUID())
                .update();

        JsonNode next = acquire(UUID.randomUUID());

        assertThat(next.path("granted").asBoolean()).isTrue();
        assertThat(next.path("fence").asLong()).isGreaterThan(held.path("fence").asLong());
        assertThat(heartbeat(held)).isEqualTo(200);
    }

    @Test
    void theLongestHintCountsAndTheRestIsTold() {
        JsonNode lease = acquire(UUID.randomUUID());

        settle(lease, "rate_limited", ",\"retry_after_ms\":2000,\"retry_after_hints_ms\":[9000,4000]");

        JsonNode refused = acquire(UUID.randomUUID());
        assertThat(refused.path("reason").asString()).isEqualTo("rate_limited");
        assertThat(refused.path("retry_after_ms").asLong()).isBetween(4_500L, 10_000L);
    }

    @Test
    void anInvalidKeyIsMarkedInTheBooksAndComesBackWhenItWorks() {
        settle(acquire(UUID.randomUUID()), "key_invalid", "");

        assertThat(statusOf(key)).isEqualTo("INVALID");
        configurations.refresh();
        assertThat(acquire(UUID.randomUUID()).path("reason").asString()).isEqualTo("key_invalid");
        assertThat(jdbc.sql("select count(*) from pool_rest where holder = :key")
                        .param("key", key.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        letTheRestEnd("c|" + key);
        JsonNode trying = acquire(UUID.randomUUID());
        assertThat(trying.path("granted").asBoolean()).isTrue();
        assertThat(acquire(UUID.randomUUID()).path("reason").asString()).isEqualTo("probing");
        settle(trying, "success", "");

        assertThat(statusOf(key)).isEqualTo("ACTIVE");
        assertThat(acquire(UUID.randomUUID()).path("granted").asBoolean()).isTrue();
    }

    @Test
    void longRestsComeBackAfterALoss() {
        settle(acquire(UUID.randomUUID()), "rate_limited", ",\"retry_after_ms\":600000");

        redis.flushAll();

        JsonNode refused = acquire(UUID.randomUUID());
        assertThat(refused.path("reason").asString()).isEqualTo("rate_limited");
        assertThat(refused.path("retry_after_ms").asLong()).isBetween(500_000L, 601_000L);
    }

    @Test
    void aPausedKeyIsNotLentAnyMore() {
        assertThat(acquire(UUID.randomUUID()).path("granted").asBoolean()).isTrue();

        jdbc.sql("update api_keys set status = 'PAUSED' where id = :key")
                .param("key", key)
                .update();

        await().untilAsserted(() ->
                assertThat(acquire(UUID.randomUUID()).path("reason").asString()).isEqualTo("no_key"));
    }

    @Test
    void saysHowTheProviderIs() {
        JsonNode lease = acquire(UUID.randomUUID());
        settle(acquire(UUID.randomUUID()), "saturated", "");
        acquire(UUID.randomUUID());

        PoolHealth.ServiceState state = health.of("openai");

        assertThat(state.answers()).isTrue();
        assertThat(state.breaker()).isEqualTo(PoolHealth.Breaker.CLOSED);
        assertThat(state.inFlight()).isEqualTo(1);
        assertThat(state.queue()).isPositive();
        assertThat(state.models()).singleElement().satisfies(model -> {
            assertThat(model.model()).isEqualTo("sora");
            assertThat(model.breaker()).isEqualTo(PoolHealth.Breaker.OPEN);
            assertThat(model.rest().reason()).isEqualTo("saturated");
        });
        settle(lease, "success", "");
    }

    private void limit(String kind, String period, long most) {
        jdbc.sql(
                        "insert into quota_limit (id, scope_id, model, kind, period, most) values (:id, :scope, null, :kind, :period, :most)")
                .param("id", UUID.randomUUID())
                .param("scope", scope)
                .param("kind", kind)
                .param("period", period)
                .param("most", most)
                .update();
        configurations.refresh();
    }

    private void letTheRestEnd(String field) {
        String hash = "vimax:pool:{openai}:u|" + scope;
        String rest = redis.hget(hash, field);
        redis.hset(hash, field, "1" + rest.substring(rest.indexOf(' ')));
        // The ring believes that it still rests; a change of the configuration wakes it as time would.
        jdbc.sql("update api_keys set weight = weight % 900 + 1 where id = :key")
                .param("key", key)
                .update();
        configurations.refresh();
    }

    private String statusOf(UUID id) {
        return jdbc.sql("select status from api_keys where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private String outcomeOf(UUID lease) {
        return jdbc.sql("select outcome from lease where id = :id")
                .param("id", lease)
                .query(String.class)
                .single();
    }

    private JsonNode acquire(UUID lease) {
        return json(worker.post("/internal/leases", request(lease)));
    }

    private static String request(UUID lease) {
        return """
                {"lease_id":"%s","service":"openai","model":"sora","generation_id":"%s","owner":"worker-1",
                 "user_id":"%s","excluded_keys":[],"preferred_key":null,"length_ms":30000}""".formatted(lease, UUID.randomUUID(), PERSON);
    }

    private int heartbeat(JsonNode lease) {
        return status(
                "/internal/leases/" + lease.path("lease_id").asString() + "/heartbeat",
                "{\"fence\":%d,\"length_ms\":30000}"
                        .formatted(lease.path("fence").asLong()));
    }

    private int settle(JsonNode lease, String kind, String hints) {
        return status("/internal/leases/" + lease.path("lease_id").asString() + "/settle", """
                {"fence":%d,"outcome":{"kind":"%s"%s},"cost_micros":7,"media_ms":5000,"latency_ms":900}""".formatted(
                        lease.path("fence").asLong(), kind, hints));
    }

    private int status(String path, String body) {
        return worker.post(path, body).getResponse().getStatus();
    }
}
