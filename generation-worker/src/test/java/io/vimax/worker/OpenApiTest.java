package io.vimax.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.testing.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@SpringBootTest(properties = {"worker.asset.folder=target/start-test", "spring.kafka.listener.auto-startup=false"})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestServers.class)
class OpenApiTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "openapi", "generation-worker.json");

    @Autowired
    private MockMvcTester http;

    @Test
    void documentIsAsTheServiceAnswers() throws Exception {
        String document = document();
        if (Boolean.getBoolean("vimax.docs.write")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, document);
        }

        assertThat(DOCUMENT).as("run again with -Dvimax.docs.write=true").hasContent(document);
    }

    private String document() throws Exception {
        var json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        String body = http.get().uri("/v3/api-docs").exchange().getResponse().getContentAsString();
        var tree = (ObjectNode) json.readTree(body);
        // The address of the test's own server is no part of the contract.
        tree.remove("servers");
        return json.writeValueAsString(json.treeToValue(tree, Object.class)) + "\n";
    }
}
