package io.vimax.keypool.installation;

import static io.vimax.keypool.Calls.newSecret;
import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.keypool.Calls;
import io.vimax.testing.TestServers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestServers.class)
@ExtendWith(OutputCaptureExtension.class)
class KeysFromEnvironmentTest {

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EnvironmentKeys keys;

    @AfterEach
    void nothingStays() {
        start("");
        jdbc.sql(
                        "update api_keys set status = 'DELETED', deleted_at = now(), key_value = null, master_key = null where from_environment and deleted_at is null")
                .update();
    }

    @Test
    void addsThemOnceAndRetiresThoseThatAreGone() {
        String first = newSecret();
        String second = newSecret();

        start(first + "," + second);
        start(first + " , " + second);
        assertThat(states()).containsExactlyInAnyOrder("ACTIVE", "ACTIVE");

        start(second);
        assertThat(states()).containsExactlyInAnyOrder("ACTIVE", "DRAINING");
        start(first + "," + second);
        assertThat(states()).containsExactlyInAnyOrder("ACTIVE", "ACTIVE");
    }

    @Test
    void leavesOutWhatIsNoKeyWithOneWarningThatDoesNotRepeatIt(CapturedOutput output) {
        String good = newSecret();
        String hers = newSecret();
        Calls.of(http, UUID.randomUUID()).addKey(hers);

        start("tooshort".substring(1) + "," + good + "," + good + "," + hers + ",");

        assertThat(states()).containsExactly("ACTIVE");
        assertThat(output.getAll().lines().filter(line -> line.contains("VIMAX_KEYS_YUNWU: ") && line.contains("WARN")))
                .hasSize(3);
        assertThat(output.getAll())
                .contains("entry 1 must be 8 to 500")
                .contains("entry 3 is there twice")
                .doesNotContain("ooshort")
                .doesNotContain(hers)
                .doesNotContain(good);
    }

    @Test
    void theApiNeitherDeletesNorRotatesThem() {
        start(newSecret());
        Calls operator = Calls.of(http, UUID.randomUUID(), "operator");
        String path = "/api/v1/api-keys/"
                + jdbc.sql("select id from api_keys where from_environment and deleted_at is null")
                        .query(String.class)
                        .single();

        assertThat(Calls.json(operator.delete(path)).path("code").asString()).isEqualTo("key-from-environment");
        assertThat(operator.post(path + "/rotate", "{\"key\":\"%s\"}".formatted(newSecret())))
                .hasStatus(409);
        assertThat(operator.patch(path, "*", "{\"weight\":3}")).hasStatus(200);
        assertThat(Calls.json(Calls.of(http, UUID.randomUUID()).get(path))
                        .path("from_environment")
                        .asBoolean())
                .isTrue();
    }

    private void start(String value) {
        new KeysFromEnvironment(new MockEnvironment().withProperty("VIMAX_KEYS_YUNWU", value), keys).take();
    }

    private List<String> states() {
        return jdbc.sql("select status from api_keys where from_environment and deleted_at is null")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
