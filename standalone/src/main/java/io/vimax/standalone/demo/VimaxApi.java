package io.vimax.standalone.demo;

import io.vimax.standalone.secrets.CliToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API as this command line uses it, through the gateway like everybody else. */
public final class VimaxApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final String base;
    private final CliToken token;

    public VimaxApi(int gatewayPort, CliToken token) {
        this.base = "http://127.0.0.1:" + gatewayPort;
        this.token = token;
    }

    /**
     * What the server said, good or bad.
     *
     * @param body JSON, or missing when the answer carries none
     */
    public record Answer(int status, JsonNode body, Optional<String> etag) {
        public boolean ok() {
            return status / 100 == 2;
        }

        /** Gateway and services answer so while a part is away; asking again helps. */
        public boolean away() {
            return status == 502 || status == 503 || status == 504 || status == 429;
        }

        public String code() {
            return body.path("code").asString("http-" + status);
        }

        public String words() {
            String detail = body.path("detail").asString("");
            return detail.isEmpty() ? body.path("title").asString("The server answered " + status) : detail;
        }
    }

    public Answer get(String path, Optional<String> etag) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).GET();
        etag.ifPresent(value -> request.header("If-None-Match", value));
        return send(request);
    }

    public Answer post(String path, JsonNode body, String idempotencyKey) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    public Answer patch(String path, JsonNode body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    public Answer post(String path) throws IOException, InterruptedException {
        return post(path, JSON.createObjectNode(), UUID.randomUUID().toString());
    }

    /** The bytes of an asset from an offset on. */
    public HttpResponse<InputStream> asset(String id, long from) throws IOException, InterruptedException {
        HttpRequest.Builder request = request("/api/v1/assets/" + id).GET();
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        return http.send(request.build(), BodyHandlers.ofInputStream());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token.value())
                .header("Accept", "application/json, application/problem+json, */*");
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                parse(response.body()),
                response.headers().firstValue("ETag"));
    }

    private static JsonNode parse(String text) {
        try {
            return text.isBlank() ? JSON.missingNode() : JSON.readTree(text);
        } catch (JacksonException _) {
            return JSON.missingNode();
        }
    }
}
