package io.vimax.keypool.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.testing.Identities;
import io.vimax.testing.TestServers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestServers.class)
@ExtendWith(OutputCaptureExtension.class)
class KeysTest {

    private static final UUID OWNER = UUID.randomUUID();

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Vault vault;

    @Test
    void takesASecretOnceAndShowsOnlyItsEnds(CapturedOutput output) throws Exception {
        String canary = "sk-" + UUID.randomUUID();

        MvcTestResult added = add(canary, OWNER);

        assertThat(added).hasStatus(201);
        String body = added.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(body)
                .contains("sk-")
                .contains(canary.substring(canary.length() - 4))
                .doesNotContain(canary);
        assertThat(list(OWNER)).doesNotContain(canary);
        assertThat(output.getAll()).doesNotContain(canary);
        assertThat(jdbc.sql("select k::text || coalesce(encode(k.key_value, 'escape'), '') from api_keys k")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(canary));
        assertThat(jdbc.sql("select payload from outbox_record")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(canary));
    }

    @Test
    void refusesTheSameSecretTwice() {
        String secret = "sk-" + UUID.randomUUID();
        add(secret, OWNER);

        assertThat(add(secret, UUID.randomUUID())).hasStatus(409);
    }

    @Test
    void opensASealedSecretOnlyForItsOwnRow() {
        UUID row = UUID.randomUUID();
        byte[] stored = vault.seal("sk-secret", row, Service.YUNWU);

        assertThat(vault.open(stored, row, Service.YUNWU)).isEqualTo("sk-secret");
        assertThat(catching(() -> vault.open(stored, UUID.randomUUID(), Service.YUNWU)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(catching(() -> vault.open(stored, row, Service.OPENAI))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anothersKeyIsNotThere() {
        String id = idOf(add("sk-" + UUID.randomUUID(), OWNER));
        UUID stranger = UUID.randomUUID();

        assertThat(delete(id, stranger)).hasStatus(404);
        assertThat(list(stranger)).doesNotContain(id);
        assertThat(delete(id, OWNER)).hasStatus(204);
        assertThat(delete(id, OWNER)).hasStatus(404);
    }

    @Test
    void forgetsTheSecretOfADeletedKeyAndTakesItAgain() {
        String secret = "sk-" + UUID.randomUUID();
        String id = idOf(add(secret, OWNER));

        delete(id, OWNER);

        assertThat(jdbc.sql("select key_value is null from api_keys where id = :id")
                        .param("id", UUID.fromString(id))
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(add(secret, OWNER)).hasStatus(201);
    }

    @Test
    void theBuiltInKeyStays() {
        String id = jdbc.sql("select id from api_keys where service_type = 'local'")
                .query(String.class)
                .single();

        assertThat(delete(id, OWNER)).hasStatus(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"service_type\":\"nowhere\",\"key\":\"sk-12345678\"}",
                "{\"service_type\":\"yunwu\",\"key\":\"short\"}",
                "{\"service_type\":\"yunwu\",\"key\":\"has a space in it\"}",
                "{\"service_type\":\"yunwu\",\"key\":\"sk-12345678\",\"weight\":0}",
                "{\"service_type\":\"yunwu\",\"key\":\"sk-12345678\",\"rate_limit_per_minute\":-5}",
                "{\"service_type\":\"yunwu\",\"key\":\"sk-12345678\",\"base_url\":\"ftp://x\"}",
                "{\"key\":\"sk-12345678\"}"
            })
    void refusesWhatIsNotAKeyAndKeepsNothing(String body) {
        long before = count();

        assertThat(send(body, OWNER)).hasStatus(422);
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void namesAFieldThatItDoesNotKnow() {
        assertThat(send("{\"service_type\":\"yunwu\",\"key\":\"sk-12345678\",\"colour\":1}", OWNER))
                .hasStatus(400)
                .bodyText()
                .contains("colour");
    }

    @Test
    void asksStrangersToSignIn() {
        assertThat(http.get().uri("/api/v1/api-keys")).hasStatus(401);
        assertThat(http.get()
                        .uri("/api/v1/api-keys/stats")
                        .header("Authorization", "Bearer " + Identities.person(OWNER)))
                .hasStatusOk();
    }

    private long count() {
        return jdbc.sql("select count(*) from api_keys").query(Long.class).single();
    }

    private MvcTestResult add(String secret, UUID owner) {
        return send("{\"service_type\":\"yunwu\",\"key\":\"%s\",\"label\":\"Mine\"}".formatted(secret), owner);
    }

    private MvcTestResult send(String body, UUID owner) {
        return http.post()
                .uri("/api/v1/api-keys")
                .header("Authorization", "Bearer " + Identities.person(owner))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult delete(String id, UUID owner) {
        return http.delete()
                .uri("/api/v1/api-keys/" + id)
                .header("Authorization", "Bearer " + Identities.person(owner))
                .exchange();
    }

    private String list(UUID owner) {
        try {
            return http.get()
                    .uri("/api/v1/api-keys")
                    .header("Authorization", "Bearer " + Identities.person(owner))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String idOf(MvcTestResult added) {
        try {
            return added.getResponse().getContentAsString().replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Throwable catching(Runnable work) {
        return org.assertj.core.api.Assertions.catchThrowable(work::run);
    }
}
