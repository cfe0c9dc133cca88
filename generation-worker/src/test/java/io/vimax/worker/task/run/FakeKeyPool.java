package io.vimax.worker.task.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A key pool with one key and a number of slots that speaks the wire of key-pool-service, and remembers what it was told. */
final class FakeKeyPool implements AutoCloseable {

    /** @param outcome what the worker told, without its kind */
    record Settled(UUID lease, String kind, JsonNode outcome, long costMicros) {}

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpServer server;
    private final Map<UUID, Long> live = new HashMap<>();
    private final List<Settled> settled = new CopyOnWriteArrayList<>();
    private int slots = Integer.MAX_VALUE;
    private int mostAtOnce;
    private long fences;
    private final List<UUID> asked = new ArrayList<>();
    private String refusal = "in_flight";
    private @Nullable String secret;
    private @Nullable String baseUrl;
    private boolean away;

    FakeKeyPool() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/leases", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on leases come with a key. */
    synchronized void lend(String aSecret, String anAddress) {
        secret = aSecret;
        baseUrl = anAddress;
    }

    synchronized void slots(int number) {
        slots = number;
    }

    synchronized void refuseWith(String reason) {
        refusal = reason;
    }

    synchronized void away(boolean isAway) {
        away = isAway;
    }

    synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    synchronized int held() {
        return live.size();
    }

    synchronized void forgetLeases() {
        live.clear();
    }

    /** How often a lease was asked for, for one piece of work. */
    synchronized int timesAsked(UUID generation) {
        return Collections.frequency(asked, generation);
    }

    List<Settled> settled() {
        return List.copyOf(settled);
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            if (isAway()) {
                call.sendResponseHeaders(503, -1);
                return;
            }
            String authorization = call.getRequestHeaders().getFirst("Authorization");
            if (authorization == null || !authorization.startsWith("Bearer ")) {
                call.sendResponseHeaders(401, -1);
                return;
            }
            JsonNode body = json.readTree(call.getRequestBody().readAllBytes());
            String[] path = call.getRequestURI().getPath().split("/", -1);
            ObjectNode answer = path.length == 3 ? acquire(body) : after(path[4], UUID.fromString(path[3]), body);
            byte[] bytes = json.writeValueAsBytes(answer);
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(answer.has("lost") ? 409 : 200, bytes.length);
            call.getResponseBody().write(bytes);
        }
    }

    private synchronized boolean isAway() {
        return away;
    }

    private synchronized ObjectNode acquire(JsonNode wish) {
        UUID lease = UUID.fromString(wish.get("lease_id").asString());
        asked.add(UUID.fromString(wish.get("generation_id").asString()));
        if (!live.containsKey(lease) && live.size() >= slots) {
            return json.createObjectNode()
                    .put("granted", false)
                    .put("reason", refusal)
                    .put("retry_after_ms", refusal.equals("in_flight") ? 30_000 : 300)
                    .put("detail", "All slots are taken");
        }
        long fence = ++fences;
        live.put(lease, fence);
        mostAtOnce = Math.max(mostAtOnce, live.size());
        return json.createObjectNode()
                .put("granted", true)
                .put("lease_id", lease.toString())
                .put("key_id", "key-1")
                .put("scope_id", "this machine")
                .put("fence", fence)
                .put("expires_at", "2026-11-22T12:00:00Z")
                .put("secret", secret)
                .put("base_url", baseUrl);
    }

    private synchronized ObjectNode after(String action, UUID lease, JsonNode body) {
        if (!Long.valueOf(body.get("fence").asLong()).equals(live.get(lease))) {
            return json.createObjectNode().put("lost", true);
        }
        if (action.equals("settle")) {
            live.remove(lease);
            JsonNode outcome = body.get("outcome");
            settled.add(new Settled(
                    lease,
                    outcome.get("kind").asString(),
                    outcome,
                    body.get("cost_micros").asLong()));
            return json.createObjectNode().put("settled", true);
        }
        return json.createObjectNode().put("expires_at", "2026-11-22T12:00:00Z");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
