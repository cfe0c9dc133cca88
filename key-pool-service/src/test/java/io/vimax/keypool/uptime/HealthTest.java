package io.vimax.keypool.uptime;

import static io.vimax.keypool.Calls.json;
import static io.vimax.keypool.Calls.newSecret;
import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.keypool.Calls;
import io.vimax.keypool.key.KeyRing;
import io.vimax.testing.TestServers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestServers.class)
class HealthTest {

    private static final String HEALTH = "/api/v1/api-keys/health";

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KeyRing ring;

    Calls owner;
    String key;

    @BeforeEach
    void aPersonWithAKey() {
        owner = Calls.of(http, UUID.randomUUID());
        key = owner.addKey(newSecret());
    }

    @Test
    void shows90HalfHoursOfEachModelAndTheStateItIsIn() {
        settled("success", 19, "now()", 1);
        settled("provider_error", 1, "now()", 1);
        settled("success", 1, "now() - interval '10 hours'", 1);
        settled("provider_error", 3, "now() - interval '10 hours'", 1);

        JsonNode model = json(owner.get(HEALTH)).path("models").get(0);

        assertThat(model.path("model").asString()).isEqualTo("veo3.1");
        assertThat(model.path("cells").size()).isEqualTo(90);
        assertThat(model.path("cells").get(89).path("state").asString()).isEqualTo("up");
        assertThat(model.path("cells").get(69).path("state").asString()).isEqualTo("down");
        assertThat(model.path("cells").get(0).path("state").asString()).isEqualTo("idle");
        assertThat(model.path("state").asString()).isEqualTo("up");
        assertThat(model.path("errors").path("provider_error").asInt()).isEqualTo(4);
        assertThat(model.path("latency_p95_ms").asInt()).isBetween(950, 1_050);
    }

    @ParameterizedTest
    @CsvSource({"0,0,IDLE", "20,0,UP", "20,1,UP", "20,2,DEGRADED", "20,9,DEGRADED", "20,10,DOWN", "1,1,DOWN"})
    void namesAStateByTheShareOfFaults(long requests, long faults, Uptime.State state) {
        assertThat(Uptime.State.of(requests, faults)).isEqualTo(state);
    }

    @Test
    void makesAnIncidentOfFaultsThatFollowEachOther() {
        settled("provider_error", 4, "now() - interval '5 hours'", 60);
        settled("saturated", 1, "now() - interval '5 hours' + interval '5 minutes'", 60);
        settled("provider_error", 2, "now() - interval '3 hours'", 60);
        settled("content_rejected", 9, "now() - interval '2 hours'", 60);
        settled("provider_error", 3, "now() - interval '2 minutes'", 1);

        List<JsonNode> incidents = json(owner.get(HEALTH))
                .path("incidents")
                .valueStream()
                .filter(it -> it.path("kind").asString().equals("model"))
                .toList();

        assertThat(incidents).hasSize(2);
        assertThat(incidents.get(0).path("to").isNull()).isTrue();
        assertThat(incidents.get(1).path("request_count").asInt()).isEqualTo(5);
        assertThat(incidents.get(1).path("cause").asString()).isEqualTo("provider_error");
        assertThat(incidents.get(1).path("to").isNull()).isFalse();
    }

    @Test
    void makesAnIncidentOfAKeyThatWasInvalid() {
        ring.learn(UUID.fromString(key), true, "the provider refused the key");

        JsonNode incident = json(owner.get(HEALTH)).path("incidents").get(0);
        assertThat(incident.path("key_id").asString()).isEqualTo(key);
        assertThat(incident.path("cause").asString()).isEqualTo("invalid");
        assertThat(incident.path("to").isNull()).isTrue();
        owner.patch("/api/v1/api-keys/" + key, "*", "{\"status\":\"active\"}");
        assertThat(json(owner.get(HEALTH)).path("incidents").get(0).path("to").isNull())
                .isFalse();
    }

    @Test
    void countsKeysByStateAndShowsOnlyOnesOwn() {
        owner.patch("/api/v1/api-keys/" + key, "*", "{\"status\":\"paused\"}");

        JsonNode services = json(owner.get(HEALTH)).path("services");
        assertThat(services.valueStream()
                        .filter(it -> it.path("service_type").asString().equals("yunwu"))
                        .findFirst()
                        .orElseThrow()
                        .path("keys")
                        .path("paused")
                        .asInt())
                .isEqualTo(1);
        JsonNode strangers = json(Calls.of(http, UUID.randomUUID()).get(HEALTH));
        assertThat(strangers.path("models").size()).isZero();
        assertThat(strangers
                        .path("incidents")
                        .valueStream()
                        .filter(it -> it.path("key_id").asString("").equals(key)))
                .isEmpty();
    }

    private void settled(String outcome, int count, String when, int apartSeconds) {
        jdbc.sql("""
                        insert into lease (id, key_id, scope_id, service, model, generation_id, user_id, owner, fence, granted_at, expires_at,
                            settled_at, outcome, cost_micros, media_ms, latency_ms)
                        select gen_random_uuid(), k.id, k.scope_id, k.service_type, 'veo3.1', gen_random_uuid(), k.owner_id, 'w', 1, %1$s, %1$s,
                            %1$s + n * interval '1 second' * :apart, :outcome, 0, 0, 1000
                        from api_keys k, generate_series(1, :count) n where k.id = :key""".formatted(when))
                .param("outcome", outcome)
                .param("count", count)
                .param("apart", apartSeconds)
                .param("key", UUID.fromString(key))
                .update();
    }
}
