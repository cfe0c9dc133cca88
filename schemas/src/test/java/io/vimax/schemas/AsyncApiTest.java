package io.vimax.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AsyncApiTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "asyncapi.yaml");

    private final String generated = AsyncApi.yaml(Topics.ALL);

    static List<Topic<?>> topics() {
        return Topics.ALL;
    }

    @Test
    void theDocumentIsUpToDate() throws IOException {
        if (Boolean.getBoolean("vimax.docs.write")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, generated);
        }

        assertThat(DOCUMENT)
                .as("write it anew with mvn -pl schemas test -Dvimax.docs.write=true")
                .hasContent(generated);
    }

    @Test
    void everyReferenceResolves() throws IOException {
        JsonNode document = new YAMLMapper().readTree(generated);
        List<String> references = new ArrayList<>();
        document.findValues("$ref").forEach(reference -> references.add(reference.asText()));

        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference).startsWith("#/");
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        });
    }

    @Test
    void hasTheFormOfAsyncApi3() throws IOException {
        JsonNode document = new YAMLMapper().readTree(generated);

        assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(document.at("/info/title").asText()).isNotBlank();
        assertThat(document.at("/info/version").asText()).isNotBlank();
        assertThat(document.has("servers")).isFalse();
        Set<String> keys = new HashSet<>();
        List.of("channels", "operations")
                .forEach(part -> document.path(part).fieldNames().forEachRemaining(keys::add));
        assertThat(keys).allSatisfy(key -> assertThat(key).matches("[A-Za-z0-9_-]+"));
        document.path("operations").forEach(operation -> {
            assertThat(operation.path("action").asText()).isIn("send", "receive");
            String channel = operation.at("/channel/$ref").asText();
            operation
                    .path("messages")
                    .forEach(message -> assertThat(message.path("$ref").asText())
                            .as("an operation's messages are those of its channel")
                            .startsWith(channel + "/messages/"));
        });
    }

    @ParameterizedTest
    @MethodSource("topics")
    void carriesEveryTopicWithASchemaThatAvroReads(Topic<?> topic) throws IOException {
        JsonNode document = new YAMLMapper().readTree(generated);
        JsonNode channel = document.path("channels")
                .valueStream()
                .filter(candidate -> candidate.path("address").asText().equals(topic.name()))
                .findFirst()
                .orElseThrow();
        JsonNode payload = document.at("/components/messages/" + topic.schema().getName() + "/payload");

        assertThat(channel.path("x-partitions").asInt()).isEqualTo(topic.partitions());
        assertThat(channel.path("x-key").asText()).isEqualTo(topic.key());
        assertThat(payload.path("schemaFormat").asText()).isEqualTo("application/vnd.apache.avro;version=1.12.1");
        Schema read = new Schema.Parser().parse(payload.path("schema").toString());
        assertThat(org.apache.avro.SchemaNormalization.toParsingForm(read))
                .isEqualTo(org.apache.avro.SchemaNormalization.toParsingForm(topic.schema()));
    }
}
