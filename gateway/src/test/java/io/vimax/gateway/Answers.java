package io.vimax.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks that every refusal has the form that clients rely on. */
public final class Answers {

    private static final JsonMapper JSON = new JsonMapper();

    private Answers() {}

    public static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    public static JsonNode problem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = json(response.body());
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + code);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("trace_id").asString()).matches("[0-9a-f]{32}");
        assertThat(response.headers().firstValue("X-Trace-Id"))
                .hasValue(problem.path("trace_id").asString());
        return problem;
    }
}
