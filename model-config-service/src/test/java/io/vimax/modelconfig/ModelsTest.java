package io.vimax.modelconfig;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vimax.testing.Identities;
import io.vimax.testing.TestServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestServers.class)
class ModelsTest {

    private static HttpServer keyPool;

    @Autowired
    MockMvcTester http;

    /** Knows of one local key and refuses a caller without a token. */
    @BeforeAll
    static void startKeyPool() throws IOException {
        keyPool = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keyPool.createContext("/internal/services", call -> {
            String token = call.getRequestHeaders().getFirst("Authorization");
            byte[] body =
                    "[{\"service\":\"local\",\"usable_keys\":1,\"reason\":null}]".getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(token == null ? 401 : 200, body.length);
            call.getResponseBody().write(body);
            call.close();
        });
        keyPool.start();
    }

    @AfterAll
    static void stopKeyPool() {
        keyPool.stop(0);
    }

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add(
                "VIMAX_KEY_POOL_URL",
                () -> "http://127.0.0.1:" + keyPool.getAddress().getPort());
        registry.add(
                "VIMAX_IDENTITY",
                () -> Identities.identityFile("model-config-service").toString());
    }

    @Test
    void saysWhichModelsCanBeUsedAndWhyNot() {
        MvcTestResult answer = get("/api/v1/models/available", UUID.randomUUID());

        assertThat(answer).hasStatusOk();
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.items[?(@.name=='local-animatic')].available")
                .asArray()
                .containsExactly(true);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.items[?(@.name=='veo3.1-fast')].reason")
                .asArray()
                .containsExactly("There is no key for yunwu yet; add one.");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.items[?(@.name=='veo3-fast')].state")
                .asArray()
                .containsExactly("retired");
    }

    @Test
    void listsOneCategory() {
        assertThat(get("/api/v1/models/available?category=video", UUID.randomUUID()))
                .bodyJson()
                .extractingPath("$.items[*].category")
                .asArray()
                .containsOnly("video");
        assertThat(get("/api/v1/models/available?category=smell", UUID.randomUUID()))
                .hasStatus(422);
    }

    @Test
    void keepsEachPersonsOwnChoice() {
        UUID person = UUID.randomUUID();
        assertThat(get("/api/v1/models/preferences", person))
                .bodyJson()
                .extractingPath("$.video")
                .isEqualTo("local-animatic");

        assertThat(put(person, "{\"video\":\"veo3.1-fast\"}", null)).hasStatusOk();

        assertThat(get("/api/v1/models/preferences", person))
                .bodyJson()
                .extractingPath("$.video")
                .isEqualTo("veo3.1-fast");
        assertThat(get("/api/v1/models/preferences", person))
                .bodyJson()
                .extractingPath("$.chat")
                .isEqualTo("local-story");
        assertThat(get("/api/v1/models/preferences", UUID.randomUUID()))
                .bodyJson()
                .extractingPath("$.video")
                .isEqualTo("local-animatic");
    }

    @ParameterizedTest
    @CsvSource({"video,local-story", "chat,veo3.1-fast", "image,no-such-model"})
    void namesTheModelThatCannotDoWhatIsAsked(String category, String model) {
        MvcTestResult answer = put(UUID.randomUUID(), "{\"%s\":\"%s\"}".formatted(category, model), null);

        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyJson().extractingPath("$.model").isEqualTo(model);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("unfit-model");
    }

    @Test
    void refusesAClipModelThatCannotBeginWithTheKeyframeAndNamesOneThatCan() {
        MvcTestResult answer = put(UUID.randomUUID(), "{\"video\":\"veo3-fast\"}", null);

        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyJson().extractingPath("$.model").isEqualTo("veo3-fast");
        assertThat(answer).bodyJson().extractingPath("$.detail").asString().endsWith("such as veo3.1-fast.");
    }

    @Test
    void replacesEveryRetiredClipModelByOneThatBeginsWithTheKeyframe() {
        MvcTestResult answer = get("/api/v1/models/available?category=video", UUID.randomUUID());

        assertThat(answer)
                .bodyJson()
                .extractingPath("$.items[?(@.capabilities.max_images==0 && @.state!='retired')]")
                .asArray()
                .isEmpty();
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.items[?(@.name=='veo3-fast')].replacement")
                .asArray()
                .containsExactly("veo3.1-fast");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.items[?(@.name=='veo3.1-fast')].capabilities.max_images")
                .asArray()
                .containsExactly(2);
    }

    @Test
    void refusesAChoiceMadeFromAnOldPage() {
        UUID person = UUID.randomUUID();
        put(person, "{\"chat\":\"local-story\"}", "\"0\"");

        assertThat(put(person, "{\"chat\":\"gemini-3.5-flash-lite\"}", "\"0\"")).hasStatus(412);
        assertThat(put(person, "{\"chat\":\"gemini-3.5-flash-lite\"}", "\"1\"")).hasStatusOk();
    }

    @Test
    void tellsServicesTheFactsOfAModelAndNamesTheKnownOnes() {
        String token = Identities.service("editor-service", "model-config-service");

        assertThat(http.get().uri("/internal/models/local-animatic").header("Authorization", "Bearer " + token))
                .bodyJson()
                .extractingPath("$.price.micros")
                .isEqualTo(0);
        assertThat(http.get().uri("/internal/models/nope").header("Authorization", "Bearer " + token))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.known")
                .asArray()
                .contains("local-story");
        assertThat(http.get()
                        .uri("/internal/models/local-animatic?category=chat")
                        .header("Authorization", "Bearer " + token))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.known")
                .asArray()
                .contains("local-story")
                .doesNotContain("local-animatic");
        assertThat(http.get()
                        .uri("/internal/models/local-animatic")
                        .header("Authorization", "Bearer " + Identities.person(UUID.randomUUID())))
                .hasStatus(403);
    }

    @Test
    void asksStrangersToSignIn() {
        assertThat(http.get().uri("/api/v1/models/available")).hasStatus(401);
    }

    private MvcTestResult get(String path, UUID person) {
        return http.get()
                .uri(path)
                .header("Authorization", "Bearer " + Identities.person(person))
                .exchange();
    }

    private MvcTestResult put(UUID person, String body, @Nullable String ifMatch) {
        var request = http.put()
                .uri("/api/v1/models/preferences")
                .header("Authorization", "Bearer " + Identities.person(person))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).exchange();
    }
}
