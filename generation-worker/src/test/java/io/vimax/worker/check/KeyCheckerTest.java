package io.vimax.worker.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.vimax.testing.Identities;
import io.vimax.testing.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The worker as it runs, with one server that is the key pool and a provider in one. */
@SpringBootTest
@ContextConfiguration(initializers = TestServers.class)
class KeyCheckerTest {

    private static final String CHECK = "00000000-0000-0000-0000-0000000000c1";
    private static final List<String> CALLS = new CopyOnWriteArrayList<>();
    private static final HttpServer SERVER = start();

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("worker.lease.pool", KeyCheckerTest::address);
        registry.add("worker.address.private-hosts", () -> address().substring("http://".length()));
        registry.add("worker.lease.identity", () -> Identities.identityFile("generation-worker"));
    }

    @AfterAll
    static void stop() {
        SERVER.stop(0);
    }

    @Test
    void claimsAsksAndReports() {
        await().until(() -> CALLS.stream().anyMatch(call -> call.contains("/result")));

        assertThat(CALLS).anyMatch(call -> call.startsWith("GET /v1/models Bearer sk-of-somebody "));
        String result = CALLS.stream()
                .filter(call -> call.contains("/result"))
                .findFirst()
                .orElseThrow();
        assertThat(result)
                .startsWith("POST /internal/checks/" + CHECK + "/result Bearer ey")
                .contains("\"result\":\"passed\"", "\"code\":\"ok\"", "\"owner\":\"checker-", "\"latency_ms\":")
                .doesNotContain("sk-of-somebody");
    }

    private static String address() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort();
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                String path = exchange.getRequestURI().getPath();
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                boolean first = path.endsWith("/claim") && CALLS.stream().noneMatch(call -> call.contains("/claim"));
                CALLS.add(exchange.getRequestMethod() + " " + path + " "
                        + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
                String answer = !path.endsWith("/claim")
                        ? "{\"data\":[]}"
                        : first
                                ? "{\"items\":[{\"check_id\":\"%s\",\"service\":\"yunwu\",\"base_url\":\"http://127.0.0.1:%d\",\"secret\":\"sk-of-somebody\"}]}"
                                        .formatted(
                                                CHECK,
                                                exchange.getLocalAddress().getPort())
                                : "{\"items\":[]}";
                byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
