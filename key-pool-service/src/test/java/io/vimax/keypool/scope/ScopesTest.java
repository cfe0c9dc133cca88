package io.vimax.keypool.scope;

import static io.vimax.keypool.Calls.json;
import static io.vimax.keypool.Calls.newSecret;
import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.keypool.Calls;
import io.vimax.testing.TestServers;
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
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestServers.class)
class ScopesTest {

    private static final String SCOPES = "/api/v1/quota-scopes";

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    Calls owner;
    Calls stranger;
    Calls operator;

    @BeforeEach
    void newPeople() {
        owner = Calls.of(http, UUID.randomUUID());
        stranger = Calls.of(http, UUID.randomUUID());
        operator = Calls.of(http, UUID.randomUUID(), "operator");
    }

    @Test
    void keepsLimitsOfEveryKindAndTheZoneOfTheirDays() {
        MvcTestResult made = owner.post(SCOPES, """
                {"service_type":"google","name":"project 1","zone":"America/Los_Angeles","limits":[
                  {"model":"*","kind":"requests_per_minute","most":50},
                  {"model":"veo-3.1","kind":"requests_per_minute","period":"calendar","most":10},
                  {"model":"*","kind":"requests_per_day","most":100},
                  {"kind":"in_flight","most":10},
                  {"kind":"spend","period":"day","most":25000000}]}""");

        assertThat(made).hasStatus(201);
        String path = SCOPES + "/" + json(made).path("id").asString();
        JsonNode scope = json(owner.get(path));
        assertThat(scope.path("zone").asString()).isEqualTo("America/Los_Angeles");
        assertThat(scope.path("limits").size()).isEqualTo(5);
        assertThat(scope.path("limits")
                        .valueStream()
                        .map(limit -> limit.path("period").asString()))
                .containsExactlyInAnyOrder("rolling", "calendar", "day", "now", "day");

        String tag = String.valueOf(made.getResponse().getHeader("ETag"));
        JsonNode changed = json(owner.patch(
                path, tag, "{\"zone\":\"Asia/Shanghai\",\"limits\":[{\"kind\":\"in_flight\",\"most\":3}]}"));
        assertThat(changed.path("limits").size()).isEqualTo(1);
        assertThat(owner.patch(path, tag, "{\"name\":\"late\"}")).hasStatus(412);
        assertThat(owner.delete(path)).hasStatus(204);
        assertThat(owner.get(path)).hasStatus(404);
    }

    @Test
    void raisesTheVersionOfThePoolWhenLimitsChange() {
        JsonNode scope = json(owner.post(SCOPES, "{\"service_type\":\"ark\",\"name\":\"a\"}"));
        long before = version();

        owner.patch(
                SCOPES + "/" + scope.path("id").asString(), "*", "{\"limits\":[{\"kind\":\"in_flight\",\"most\":3}]}");

        assertThat(version()).isGreaterThan(before);
    }

    @Test
    void anothersScopeIsNotThere() {
        String path = SCOPES + "/"
                + json(owner.post(SCOPES, "{\"service_type\":\"ark\",\"name\":\"mine\"}"))
                        .path("id")
                        .asString();

        assertThat(stranger.get(path)).hasStatus(404);
        assertThat(stranger.patch(path, "*", "{\"name\":\"x\"}")).hasStatus(404);
        assertThat(stranger.delete(path)).hasStatus(404);
        assertThat(Calls.text(stranger.get(SCOPES))).doesNotContain("\"mine\"");
        String key = stranger.addKey(newSecret());
        assertThat(json(stranger.patch(
                                "/api/v1/api-keys/" + key,
                                "*",
                                "{\"scope_id\":\"%s\"}".formatted(path.substring(SCOPES.length() + 1))))
                        .path("code")
                        .asString())
                .isEqualTo("unfit-scope");
    }

    @Test
    void aScopeWithKeysStays() {
        JsonNode scope = json(owner.post(SCOPES, "{\"service_type\":\"yunwu\",\"name\":\"busy\"}"));
        owner.post(
                "/api/v1/api-keys",
                "{\"service_type\":\"yunwu\",\"key\":\"%s\",\"scope\":\"busy\"}".formatted(newSecret()));

        MvcTestResult refused = owner.delete(SCOPES + "/" + scope.path("id").asString());

        assertThat(json(refused).path("code").asString()).isEqualTo("scope-in-use");
    }

    @Test
    void aNameIsThereOnce() {
        String body = "{\"service_type\":\"yunwu\",\"name\":\"twice\"}";

        MvcTestResult first = owner.post(SCOPES, body, "Idempotency-Key", "s");

        assertThat(json(owner.post(SCOPES, body)).path("code").asString()).isEqualTo("scope-exists");
        assertThat(json(owner.post(SCOPES, body, "Idempotency-Key", "s")).path("id"))
                .isEqualTo(json(first).path("id"));
        assertThat(stranger.post(SCOPES, body)).hasStatus(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'service_type':'nowhere','name':'x'}|unknown-service",
                "{'service_type':'local','name':'x'}|unknown-service",
                "{'service_type':'ark','name':'x','zone':'Mars/Olympus'}|unknown-zone",
                "{'service_type':'ark','name':' '}|validation-failed",
                "{'service_type':'ark','name':'x','limits':[{'kind':'in_flight','most':0}]}|validation-failed",
                "{'service_type':'ark','name':'x','limits':[{'kind':'in_flight','most':1},{'kind':'in_flight','most':2}]}|validation-failed",
                "{'service_type':'ark','name':'x','limits':[{'kind':'requests_per_day','period':'month','most':1}]}|validation-failed"
            })
    void refusesWhatMakesNoSenseAndKeepsNothing(String body, String code) {
        MvcTestResult refused = owner.post(SCOPES, body.replace('\'', '"'));

        assertThat(refused).hasStatus(422);
        assertThat(json(refused).path("code").asString()).isEqualTo(code);
        assertThat(json(owner.get(SCOPES + "?service_type=ark"))
                        .path("items")
                        .valueStream()
                        .filter(scope -> !scope.path("shared").asBoolean()))
                .isEmpty();
    }

    @Test
    void onlyOperatorsSayHowKeysAreChosen() {
        assertThat(owner.patch("/api/v1/key-pools/google", "*", "{\"policy\":\"priority\"}"))
                .hasStatus(403);
        JsonNode changed = json(operator.patch("/api/v1/key-pools/google", "*", "{\"policy\":\"priority\"}"));
        assertThat(changed.path("policy").asString()).isEqualTo("priority");
        assertThat(operator.patch("/api/v1/key-pools/google", "*", "{\"policy\":\"luck\"}"))
                .hasStatus(422);
        assertThat(operator.patch("/api/v1/key-pools/nowhere", "*", "{\"policy\":\"priority\"}"))
                .hasStatus(422);
        operator.patch("/api/v1/key-pools/google", "*", "{\"policy\":\"least_loaded\"}");
        assertThat(json(owner.get("/api/v1/key-pools")).path("items").size()).isEqualTo(5);
    }

    private long version() {
        return jdbc.sql("select version from pool where service = 'ark'")
                .query(Long.class)
                .single();
    }
}
