package io.vimax.keypool.intake;

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
class ImportTest {

    private static final String IMPORT = "/api/v1/api-keys/import";

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    UUID person;
    Calls owner;

    @BeforeEach
    void newPerson() {
        person = UUID.randomUUID();
        owner = Calls.of(http, person);
    }

    @Test
    void findsThe37WrongLinesOfTenThousandAndWritesNothingOrTheRest() {
        var csv = new StringBuilder("service_type,key,label,weight\n");
        List<Integer> wrong = new ArrayList<>();
        for (int number = 0; number < 10_000; number++) {
            if (number % 270 == 100) {
                wrong.add(number + 2);
                csv.append(
                        switch (wrong.size() % 4) {
                            case 0 -> "yunwu,short,x,1\n";
                            case 1 -> "nowhere," + newSecret() + ",x,1\n";
                            case 2 -> "yunwu," + newSecret() + ",x,-3\n";
                            default -> "yunwu," + newSecret() + ",x,many\n";
                        });
            } else {
                csv.append("yunwu,")
                        .append(newSecret())
                        .append(",Key ")
                        .append(number)
                        .append(",1\n");
            }
        }

        MvcTestResult read = preview(csv.toString());

        assertThat(read).hasStatus(200);
        JsonNode report = json(read);
        assertThat(report.path("lines").asInt()).isEqualTo(10_000);
        assertThat(report.path("wrong").asInt()).isEqualTo(37);
        assertThat(report.path("items")
                        .valueStream()
                        .filter(line -> line.path("status").asString().equals("wrong"))
                        .map(line -> line.path("line").asInt()))
                .containsExactlyElementsOf(wrong);
        assertThat(report.path("items")
                        .valueStream()
                        .flatMap(line -> line.path("faults").valueStream())
                        .map(fault -> fault.path("code").asString())
                        .distinct())
                .containsExactlyInAnyOrder("unknown-service", "malformed-weight", "malformed-key");
        assertThat(count()).isZero();

        String id = report.path("id").asString();
        MvcTestResult strict = take(owner, id, "all_or_nothing");
        assertThat(strict).hasStatus(409);
        assertThat(json(strict).path("wrong").asInt()).isEqualTo(37);
        assertThat(count()).isZero();

        JsonNode taken = json(take(owner, id, "valid_only"));
        assertThat(taken.path("added").asInt()).isEqualTo(9_963);
        assertThat(taken.path("skipped").asInt()).isEqualTo(37);
        assertThat(count()).isEqualTo(9_963);
        assertThat(json(take(owner, id, "valid_only")).path("added").asInt()).isEqualTo(9_963);
        assertThat(count()).isEqualTo(9_963);
    }

    @Test
    void namesThePlaceAndWhatToDoAndNeverWhatStoodThere() {
        String secret = newSecret();
        MvcTestResult read = preview("service_type;key;rate_limit_per_minute;base_url\r\nyunwu;" + secret
                + ";0;\"gopher://a;b\"\r\n" + secret + ";yunwu;;\r\n");

        assertThat(text(read)).doesNotContain(secret).doesNotContain("gopher");
        JsonNode faults = json(read).path("items").get(0).path("faults");
        assertThat(faults.get(0).path("line").asInt()).isEqualTo(2);
        assertThat(faults.get(0).path("column").asInt()).isEqualTo(8 + secret.length());
        assertThat(faults.get(0).path("field").asString()).isEqualTo("rate_limit_per_minute");
        assertThat(faults.get(0).path("code").asString()).isEqualTo("malformed-rate-limit-per-minute");
        assertThat(faults.get(0).path("message").asString()).contains("1");
        assertThat(json(read).path("items").get(1).path("status").asString()).isEqualTo("wrong");
    }

    @Test
    void seesKeysThatAreThereOrTwiceInTheList() {
        String there = newSecret();
        owner.addKey(there);
        String twice = newSecret();

        JsonNode report =
                json(preview("service_type,key\nyunwu,%s\nyunwu,%s\nyunwu,%s\n".formatted(there, twice, twice)));

        assertThat(report.path("ready").asInt()).isEqualTo(1);
        assertThat(report.path("duplicates").asInt()).isEqualTo(2);
        assertThat(report.path("items")
                        .get(0)
                        .path("faults")
                        .get(0)
                        .path("code")
                        .asString())
                .isEqualTo("key-exists");
        assertThat(report.path("items")
                        .get(2)
                        .path("faults")
                        .get(0)
                        .path("message")
                        .asString())
                .contains("line 3");
    }

    @Test
    void takesJsonToo() {
        MvcTestResult read = owner.post(IMPORT, """
                {"items": [
                  {"service_type": "openai", "key": "%s", "models": ["a", "b"], "weight": 2},
                  {"service_type": "openai", "key": "%s", "colour": "red"},
                  "%s"
                ]}""".formatted(newSecret(), newSecret(), newSecret()));

        JsonNode report = json(read);
        assertThat(report.path("ready").asInt()).isEqualTo(1);
        assertThat(report.path("items")
                        .get(1)
                        .path("faults")
                        .get(0)
                        .path("line")
                        .asInt())
                .isEqualTo(3);
        assertThat(report.path("items")
                        .get(1)
                        .path("faults")
                        .get(0)
                        .path("code")
                        .asString())
                .isEqualTo("unknown-field");
        assertThat(report.path("items")
                        .get(2)
                        .path("faults")
                        .get(0)
                        .path("code")
                        .asString())
                .isEqualTo("not-an-object");
        assertThat(json(take(owner, report.path("id").asString(), "valid_only"))
                        .path("added")
                        .asInt())
                .isEqualTo(1);
        assertThat(json(owner.get("/api/v1/api-keys?service_type=openai"))
                        .path("items")
                        .get(0)
                        .path("models")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void twoImportsOfTheSameKeysAtOnceAddThemOnce() throws Exception {
        var rows = new ArrayList<String>();
        for (int number = 0; number < 300; number++) {
            rows.add("yunwu," + newSecret());
        }
        String forwards = json(preview("service_type,key\n" + String.join("\n", rows)))
                .path("id")
                .asString();
        String backwards = json(preview("service_type,key\n" + String.join("\n", rows.reversed())))
                .path("id")
                .asString();

        int added = 0;
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<MvcTestResult>> both =
                    List.of(() -> take(owner, forwards, "valid_only"), () -> take(owner, backwards, "valid_only"));
            for (var answer : people.invokeAll(both)) {
                assertThat(answer.get()).hasStatus(200);
                added += json(answer.get()).path("added").asInt();
            }
        }

        assertThat(added).isEqualTo(300);
        assertThat(count()).isEqualTo(300);
    }

    @Test
    void aStrictImportThatMeetsAKeyAddedMeanwhileWritesNothing() {
        String late = newSecret();
        String id = json(preview("service_type,key\nyunwu,%s\nyunwu,%s\n".formatted(newSecret(), late)))
                .path("id")
                .asString();
        owner.addKey(late);

        assertThat(take(owner, id, "all_or_nothing")).hasStatus(409);
        assertThat(count()).isEqualTo(1);
        assertThat(json(take(owner, id, "valid_only")).path("added").asInt()).isEqualTo(1);
    }

    @Test
    void anothersListIsNotThere() {
        String id = json(preview("service_type,key\nyunwu," + newSecret()))
                .path("id")
                .asString();
        Calls stranger = Calls.of(http, UUID.randomUUID());

        assertThat(stranger.get(IMPORT + "/" + id)).hasStatus(404);
        assertThat(take(stranger, id, "valid_only")).hasStatus(404);
        assertThat(owner.get(IMPORT + "/" + id)).hasStatus(200);
    }

    @Test
    void forgetsTheSecretsOfAListAfterAWhile() {
        String id = json(preview("service_type,key\nyunwu," + newSecret()))
                .path("id")
                .asString();
        jdbc.sql("update key_import set expires_at = now() - interval '1 second' where id = :id")
                .param("id", UUID.fromString(id))
                .update();

        assertThat(take(owner, id, "valid_only")).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text/csv|``|422|import-unreadable",
                "text/csv|sk-no-header-at-all,sk-secret-here|422|import-unreadable",
                "text/csv|service_type,label|422|import-unreadable",
                "text/csv|service_type,key,key|422|import-unreadable",
                "text/csv|`service_type,\"key`|422|import-unreadable",
                "application/json|{\"items\":[{\"key\":\"sk-cut-|422|import-unreadable",
                "application/json|{\"keys\":[]}|422|import-unreadable",
                "application/json|[]|422|import-unreadable",
                "text/plain|x|415|unsupported-media-type"
            })
    void refusesWhatIsNoListOfKeys(String type, String body, int status, String code) {
        MvcTestResult refused = owner.post(IMPORT, body, "Content-Type", type);

        assertThat(refused).hasStatus(status);
        assertThat(json(refused).path("code").asString()).isEqualTo(code);
        assertThat(text(refused)).doesNotContain("sk-");
    }

    @Test
    void refusesAListThatIsTooLong() {
        assertThat(json(preview("service_type,key\n" + "yunwu,12345678\n".repeat(10_001)))
                        .path("code")
                        .asString())
                .isEqualTo("import-too-long");
        assertThat(preview("service_type,key\n" + "x".repeat(2 * 1024 * 1024))).hasStatus(413);
    }

    private MvcTestResult preview(String csv) {
        return owner.post(IMPORT, csv, "Content-Type", "text/csv");
    }

    private static MvcTestResult take(Calls caller, String id, String mode) {
        return caller.post(IMPORT + "/" + id + "/commit", "{\"mode\":\"%s\"}".formatted(mode));
    }

    private long count() {
        return jdbc.sql("select count(*) from api_keys where owner_id = :person")
                .param("person", person)
                .query(Long.class)
                .single();
    }
}
