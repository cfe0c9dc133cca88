package io.vimax.keypool.lease;

import static io.vimax.keypool.Calls.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vimax.keypool.Calls;
import io.vimax.keypool.health.PoolHealth;
import io.vimax.testing.RedisProcess;
import io.vimax.testing.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** Redis paused, killed and slow: nothing is lent without it, running work goes on, and nothing is lent twice when it is back. */
@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestServers.class)
class RedisAwayTest {

    private static final RedisProcess REDIS = new RedisProcess();
    private static final int SLOTS = 2;

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PoolHealth health;

    @Autowired
    LateReleases late;

    private Calls worker;
    private final List<JsonNode> held = new ArrayList<>();

    @DynamicPropertySource
    static void ownRedis(DynamicPropertyRegistry properties) {
        properties.add("key-pool.redis.url", REDIS::url);
    }

    @AfterAll
    static void stop() {
        REDIS.close();
    }

    @BeforeEach
    void aWorker() {
        worker = Calls.ofWorker(http);
    }

    @AfterEach
    void giveAllBack() {
        await().until(() -> health.of("local").answers());
        held.forEach(lease -> settle(lease));
    }

    @Test
    void aPausedRedisRefusesWithAReasonAndWhatEndedMeanwhileIsCountedAndFreed() {
        JsonNode first = lend();
        lend();

        REDIS.pause();
        JsonNode refused;
        try {
            refused = acquire();
            IntStream.range(0, 5).forEach(_ -> acquire());
            assertThat(settle(first)).isEqualTo(200);
            assertThat(heartbeat(held.get(1))).isEqualTo(503);
            assertThat(health.of("local").answers()).isFalse();
        } finally {
            REDIS.goOn();
        }

        assertThat(refused.path("granted").asBoolean()).isFalse();
        assertThat(refused.path("reason").asString()).isEqualTo("pool_unavailable");
        assertThat(refused.path("retry_after_ms").asLong()).isPositive();
        assertThat(outcomeOf(first)).isEqualTo("success");
        await().atMost(Duration.ofSeconds(20)).until(() -> late.waiting() == 0);
        // What was asked while it was paused may have been granted when it went on; such leases end by themselves,
        // unknown to the books.
        assertThat(openInBooks()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(heartbeat(held.get(1))).isEqualTo(200));
    }

    @Test
    void aKilledRedisComesBackWithWhatIsHeldAndLendsNoSlotTwice() {
        await().atMost(Duration.ofSeconds(60)).until(() -> free() == SLOTS);
        JsonNode first = lend();
        JsonNode second = lend();

        REDIS.killAndStartAgain();

        await().until(() -> health.of("local").answers());
        JsonNode third = acquire();
        assertThat(third.path("granted").asBoolean()).isFalse();
        assertThat(third.path("reason").asString()).isEqualTo("in_flight");
        assertThat(heartbeat(first)).isEqualTo(200);
        assertThat(settle(second)).isEqualTo(200);
        JsonNode next = lend();
        assertThat(next.path("fence").asLong())
                .isGreaterThan(second.path("fence").asLong());
        assertThat(acquire().path("granted").asBoolean()).isFalse();
    }

    /** How many can be had now; all are given back. */
    private int free() {
        List<JsonNode> got = new ArrayList<>();
        JsonNode answer = acquire();
        while (answer.path("granted").asBoolean()) {
            got.add(answer);
            answer = acquire();
        }
        got.forEach(this::settle);
        return got.size();
    }

    private JsonNode lend() {
        JsonNode lease = acquire();
        assertThat(lease.path("granted").asBoolean()).as("%s", lease).isTrue();
        held.add(lease);
        return lease;
    }

    private JsonNode acquire() {
        return json(worker.post(
                "/internal/leases", """
                {"lease_id":"%s","service":"local","model":"local-animatic","generation_id":"%s","owner":"worker-1",
                 "user_id":"%s","length_ms":20000}""".formatted(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID())));
    }

    private int heartbeat(JsonNode lease) {
        return status(lease, "heartbeat", "{\"fence\":%d,\"length_ms\":20000}");
    }

    private int settle(JsonNode lease) {
        return status(lease, "settle", """
                {"fence":%d,"outcome":{"kind":"success"},"cost_micros":0,"media_ms":0,"latency_ms":0}""");
    }

    private int status(JsonNode lease, String step, String body) {
        return worker.post(
                        "/internal/leases/" + lease.path("lease_id").asString() + "/" + step,
                        body.formatted(lease.path("fence").asLong()))
                .getResponse()
                .getStatus();
    }

    private String outcomeOf(JsonNode lease) {
        return jdbc.sql("select outcome from lease where id = :id")
                .param("id", UUID.fromString(lease.path("lease_id").asString()))
                .query(String.class)
                .single();
    }

    private int openInBooks() {
        return jdbc.sql("select count(*) from lease where service = 'local' and settled_at is null")
                .query(Integer.class)
                .single();
    }
}
