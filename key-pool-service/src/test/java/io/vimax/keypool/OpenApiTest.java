package io.vimax.keypool;

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

@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestServers.class)
class OpenApiTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "openapi", "key-pool-service.json");

    @Autowired
    MockMvcTester http;

    @Test
    void theDocumentIsUpToDate() throws Exception {
        String document = document();
        if (Boolean.getBoolean("vimax.docs.write")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, document);
        }

        assertThat(DOCUMENT)
                .as("write it anew with mvn -pl key-pool-service test -Dvimax.docs.write=true")
                .hasContent(document);
    }

    /** Sorted, and without the address of the test's own server. */
    private String document() throws Exception {
        var json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        String body = http.get().uri("/v3/api-docs").exchange().getResponse().getContentAsString();
        var tree = (ObjectNode) json.readTree(body);
        tree.remove("servers");
        return json.writeValueAsString(json.treeToValue(tree, Object.class)) + "\n";
    }
}
