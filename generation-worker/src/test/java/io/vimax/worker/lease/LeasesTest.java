package io.vimax.worker.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.observation.ObservationRegistry;
import io.vimax.testing.Identities;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Heartbeats against a pool that, once all leases are lent, answers the first of them only when several are there. */
class LeasesTest {

    private static final int TOGETHER = 4;
    private static final int LEASES = 40;

    private final CountDownLatch several = new CountDownLatch(TOGETHER);
    private final Set<String> alive = ConcurrentHashMap.newKeySet();
    private volatile boolean allLent;
    private HttpServer server;
    private Leases leases;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/leases", this::answer);
        server.start();
        var properties = new LeaseProperties(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                Identities.identityFile("generation-worker"),
                Duration.ofSeconds(30),
                Duration.ofMillis(50));
        var http = new KeyPoolHttp(new ServiceTokens(properties, Clock.systemUTC()), properties);
        leases = new Leases(new KeyPool(http, properties, ObservationRegistry.NOOP), properties, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        leases.destroy();
        server.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            call.getRequestBody().readAllBytes();
            String[] path = call.getRequestURI().getPath().split("/", -1);
            String body = "{\"granted\": true, \"key_id\": \"key\", \"scope_id\": \"scope\", \"fence\": 1}";
            if (path.length > 3) {
                body = "{}";
                if (allLent) {
                    several.countDown();
                    several.await(10, TimeUnit.SECONDS);
                    alive.add(path[3]);
                }
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(200, bytes.length);
            call.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void keepsManyLeasesAliveSeveralAtATime() {
        for (int number = 0; number < LEASES; number++) {
            leases.acquire(new LeaseWish(
                    UUID.randomUUID(),
                    "yunwu",
                    "veo3.1-fast",
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    "worker",
                    List.of(),
                    null));
        }
        allLent = true;

        // One after the other, the first would be answered only after the pool's patience, and given up long before.
        await().atMost(Duration.ofSeconds(8)).untilAsserted(() -> {
            assertThat(several.getCount()).isZero();
            assertThat(alive).hasSize(LEASES);
        });
    }
}
