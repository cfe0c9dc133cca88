package io.vimax.keypool.usage;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestServers.class)
class UsageTest {

    private static final String STATS = "/api/v1/api-keys/stats";

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FoldUsage fold;

    UUID person;
    Calls owner;
    String key;

    @BeforeEach
    void aPersonWithAKey() {
        person = UUID.randomUUID();
        owner = Calls.of(http, person);
        key = owner.addKey(newSecret());
    }

    @Test
    void countsBeforeAndAfterFoldingTheSame() {
        settled("success", 10, "now()", 1_000_000, 5_000, 100);
        settled("rate_limited", 3, "now()", 0, 0, 20);
        settled("content_rejected", 2, "now()", 0, 0, 30);
        settled("cancelled", 1, "now()", 0, 0, 30);
        settled("not_sent", 4, "now()", 0, 0, 0);

        JsonNode before = row(STATS);
        foldAll();
        JsonNode after = row(STATS);

        assertThat(after).isEqualTo(before);
        assertThat(after.path("request_count").asInt()).isEqualTo(16);
        assertThat(after.path("success_count").asInt()).isEqualTo(10);
        assertThat(after.path("error_count").asInt()).isEqualTo(5);
        assertThat(after.path("errors").path("rate_limited").asInt()).isEqualTo(3);
        assertThat(after.path("cost").path("amount").asInt()).isEqualTo(10);
        assertThat(after.path("media_ms").asInt()).isEqualTo(50_000);
        assertThat(after.path("latency_p50_ms").asInt()).isBetween(95, 105);
        assertThat(uncounted()).isZero();
    }

    @Test
    void replicasThatFoldAtOnceCountEverythingOnce() throws Exception {
        settled("success", 5_000, "now() - interval '3 hours'", 10, 1, 40);
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> folds = new ArrayList<>();
            for (int replica = 0; replica < 8; replica++) {
                folds.add(() -> {
                    foldAll();
                    return null;
                });
            }
            for (var done : replicas.invokeAll(folds)) {
                done.get();
            }
        }
        foldAll();

        assertThat(uncounted()).isZero();
        assertThat(jdbc.sql("select sum(requests) from usage_cell where user_id = :person")
                        .param("person", person)
                        .query(Long.class)
                        .single())
                .isEqualTo(5_000);
        assertThat(row(STATS).path("request_count").asInt()).isEqualTo(5_000);
    }

    @Test
    void tellsHoursDaysKeysScopesAndModelsApart() {
        settled("success", 4, "timestamptz '2026-03-10 06:10:00Z'", 1, 1, 50);
        settled("success", 2, "timestamptz '2026-03-10 08:40:00Z'", 1, 1, 50);
        settled("provider_error", 1, "timestamptz '2026-03-11 09:40:00Z'", 1, 1, 50);
        foldAll();
        String range = "?from=2026-03-10T00:00:00Z&to=2026-03-12T00:00:00Z&by=key,scope,service,model";

        assertThat(counts(range + "&per=hour")).containsExactly(4, 2, 1);
        assertThat(counts(range + "&per=day")).containsExactly(6, 1);
        // Los Angeles is at UTC-7 then: its 10th begins at 07:00 UTC.
        assertThat(counts(range + "&per=day&zone=America/Los_Angeles")).containsExactly(4, 2, 1);
        assertThat(counts(range + "&model=veo3.1")).containsExactly(7);
        assertThat(counts(range + "&model=other")).isEmpty();
        JsonNode row = row(STATS + range);
        assertThat(row.path("key_id").asString()).isEqualTo(key);
        assertThat(row.path("service_type").asString()).isEqualTo("yunwu");
    }

    @Test
    void aLeaseThatExpiredCountsAsWhatItsWorkerTellsLater() {
        settled("expired", 1, "now()", 0, 0, 0);
        foldAll();
        assertThat(row(STATS).path("errors").path("expired").asInt()).isEqualTo(1);

        jdbc.sql("update lease set outcome = 'success' where user_id = :person")
                .param("person", person)
                .update();
        foldAll();

        assertThat(row(STATS).path("request_count").asInt()).isEqualTo(1);
        assertThat(row(STATS).path("success_count").asInt()).isEqualTo(1);
        assertThat(uncounted()).isZero();
    }

    @Test
    void addsHalfHoursAtTheEdgesAndWholeDaysBetweenThem() {
        for (String when :
                List.of("09 23:50", "10 05:40", "10 06:00", "11 00:00", "12 12:00", "13 11:29", "13 11:30")) {
            settled("success", 1, "timestamptz '2026-03-%s:00Z'".formatted(when), 1, 1, 50);
        }
        foldAll();
        String range = "?from=2026-03-10T06:00:00Z&to=2026-03-13T11:30:00Z&by=key";

        assertThat(counts(range)).containsExactly(4);
        assertThat(counts(range + "&per=hour")).containsExactly(1, 1, 1, 1);
        assertThat(counts(range + "&per=day")).containsExactly(1, 1, 1, 1);
        assertThat(counts("?from=2026-03-10T06:00:00Z&to=2026-03-10T07:00:00Z&by=key"))
                .containsExactly(1);
        assertThat(counts("?from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z&by=key"))
                .containsExactly(7);
    }

    @Test
    void writesATableForSpreadsheetsThatIsNoFormula() {
        jdbc.sql("select 1").query(Integer.class).single();
        settled("success", 1, "now()", 1_500_000, 0, 50);
        jdbc.sql("update lease set model = '=1+1' where user_id = :person")
                .param("person", person)
                .update();

        var answer = owner.send(HttpMethod.GET, STATS, null, "Accept", "text/csv");

        assertThat(answer).hasStatus(200).hasContentTypeCompatibleWith("text/csv");
        assertThat(text(answer)).startsWith("from,key_id,").contains(",'=1+1,1,1,0,,1.5,USD,");
    }

    @Test
    void showsEachPersonTheirOwnWork() {
        settled("success", 2, "now()", 1, 1, 50);

        assertThat(json(Calls.of(http, UUID.randomUUID()).get(STATS))
                        .path("items")
                        .size())
                .isZero();
        assertThat(owner.get(STATS + "?of=installation")).hasStatus(403);
        assertThat(Calls.of(http, UUID.randomUUID(), "operator").get(STATS + "?of=installation"))
                .hasStatus(200);
    }

    @Test
    void notesAtTheKeyWhenItWasUsedAndWhatWentWrong() {
        settled("rate_limited", 1, "now()", 0, 0, 5);
        settled("success", 1, "now()", 0, 0, 5);
        foldAll();

        JsonNode view = json(owner.get("/api/v1/api-keys/" + key));
        assertThat(view.path("last_used_at").isNull()).isFalse();
        assertThat(view.path("last_error").asString()).isEqualTo("rate_limited");
    }

    @Test
    void forgetsOldLeasesAndKeepsTheirSums() {
        settled("success", 3, "now() - interval '100 days'", 1, 1, 50);
        fold.forget();
        assertThat(leases()).isEqualTo(3);
        foldAll();
        fold.forget();

        assertThat(leases()).isZero();
        assertThat(row(STATS + "?hours=2500").path("request_count").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?by=colour",
                "?per=minute",
                "?zone=Mars/Olympus",
                "?of=world",
                "?hours=0",
                "?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
                "?from=2020-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
                "?from=yesterday"
            })
    void refusesAQuestionThatMakesNoSense(String query) {
        assertThat(owner.get(STATS + query)).hasStatus(400);
    }

    private void foldAll() {
        while (fold.foldBatch() > 0) {
            // Until nothing is left.
        }
    }

    private long uncounted() {
        return jdbc.sql("select count(*) from lease where user_id = :person and settled_at is not null and not counted")
                .param("person", person)
                .query(Long.class)
                .single();
    }

    private long leases() {
        return jdbc.sql("select count(*) from lease where user_id = :person")
                .param("person", person)
                .query(Long.class)
                .single();
    }

    private JsonNode row(String path) {
        return json(owner.get(path)).path("items").get(0);
    }

    private List<Integer> counts(String query) {
        return json(owner.get(STATS + query))
                .path("items")
                .valueStream()
                .map(item -> item.path("request_count").asInt())
                .toList();
    }

    private void settled(String outcome, int count, String when, long costMicros, long mediaMs, long latencyMs) {
        jdbc.sql("""
                        insert into lease (id, key_id, scope_id, service, model, generation_id, user_id, owner, fence, granted_at, expires_at,
                            settled_at, outcome, cost_micros, media_ms, latency_ms)
                        select gen_random_uuid(), k.id, k.scope_id, k.service_type, 'veo3.1', gen_random_uuid(), k.owner_id, 'w', 1, %1$s, %1$s,
                            %1$s + interval '1 second', :outcome, :cost, :media, :latency
                        from api_keys k, generate_series(1, :count) where k.id = :key""".formatted(when))
                .param("outcome", outcome)
                .param("cost", costMicros)
                .param("media", mediaMs)
                .param("latency", latencyMs)
                .param("count", count)
                .param("key", UUID.fromString(key))
                .update();
    }
}
