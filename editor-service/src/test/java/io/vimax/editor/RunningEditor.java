package io.vimax.editor;

import io.vimax.testing.Identities;
import io.vimax.testing.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service with real servers behind it, called over HTTP; it can be killed and started again. */
public final class RunningEditor implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public final ModelsByHand models = new ModelsByHand();
    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext context;

    public RunningEditor() {
        context = start();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(EditorApplication.class)
                .initializers(new TestServers())
                .run(
                        "--server.port=0",
                        "--models.url=" + models.url(),
                        "--models.identity=" + Identities.identityFile("editor-service"),
                        "--models.pause=50ms",
                        "--autopilot.sweep-every=300ms");
    }

    public void restart() {
        context.close();
        context = start();
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    /** @param body null where there is none */
    public record Answer(int status, String text, HttpResponse<String> response) {
        public JsonNode json() {
            return JSON.readTree(text);
        }
    }

    public Answer call(UUID person, String method, String path, @Nullable String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path))
                .header("Authorization", "Bearer " + Identities.person(person))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer get(UUID person, String path) {
        return call(person, "GET", path, null);
    }

    /** Begins an episode and returns its id. */
    public UUID begin(UUID person, String body) {
        Answer begun = call(
                person,
                "POST",
                "/api/v1/episodes",
                body,
                "Idempotency-Key",
                UUID.randomUUID().toString());
        if (begun.status() != 201) {
            throw new AssertionError(begun.text());
        }
        return UUID.fromString(begun.json().get("id").stringValue());
    }

    public JsonNode state(UUID person, UUID episode) {
        return get(person, "/api/v1/editor/episode/" + episode + "/state").json();
    }

    @Override
    public void close() {
        context.close();
        models.close();
    }
}
