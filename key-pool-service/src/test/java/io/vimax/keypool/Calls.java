package io.vimax.keypool;

import io.vimax.testing.Identities;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of one person, or of a worker, to the service under test. */
public final class Calls {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MockMvcTester http;
    private final String token;

    private Calls(MockMvcTester http, String token) {
        this.http = http;
        this.token = token;
    }

    public static Calls of(MockMvcTester http, UUID person, String... roles) {
        return new Calls(http, Identities.person(person, roles));
    }

    public static Calls ofWorker(MockMvcTester http) {
        return new Calls(http, Identities.service("generation-worker", "key-pool-service"));
    }

    public MvcTestResult get(String path) {
        return send(HttpMethod.GET, path, null);
    }

    public MvcTestResult delete(String path) {
        return send(HttpMethod.DELETE, path, null);
    }

    public MvcTestResult post(String path, @Nullable String body, String... headers) {
        return send(HttpMethod.POST, path, body, headers);
    }

    public MvcTestResult patch(String path, String ifMatch, String body) {
        return send(HttpMethod.PATCH, path, body, "If-Match", ifMatch);
    }

    /** Adds a key of yunwu and gives its id. */
    public String addKey(String secret) {
        MvcTestResult added = post("/api/v1/api-keys", "{\"service_type\":\"yunwu\",\"key\":\"%s\"}".formatted(secret));
        return json(added).path("id").asString();
    }

    public MvcTestResult send(HttpMethod method, String path, @Nullable String body, String... headers) {
        var call = http.method(method).uri(path).header("Authorization", "Bearer " + token);
        if (body != null) {
            call = call.content(body);
        }
        String type = MediaType.APPLICATION_JSON_VALUE;
        for (int at = 0; at < headers.length; at += 2) {
            if (headers[at].equals("Content-Type")) {
                type = headers[at + 1];
            } else {
                call = call.header(headers[at], headers[at + 1]);
            }
        }
        return call.contentType(type).exchange();
    }

    public static JsonNode json(MvcTestResult answer) {
        return JSON.readTree(answer.getResponse().getContentAsByteArray());
    }

    public static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    public static String newSecret() {
        return "sk-" + UUID.randomUUID();
    }
}
