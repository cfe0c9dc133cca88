package io.vimax.editor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers as model-config-service does, with the local models. */
public final class ModelsByHand implements AutoCloseable {

    private static final Map<String, String> CATEGORIES = Map.of(
            "local-story", "chat",
            "local-storyboard", "image",
            "portrait-image", "image",
            "local-animatic", "video",
            "local-voice", "speech",
            "local-ambient", "music",
            "local-render", "render",
            "dear-video", "video",
            "simulated-video", "video",
            "portrait-video", "video");

    private final HttpServer server;
    private volatile boolean away;

    public ModelsByHand() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/internal/models/", this::model);
        server.createContext("/internal/preferences/", this::preferences);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void goAway(boolean gone) {
        away = gone;
    }

    private void model(HttpExchange call) throws IOException {
        String name = call.getRequestURI().getPath().substring("/internal/models/".length());
        String category = CATEGORIES.get(name);
        if (category == null
                || !("category=" + category).equals(call.getRequestURI().getQuery())) {
            answer(call, 404, "{\"code\":\"unknown-model\",\"known\":[\"local-story\"]}");
            return;
        }
        long price = name.equals("dear-video") || name.equals("simulated-video") ? 500_000 : 0;
        answer(
                call,
                200,
                "{\"name\":\"%s\",\"category\":\"%s\",\"provider\":\"local\",\"gateway_id\":\"x\",\"capabilities\":%s,\"price\":{\"unit\":\"generation\",\"micros\":%d,\"simulated\":%b},\"state\":\"active\",\"replacement\":null}"
                        .formatted(
                                name,
                                category,
                                name.startsWith("portrait-") ? "{\"max_reference_images\":1}" : "{}",
                                price,
                                name.equals("simulated-video")));
    }

    private void preferences(HttpExchange call) throws IOException {
        answer(
                call,
                200,
                "{\"chat\":\"local-story\",\"image\":\"local-storyboard\",\"video\":\"local-animatic\",\"speech\":\"local-voice\",\"music\":\"local-ambient\"}");
    }

    private void answer(HttpExchange call, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        boolean signed = String.valueOf(call.getRequestHeaders().getFirst("Authorization"))
                .startsWith("Bearer ey");
        int answered = away ? 500 : signed ? status : 401;
        call.getResponseHeaders().add("Content-Type", status == 200 ? "application/json" : "application/problem+json");
        call.sendResponseHeaders(answered, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
