package io.vimax.bench.portkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PortkeyConfigTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Allowance> ACCOUNTS =
            List.of(new Allowance("large", 90, 6), new Allowance("small", 30, 2), new Allowance("tiny", 15, 1));

    private final PortkeyConfig config = new PortkeyConfig("http://127.0.0.1:9/openai", ACCOUNTS);

    @Test
    void everyKeyIsDrawnAsOftenAsItsLimitAllows() {
        JsonNode retries = JSON.readTree(config.retries());

        assertThat(retries.at("/strategy/mode").asString()).isEqualTo("loadbalance");
        assertThat(texts(retries.path("targets"), "weight")).containsExactly("90", "30", "15");
        assertThat(texts(retries.path("targets"), "api_key"))
                .containsExactly("sim-large-secret", "sim-small-secret", "sim-tiny-secret");
        assertThat(texts(retries.path("targets"), "custom_host")).containsOnly("http://127.0.0.1:9/openai/v1");
        assertThat(texts(JSON.readTree(config.fallback()).path("targets"), "weight"))
                .containsExactly("90", "30", "15");
    }

    @Test
    void a429IsTriedAgainWithTheSameKeyOrWithAllOthers() {
        JsonNode retries = JSON.readTree(config.retries());
        JsonNode fallback = JSON.readTree(config.fallback());

        assertThat(retries.at("/retry/attempts").asInt()).isEqualTo(5);
        assertThat(retries.at("/retry/on_status_codes").toString()).isEqualTo("[429]");
        assertThat(fallback.has("retry")).isFalse();
        JsonNode second = fallback.at("/targets/1");
        assertThat(second.at("/strategy").toString()).contains("\"fallback\"", "[429]");
        assertThat(texts(second.path("targets"), "api_key"))
                .containsExactly("sim-small-secret", "sim-large-secret", "sim-tiny-secret");
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.path(field).asString())
                .toList();
    }
}
