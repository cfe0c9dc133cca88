package io.vimax.standalone.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** A gateway that answers what a test tells it to, and remembers what it was asked. */
final class FakeVimax implements AutoCloseable {
    static final byte[] FILM = "a film".repeat(1000).getBytes(StandardCharsets.UTF_8);

    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    final Deque<String> states = new ArrayDeque<>();
    private final HttpServer server;
    int outages;
    boolean damaged;

    FakeVimax() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestMethod() + " " + path + " "
                + exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (outages > 0) {
            outages--;
            send(exchange, 503, "{\"code\":\"editor-away\"}".getBytes(StandardCharsets.UTF_8));
        } else if (path.equals("/api/v1/episodes")) {
            send(exchange, 201, "{\"id\":\"e1\"}".getBytes(StandardCharsets.UTF_8));
        } else if (path.endsWith("/state")) {
            String state = states.size() > 1 ? states.poll() : states.peek();
            send(exchange, 200, state.getBytes(StandardCharsets.UTF_8));
        } else if (path.startsWith("/api/v1/assets/")) {
            exchange.getResponseHeaders()
                    .add("ETag", "\"" + digest(path.endsWith("film") ? FILM : new byte[] {'c'}) + "\"");
            byte[] content = path.endsWith("film") ? FILM.clone() : new byte[] {'c'};
            if (damaged) {
                content[0]++;
            }
            send(exchange, 200, content);
        } else {
            send(exchange, 200, "{\"url\":\"http://127.0.0.1/sign-in/x\"}".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String digest(byte[] content) {
        return FilmOrders.sha256(new String(content, StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    static String running(int percent) {
        return ("{\"id\":\"e1\",\"title\":\"T\",\"state\":\"scene_generation\",\"status\":\"running\",\"scenes\":[],"
                        + "\"generations\":[{\"state\":\"running\",\"kind\":\"chat\"}],\"progress\":{\"percent\":%d,\"stages\":[]},\"problems\":[]}")
                .formatted(percent);
    }

    static String finished() {
        return ("{\"id\":\"e1\",\"title\":\"T\",\"state\":\"completed\",\"status\":\"ready\",\"scenes\":[],\"generations\":[],"
                        + "\"progress\":{\"percent\":100,\"stages\":[]},\"problems\":[],\"render\":{\"status\":\"ready\",\"film_asset_id\":\"film\","
                        + "\"captions_vtt_asset_id\":\"vtt\",\"captions_srt_asset_id\":\"srt\",\"duration_ms\":30000,\"width\":1280,\"height\":720,\"bytes\":%d}}")
                .formatted(FILM.length);
    }

    static String failed() {
        return "{\"id\":\"e1\",\"title\":\"T\",\"state\":\"scene_generation\",\"status\":\"failed\",\"scenes\":[],\"generations\":[],"
                + "\"progress\":{\"percent\":20,\"stages\":[]},\"problems\":[{\"target\":{\"label\":\"Shot 2\"},"
                + "\"title\":\"Shot 2: content rejected\",\"detail\":\"\",\"action\":\"edit\"}],\"render\":null}";
    }

    static String cancelled() {
        return running(30)
                .replace("\"running\",\"scenes\"", "\"cancelled\",\"paused\":true,\"scenes\"")
                .replace("{\"state\":\"running\",\"kind\":\"chat\"}", "");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
