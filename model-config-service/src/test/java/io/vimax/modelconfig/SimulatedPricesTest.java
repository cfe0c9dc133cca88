package io.vimax.modelconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.testing.Identities;
import io.vimax.testing.TestServers;
import java.util.UUID;
import org.assertj.core.api.ObjectArrayAssert;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An installation whose providers are simulated, told so as {@code ./vimax up --simulate} tells it. */
@SpringBootTest(properties = """
        spring.application.json={"model-config":{"usual":{"video":"veo3.1-fast"},"simulated":{"prices":[\
        {"provider":"yunwu","model":"veo3.1-fast","micros":150000}]}}}""")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestServers.class)
class SimulatedPricesTest {

    @Autowired
    MockMvcTester http;

    @DynamicPropertySource
    static void identity(DynamicPropertyRegistry registry) {
        registry.add(
                "VIMAX_IDENTITY",
                () -> Identities.identityFile("model-config-service").toString());
    }

    @Test
    void takeThePlaceOfThoseOfTheCatalogueAndSayWhatTheyAre() {
        MvcTestResult answer = get("/api/v1/models/available");

        values(answer, "veo3.1-fast", "unit").containsExactly("generation");
        values(answer, "veo3.1-fast", "micros").containsExactly(150_000);
        values(answer, "veo3.1-fast", "simulated").containsExactly(true);
        values(answer, "local-animatic", "micros").containsExactly(0);
        values(answer, "local-animatic", "simulated").containsExactly(false);
    }

    @Test
    void comeWithTheModelsOfThoseWhoChoseNone() {
        MvcTestResult answer = get("/api/v1/models/preferences");

        assertThat(answer).bodyJson().extractingPath("$.video").isEqualTo("veo3.1-fast");
        assertThat(answer).bodyJson().extractingPath("$.speech").isEqualTo("local-voice");
    }

    private static ObjectArrayAssert<Object> values(MvcTestResult answer, String model, String field) {
        return assertThat(answer)
                .bodyJson()
                .extractingPath("$.items[?(@.name=='%s')].price.%s".formatted(model, field))
                .asArray();
    }

    private MvcTestResult get(String path) {
        return http.get()
                .uri(path)
                .header("Authorization", "Bearer " + Identities.person(UUID.randomUUID()))
                .exchange();
    }
}
