package io.vimax.keypool.roster;

import static io.vimax.keypool.Calls.json;
import static io.vimax.keypool.Calls.newSecret;
import static io.vimax.keypool.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.keypool.Calls;
import io.vimax.testing.TestServers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
class KeysTest {

    private static final String KEYS = "/api/v1/api-keys";

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
        operator = Calls.of(http, UUID.randomUUID(), "creator", "operator");
    }

    @Test
    void takesASecretOnceAndShowsOnlyItsEnds() {
        String secret = newSecret();

        MvcTestResult added = owner.post(KEYS, """
                {"service_type":"yunwu","key":"%s","label":"Mine","scope":"team","weight":3,"priority":7,
                 "models":["veo3.1","veo3.1-fast"],"base_url":"https://relay.example/v1","rate_limit_per_minute":10,
                 "limits":[{"model":"veo3.1","kind":"in_flight","most":2}]}""".formatted(secret));

        assertThat(added).hasStatus(201).doesNotContainHeader("Set-Cookie");
        JsonNode key = json(added);
        assertThat(added.getResponse().getHeader("Location"))
                .isEqualTo(KEYS + "/" + key.path("id").asString());
        assertThat(text(added)).doesNotContain(secret);
        assertThat(key.path("key").asString())
                .isEqualTo("sk-" + secret.charAt(3) + "…" + secret.substring(secret.length() - 4));
        assertThat(key.path("status").asString()).isEqualTo("active");
        assertThat(key.path("scope").asString()).isEqualTo("team");
        assertThat(key.path("models").size()).isEqualTo(2);
        assertThat(key.path("limits").get(0).path("period").asString()).isEqualTo("now");
        assertThat(text(owner.get(KEYS))).doesNotContain(secret).contains("Mine");
    }

    @Test
    void showsNothingOfAShortSecret() {
        JsonNode key = json(owner.post(
                KEYS, "{\"service_type\":\"yunwu\",\"key\":\"%s\"}".formatted("short-" + System.nanoTime() % 1000)));

        assertThat(key.path("key").asString()).isEmpty();
        assertThat(key.path("last_four").asString()).isEmpty();
    }

    @Test
    void refusesTheSameSecretTwiceAndTellsWhichItIsOnlyToItsOwner() {
        String secret = newSecret();
        String id = owner.addKey(secret);
        String body = "{\"service_type\":\"yunwu\",\"key\":\"%s\"}".formatted(secret);

        MvcTestResult again = owner.post(KEYS, body);
        MvcTestResult elsewhere = stranger.post(KEYS, body);

        assertThat(again).hasStatus(409);
        assertThat(json(again).path("code").asString()).isEqualTo("key-exists");
        assertThat(json(again).path("key_id").asString()).isEqualTo(id);
        assertThat(elsewhere).hasStatus(409);
        assertThat(text(elsewhere)).doesNotContain(id);
    }

    @Test
    void aRepeatedCallWithItsIdempotencyKeyIsOneCall() {
        String body = "{\"service_type\":\"yunwu\",\"key\":\"%s\"}".formatted(newSecret());

        MvcTestResult first = owner.post(KEYS, body, "Idempotency-Key", "one");
        MvcTestResult second = owner.post(KEYS, body, "Idempotency-Key", "one");
        MvcTestResult other = owner.post(KEYS, body.replace("yunwu", "openai"), "Idempotency-Key", "one");

        assertThat(second).hasStatus(201);
        assertThat(json(second).path("id")).isEqualTo(json(first).path("id"));
        assertThat(json(other).path("code").asString()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void ofManyThatAddTheSameSecretAtOnceOneWins() throws Exception {
        String body = "{\"service_type\":\"yunwu\",\"key\":\"%s\"}".formatted(newSecret());
        List<Integer> answers = new ArrayList<>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> add = () -> owner.post(KEYS, body).getResponse().getStatus();
            for (var answer :
                    people.invokeAll(IntStream.range(0, 12).mapToObj(_ -> add).toList())) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(11);
    }

    @Test
    void anothersKeyIsNotThere() {
        String id = owner.addKey(newSecret());
        String path = KEYS + "/" + id;

        assertThat(stranger.get(path)).hasStatus(404);
        assertThat(stranger.patch(path, "*", "{\"weight\":2}")).hasStatus(404);
        assertThat(stranger.delete(path)).hasStatus(404);
        assertThat(stranger.post(path + "/restore", null)).hasStatus(404);
        assertThat(stranger.post(path + "/rotate", "{\"key\":\"%s\"}".formatted(newSecret())))
                .hasStatus(404);
        assertThat(stranger.post(path + "/test", null)).hasStatus(404);
        assertThat(stranger.get(path + "/test")).hasStatus(404);
        assertThat(stranger.get(path + "/history")).hasStatus(404);
        assertThat(text(stranger.get(KEYS))).doesNotContain(id);
        assertThat(owner.get(path)).hasStatus(200);
    }

    @Test
    void aChangeNamesTheVersionItWasMadeFor() {
        String path = KEYS + "/" + owner.addKey(newSecret());
        String tag = String.valueOf(owner.get(path).getResponse().getHeader("ETag"));

        MvcTestResult changed = owner.patch(
                path, tag, "{\"weight\":5,\"label\":\"Night\",\"models\":[\"a\"],\"rate_limit_per_day\":9}");

        assertThat(changed).hasStatus(200);
        assertThat(json(changed).path("weight").asInt()).isEqualTo(5);
        assertThat(json(owner.patch(path, tag, "{\"weight\":6}")).path("code").asString())
                .isEqualTo("stale-document");
        assertThat(owner.send(org.springframework.http.HttpMethod.PATCH, path, "{\"weight\":6}"))
                .hasStatus(428);
        String next = String.valueOf(changed.getResponse().getHeader("ETag"));
        JsonNode cleared = json(owner.patch(path, next, "{\"clear\":[\"models\",\"rate_limit_per_day\"]}"));
        assertThat(cleared.path("models").isNull()).isTrue();
        assertThat(cleared.path("rate_limit_per_day").isNull()).isTrue();
        assertThat(cleared.path("label").asString()).isEqualTo("Night");
    }

    @Test
    void pausesResumesAndWritesDownWhoDidIt() {
        String path = KEYS + "/" + owner.addKey(newSecret());

        assertThat(json(owner.patch(path, "*", "{\"status\":\"paused\"}"))
                        .path("status")
                        .asString())
                .isEqualTo("paused");
        assertThat(json(owner.patch(path, "*", "{\"status\":\"active\"}"))
                        .path("status")
                        .asString())
                .isEqualTo("active");

        assertThat(json(owner.get(path + "/history"))
                        .path("items")
                        .valueStream()
                        .map(entry -> entry.path("action").asString()))
                .containsExactly("active", "paused", "added");
    }

    @Test
    void raisesTheVersionOfThePoolWithEveryChangeThatMatters() {
        String path = KEYS + "/" + owner.addKey(newSecret());
        long before = poolVersion();

        owner.patch(path, "*", "{\"label\":\"only a name\"}");
        assertThat(poolVersion()).isEqualTo(before);
        owner.patch(path, "*", "{\"weight\":9}");
        assertThat(poolVersion()).isGreaterThan(before);
    }

    @Test
    void refusesToDeleteAKeyThatIsLentOrDrainsItFirst() {
        String id = owner.addKey(newSecret());
        UUID lease = lend(id);

        MvcTestResult refused = owner.delete(KEYS + "/" + id);
        assertThat(refused).hasStatus(409);
        assertThat(json(refused).path("code").asString()).isEqualTo("key-in-use");

        assertThat(owner.delete(KEYS + "/" + id + "?drain=true")).hasStatus(202);
        assertThat(json(owner.get(KEYS + "/" + id)).path("status").asString()).isEqualTo("draining");
        assertThat(json(owner.get(KEYS + "/" + id)).path("in_flight").asInt()).isEqualTo(1);

        jdbc.sql("update lease set settled_at = now(), outcome = 'success' where id = :id")
                .param("id", lease)
                .update();
        jdbc.sql("update api_keys set status_since = now() - interval '1 minute' where id = :id")
                .param("id", UUID.fromString(id))
                .update();
        org.awaitility.Awaitility.await()
                .until(() -> owner.get(KEYS + "/" + id).getResponse().getStatus() == 404);
    }

    @Test
    void aDeletionCanBeUndoneUntilTheSecretIsForgotten() {
        String secret = newSecret();
        String id = owner.addKey(secret);

        assertThat(owner.delete(KEYS + "/" + id)).hasStatus(204);
        assertThat(owner.get(KEYS + "/" + id)).hasStatus(404);
        assertThat(owner.delete(KEYS + "/" + id)).hasStatus(404);
        assertThat(json(owner.post(KEYS + "/" + id + "/restore", null))
                        .path("status")
                        .asString())
                .isEqualTo("active");

        owner.delete(KEYS + "/" + id);
        jdbc.sql("update api_keys set purge_at = now() - interval '1 second' where id = :id")
                .param("id", UUID.fromString(id))
                .update();
        org.awaitility.Awaitility.await()
                .until(() -> jdbc.sql("select key_value is null from api_keys where id = :id")
                        .param("id", UUID.fromString(id))
                        .query(Boolean.class)
                        .single());
        MvcTestResult late = owner.post(KEYS + "/" + id + "/restore", null);
        assertThat(late).hasStatus(409);
        assertThat(json(late).path("code").asString()).isEqualTo("undo-too-late");
        assertThat(owner.post(KEYS, "{\"service_type\":\"yunwu\",\"key\":\"%s\"}".formatted(secret)))
                .hasStatus(201);
    }

    @Test
    void doesNotRestoreAKeyThatWasAddedAgainMeanwhile() {
        String secret = newSecret();
        String id = owner.addKey(secret);
        owner.delete(KEYS + "/" + id);
        owner.addKey(secret);

        assertThat(owner.post(KEYS + "/" + id + "/restore", null)).hasStatus(409);
    }

    @Test
    void putsANewKeyBesideTheOldOneAndThenDrainsTheOldOne() {
        String old =
                json(owner.post(KEYS, """
                {"service_type":"yunwu","key":"%s","label":"Main","scope":"acct","weight":4,
                 "limits":[{"kind":"in_flight","most":3}]}""".formatted(newSecret()))).path("id").asString();

        MvcTestResult rotated = owner.post(
                KEYS + "/" + old + "/rotate", "{\"key\":\"%s\",\"overlap_minutes\":30}".formatted(newSecret()));

        assertThat(rotated).hasStatus(201);
        JsonNode next = json(rotated);
        assertThat(next.path("scope").asString()).isEqualTo("acct");
        assertThat(next.path("weight").asInt()).isEqualTo(4);
        assertThat(next.path("limits").size()).isEqualTo(1);
        JsonNode before = json(owner.get(KEYS + "/" + old));
        assertThat(before.path("status").asString()).isEqualTo("active");
        assertThat(before.path("replaced_by")).isEqualTo(next.path("id"));
        assertThat(owner.post(KEYS + "/" + old + "/rotate", "{\"key\":\"%s\"}".formatted(newSecret())))
                .hasStatus(409);

        jdbc.sql("update api_keys set drain_at = now() - interval '1 second' where id = :id")
                .param("id", UUID.fromString(old))
                .update();
        org.awaitility.Awaitility.await()
                .until(() -> "draining"
                        .equals(json(owner.get(KEYS + "/" + old)).path("status").asString()));
    }

    @Test
    void keepsTheOldKeyWhileTheNewOneIsNotInUse() {
        String old = owner.addKey(newSecret());
        JsonNode next = json(owner.post(
                KEYS + "/" + old + "/rotate",
                "{\"key\":\"%s\",\"overlap_minutes\":0,\"test\":true}".formatted(newSecret())));
        assertThat(next.path("status").asString()).isEqualTo("checking");

        org.awaitility.Awaitility.await()
                .during(java.time.Duration.ofSeconds(3))
                .atMost(java.time.Duration.ofSeconds(5))
                .until(() -> "active"
                        .equals(json(owner.get(KEYS + "/" + old)).path("status").asString()));
    }

    @Test
    void theBuiltInKeyStays() {
        String id = jdbc.sql("select id from api_keys where service_type = 'local'")
                .query(String.class)
                .single();

        assertThat(owner.delete(KEYS + "/" + id)).hasStatus(403);
        assertThat(json(operator.delete(KEYS + "/" + id)).path("code").asString())
                .isEqualTo("key-built-in");
    }

    @Test
    void onlyOperatorsSeeToKeysOfTheInstallation() {
        String body = "{\"service_type\":\"ark\",\"key\":\"%s\",\"shared\":true}".formatted(newSecret());

        assertThat(owner.post(KEYS, body)).hasStatus(403);
        JsonNode shared = json(operator.post(KEYS, body));
        String path = KEYS + "/" + shared.path("id").asString();
        assertThat(shared.path("shared").asBoolean()).isTrue();
        assertThat(owner.get(path)).hasStatus(200);
        assertThat(owner.patch(path, "*", "{\"weight\":2}")).hasStatus(403);
        assertThat(operator.patch(path, "*", "{\"weight\":2}")).hasStatus(200);
        assertThat(owner.delete(path)).hasStatus(403);
        assertThat(operator.delete(path)).hasStatus(204);
    }

    @Test
    void listsInPagesSortedAndFiltered() {
        for (int number = 0; number < 7; number++) {
            owner.post(
                    KEYS,
                    "{\"service_type\":\"%s\",\"key\":\"%s\",\"label\":\"No %d\",\"weight\":%d}"
                            .formatted(number % 2 == 0 ? "openai" : "google", newSecret(), number, number + 1));
        }
        String paused =
                json(owner.get(KEYS + "?q=3")).path("items").get(0).path("id").asString();
        owner.patch(KEYS + "/" + paused, "*", "{\"status\":\"paused\"}");

        assertThat(labels("?sort=-weight&service_type=openai")).containsExactly("No 6", "No 4", "No 2", "No 0");
        assertThat(labels("?sort=label&status=active&service_type=google")).containsExactly("No 1", "No 5");
        assertThat(labels("?status=paused")).containsExactly("No 3");
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(owner.get(KEYS + "?sort=label&limit=3&q=no&cursor=" + cursor));
            page.path("items").forEach(item -> all.add(item.path("label").asString()));
            cursor = page.path("next_cursor").asString("");
        } while (!cursor.isEmpty());
        assertThat(all).containsExactly("No 0", "No 1", "No 2", "No 3", "No 4", "No 5", "No 6");
    }

    private List<String> labels(String query) {
        return json(owner.get(KEYS + query))
                .path("items")
                .valueStream()
                .filter(item -> !item.path("built_in").asBoolean())
                .map(item -> item.path("label").asString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "?sort=colour,unknown-filter",
        "?status=broken,unknown-filter",
        "?cursor=xyz,bad-cursor",
        "?limit=0,bad-request",
        "?limit=100000,bad-request"
    })
    void refusesAListThatItDoesNotKnow(String query, String code) {
        MvcTestResult refused = owner.get(KEYS + query);

        assertThat(refused).hasStatus(400);
        assertThat(json(refused).path("code").asString()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"service_type\":\"nowhere\",\"key\":\"sk-12345678\"}",
                "{\"service_type\":\"local\",\"key\":\"sk-12345678\"}",
                "{\"service_type\":\"yunwu\",\"key\":\"short\"}",
                "{\"service_type\":\"yunwu\",\"key\":\"has a space in it\"}",
                "{\"service_type\":\"yunwu\",\"key\":\"sk-12345678\",\"weight\":0}",
                "{\"service_type\":\"yunwu\",\"key\":\"sk-12345678\",\"rate_limit_per_minute\":-5}",
                "{\"service_type\":\"yunwu\",\"key\":\"sk-12345678\",\"rate_limit_per_day\":2000000000}",
                "{\"service_type\":\"yunwu\",\"key\":\"sk-12345678\",\"base_url\":\"ftp://x\"}",
                "{\"service_type\":\"yunwu\",\"key\":\"sk-12345678\",\"base_url\":\"https://user:pass@x/\"}",
                "{\"service_type\":\"yunwu\",\"key\":\"sk-12345678\",\"label\":\"two\\nlines\"}",
                "{\"service_type\":\"yunwu\",\"key\":\"sk-12345678\",\"models\":[]}",
                "{\"service_type\":\"yunwu\",\"key\":\"sk-12345678\",\"limits\":[{\"kind\":\"in_flight\",\"most\":-1}]}",
                "{\"service_type\":\"yunwu\",\"key\":\"sk-12345678\",\"limits\":[{\"kind\":\"in_flight\",\"most\":1000000000000}]}",
                "{\"service_type\":\"yunwu\",\"key\":\"sk-12345678\",\"limits\":[{\"kind\":\"wishes\",\"most\":1}]}",
                "{\"service_type\":\"yunwu\",\"key\":\"sk-12345678\",\"limits\":[{\"kind\":\"spend\",\"period\":\"rolling\",\"most\":1}]}",
                "{\"key\":\"sk-12345678\"}"
            })
    void refusesWhatIsNotAKeyAndKeepsNothing(String body) {
        long before = count();

        MvcTestResult refused = owner.post(KEYS, body);

        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).doesNotContain("sk-12345678");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void namesAFieldThatItDoesNotKnow() {
        MvcTestResult refused = owner.post(KEYS, "{\"service_type\":\"yunwu\",\"key\":\"sk-12345678\",\"colour\":1}");

        assertThat(refused).hasStatus(400).bodyText().contains("colour");
    }

    @Test
    void asksStrangersToSignIn() {
        assertThat(http.get().uri(KEYS)).hasStatus(401);
    }

    private long count() {
        return jdbc.sql("select count(*) from api_keys").query(Long.class).single();
    }

    private long poolVersion() {
        return jdbc.sql("select version from pool where service = 'yunwu'")
                .query(Long.class)
                .single();
    }

    private UUID lend(String key) {
        UUID lease = UUID.randomUUID();
        jdbc.sql("""
                        insert into lease (id, key_id, scope_id, service, model, generation_id, user_id, owner, fence, granted_at, expires_at)
                        select :id, k.id, k.scope_id, k.service_type, 'm', :id, k.owner_id, 'worker', 1, now(), now() + interval '5 minutes'
                        from api_keys k where k.id = :key""").param("id", lease).param("key", UUID.fromString(key)).update();
        return lease;
    }
}
