package io.vimax.gateway.document;

import static io.vimax.gateway.Answers.json;
import static io.vimax.gateway.Answers.problem;
import static io.vimax.gateway.TestGateway.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.gateway.TestGateway;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiDocumentTest {

    private static JsonNode part(String path, String type) {
        return json("""
                {"paths":{"%s":{"get":{"schema":{"$ref":"#/components/schemas/Money"}}},"/internal/x":{}},
                 "components":{"schemas":{"Money":{"type":"%s"},"List":{"items":[{"$ref":"#/components/schemas/Money"}]}}}}
                """.formatted(path, type));
    }

    @Test
    void keepsSchemasOfOneNameApart() {
        JsonNode merged = ApiDocument.of(
                new JsonMapper(),
                new TreeMap<>(Map.of(
                        "editor-service", part("/api/v1/episodes", "object"),
                        "key-pool-service", part("/api/v1/api-keys", "string"))));

        assertThat(merged.path("paths").propertyNames()).containsExactly("/api/v1/episodes", "/api/v1/api-keys");
        JsonNode schemas = merged.path("components").path("schemas");
        assertThat(schemas.path("Money").path("type").asString()).isEqualTo("object");
        assertThat(schemas.path("KeyPoolServiceMoney").path("type").asString()).isEqualTo("string");
        assertThat(merged.path("paths").path("/api/v1/api-keys").toString()).contains("schemas/KeyPoolServiceMoney");
        assertThat(merged.path("paths").path("/api/v1/episodes").toString()).contains("schemas/Money");
    }

    @Test
    void isOneWholeDocumentOfTheRunningApi() {
        try (var gateway = TestGateway.start()) {
            problem(send(gateway.request("/api/v1/openapi.json")), 401, "signed-out");

            JsonNode document =
                    json(send(gateway.byBrowser("/api/v1/openapi.json")).body());

            assertThat(document.path("paths").propertyNames())
                    .contains("/api/v1/episodes", "/api/v1/models/available")
                    .allMatch(path -> path.startsWith("/api/v1/"));
            Matcher references = Pattern.compile("#/components/schemas/(\\w+)").matcher(document.toString());
            while (references.find()) {
                assertThat(document.path("components").path("schemas").has(references.group(1)))
                        .as(references.group(1))
                        .isTrue();
            }
        }
    }
}
