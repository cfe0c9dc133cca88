package io.vimax.standalone.demo;

import io.vimax.standalone.console.Refusal;
import io.vimax.standalone.home.Atomically;
import io.vimax.standalone.home.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Orders films. The same order is the same episode however often it is given, because its key comes from its content; a person who
 * wants another one says so, and from then on the order means that one.
 */
final class FilmOrders {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final VimaxApi api;
    private final Patience patience;
    private final Path folder;

    FilmOrders(VimaxApi api, Patience patience, Home home) {
        this.api = api;
        this.patience = patience;
        this.folder = home.run().resolve("orders");
    }

    /** Answers the episode's id. */
    String place(DemoOrder order) throws IOException, InterruptedException {
        ObjectNode body = body(order);
        String key = key(JSON.writeValueAsString(body), order.fresh());
        VimaxApi.Answer answer = patience.ask(() -> api.post("/api/v1/episodes", body, key));
        if (answer.ok()) {
            return answer.body().path("id").asString();
        }
        StringBuilder words = new StringBuilder(answer.words());
        answer.body()
                .path("errors")
                .forEach(error -> words.append(" ")
                        .append(error.path("field").asString(""))
                        .append(": ")
                        .append(error.path("message").asString("")));
        if (answer.body().has("needed_seconds")) {
            words.append(" Try --seconds ")
                    .append(answer.body().path("needed_seconds").asInt())
                    .append('.');
        }
        throw Refusal.because(words + " (" + answer.code() + ")");
    }

    private static ObjectNode body(DemoOrder order) {
        ObjectNode body = JSON.createObjectNode();
        order.idea().ifPresent(idea -> body.put("idea", idea));
        order.script().ifPresent(script -> body.put("script", script).put("script_format", "auto"));
        order.seconds().or(() -> order.idea().map(_ -> 30)).ifPresent(seconds -> body.put("seconds", seconds));
        order.scenes().ifPresent(scenes -> body.put("scenes", scenes));
        body.put("ratio", order.ratio()).put("language", order.language());
        order.seed().ifPresent(seed -> body.put("seed", seed));
        if (!order.models().isEmpty()) {
            ObjectNode models = body.putObject("models");
            order.models().forEach(models::put);
        }
        return body.put("autopilot", true);
    }

    private String key(String content, boolean fresh) throws IOException {
        String digest = sha256(content).substring(0, 32);
        Path file = folder.resolve(digest);
        if (fresh) {
            Files.createDirectories(folder);
            Atomically.write(file, digest.substring(0, 12) + "-" + UUID.randomUUID());
        }
        return "demo-" + (Files.exists(file) ? Files.readString(file) : digest);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
