package io.vimax.gateway.route;

import static io.vimax.gateway.Answers.problem;
import static io.vimax.gateway.TestGateway.OWNER;
import static io.vimax.gateway.TestGateway.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.vimax.gateway.FakePart;
import io.vimax.gateway.TestGateway;
import io.vimax.testing.FreePort;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    private static final int TOO_LARGE = 2 * 1024 * 1024 + 1;

    private static FakePart models;
    private static FakePart conversations;
    private static FakePart editor;
    private static FakePart worker;
    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        models = new FakePart();
        conversations = new FakePart();
        editor = new FakePart();
        worker = new FakePart();
        gateway = TestGateway.start(
                "VIMAX_MODEL_CONFIG_URL", models.url(),
                "VIMAX_CONVERSATION_URL", conversations.url(),
                "VIMAX_EDITOR_URL", editor.url(),
                "VIMAX_KEY_POOL_URL", "http://127.0.0.1:" + FreePort.find(),
                "VIMAX_WORKER_URL", worker.url());
    }

    @AfterAll
    static void stop() {
        gateway.close();
        List.of(models, conversations, editor, worker).forEach(FakePart::close);
    }

    @BeforeEach
    void forget() {
        for (FakePart part : List.of(models, conversations, editor, worker)) {
            part.forget();
            part.behave(exchange -> FakePart.answer(exchange, 200, "{\"from\":\"part\"}"));
        }
    }

    private static FakePart part(String name) {
        return switch (name) {
            case "models" -> models;
            case "conversations" -> conversations;
            case "editor" -> editor;
            default -> worker;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/models/available?category=video, models",
        "/api/v1/models/preferences, models",
        "/api/v1/conversations, conversations",
        "/api/v1/conversations/1/messages, conversations",
        "/api/v1/episodes?limit=3, editor",
        "/api/v1/editor/episode/1/state, editor",
        "/api/v1/series/1/episodes, editor",
        "/api/v1/generations, editor",
        "/api/v1/seko/series, editor",
        "/api/v1/assets/1?download=film.mp4, worker"
    })
    void asksThePartThatOwnsThePathInThePersonsName(String path, String owner) {
        HttpResponse<String> answer = send(gateway.byBrowser(path));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        FakePart.Call call = part(owner).lastCall();
        assertThat(call.path()).isEqualTo(path);
        JWTClaimsSet claims = call.claims();
        assertThat(claims.getSubject()).isEqualTo(OWNER.toString());
        assertThat(claims.getAudience()).containsExactly("vimax");
        assertThat(claims.getClaim("roles")).isEqualTo(List.of("creator", "operator", "admin"));
        assertThat(claims.getIssueTime().toInstant().plusSeconds(300))
                .isEqualTo(claims.getExpirationTime().toInstant());
    }

    @Test
    void passesBodiesAndConditionsOnAndKeepsTheRestBack() {
        send(gateway.byBrowser("/api/v1/episodes")
                .header("Origin", gateway.origin())
                .header("Idempotency-Key", "k1")
                .header("If-Match", "\"3\"")
                .header("Forwarded", "for=1.2.3.4")
                .header("X-Forwarded-For", "1.2.3.4")
                .header("X-Forwarded-Prefix", "/evil")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Real-IP", "1.2.3.4")
                .header("Proxy-Authorization", "Basic x")
                .header("X-Hop", "secret")
                .header("Connection", "X-Hop")
                .POST(BodyPublishers.ofString("{\"idea\":\"a film\"}")));

        FakePart.Call call = editor.lastCall();
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.body()).isEqualTo("{\"idea\":\"a film\"}");
        assertThat(call.headers().getFirst("Idempotency-Key")).isEqualTo("k1");
        assertThat(call.headers().getFirst("If-Match")).isEqualTo("\"3\"");
        assertThat(call.headers().get("Authorization")).hasSize(1);
        assertThat(call.headers())
                .doesNotContainKeys(
                        "Cookie",
                        "Origin",
                        "Forwarded",
                        "X-forwarded-for",
                        "X-forwarded-host",
                        "X-forwarded-prefix",
                        "X-real-ip",
                        "Proxy-authorization",
                        "X-hop");
    }

    @Test
    void signsOncePerPersonAndNotPerRequest() {
        send(gateway.byBrowser("/api/v1/episodes"));
        String first = editor.lastCall().headers().getFirst("Authorization");
        send(gateway.byCommandLine("/api/v1/episodes"));

        assertThat(editor.lastCall().headers().getFirst("Authorization")).isEqualTo(first);
    }

    @Test
    void carriesTheTraceOn() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        HttpResponse<String> answer = send(
                gateway.byBrowser("/api/v1/episodes").header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));

        assertThat(answer.headers().firstValue("X-Trace-Id")).hasValue(trace);
        assertThat(editor.lastCall().headers().getFirst("traceparent")).startsWith("00-" + trace + "-");
    }

    @Test
    void beginsATraceWhereThereIsNone() {
        HttpResponse<String> answer = send(gateway.byBrowser("/api/v1/episodes"));

        String trace = answer.headers().firstValue("X-Trace-Id").orElseThrow();
        assertThat(trace).matches("[0-9a-f]{32}");
        assertThat(editor.lastCall().headers().getFirst("traceparent")).startsWith("00-" + trace + "-");
    }

    @Test
    void handsAnswersOnAsTheyAreButForCookies() {
        editor.behave(exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.getResponseHeaders().set("Set-Cookie", "vimax_session=stolen");
            exchange.getResponseHeaders().set("Location", "/api/v1/editor/episode/1/state");
            exchange.getResponseHeaders().set("X-Frame-Options", "DENY");
            FakePart.answer(exchange, 409, "{\"code\":\"transition-refused\"}");
        });

        HttpResponse<String> answer = send(gateway.byBrowser("/api/v1/editor/episode/1/state"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("{\"code\":\"transition-refused\"}");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"7\"");
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/editor/episode/1/state");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
    }

    @Test
    void passesRangesThrough() {
        worker.behave(exchange -> {
            exchange.getResponseHeaders().set("Content-Range", "bytes 2-5/10");
            exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
            FakePart.answer(exchange, 206, "2345");
        });

        HttpResponse<String> answer = send(gateway.byBrowser("/api/v1/assets/1").header("Range", "bytes=2-5"));

        assertThat(worker.lastCall().headers().getFirst("Range")).isEqualTo("bytes=2-5");
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.headers().firstValue("Content-Range")).hasValue("bytes 2-5/10");
        assertThat(answer.body()).isEqualTo("2345");
    }

    @Test
    void streamsAFilmWhileItIsStillBeingSent() throws Exception {
        var seen = new CountDownLatch(1);
        byte[] part = "x".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        worker.behave(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(part);
            exchange.getResponseBody().flush();
            // Longer than the time limit for the head of an answer: a film may take as long as it takes.
            assertThat(awaited(seen)).isTrue();
            exchange.getResponseBody().write(part);
        });

        HttpResponse<InputStream> film = send(gateway.byBrowser("/api/v1/assets/1"), BodyHandlers.ofInputStream());

        try (InputStream body = film.body()) {
            assertThat(body.readNBytes(part.length)).isEqualTo(part);
            TimeUnit.MILLISECONDS.sleep(3_500);
            seen.countDown();
            assertThat(body.readAllBytes()).isEqualTo(part);
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void namesThePartThatIsAway() {
        HttpResponse<String> answer = send(gateway.byBrowser("/api/v1/api-keys").header("Accept", "text/html"));

        assertThat(problem(answer, 503, "service-unavailable").path("part").asString())
                .isEqualTo("key-pool-service");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    }

    @Test
    void namesThePartThatHangsUp() {
        editor.behave(exchange -> {
            throw new IOException("gone");
        });

        HttpResponse<String> answer = send(gateway.byBrowser("/api/v1/episodes"));

        assertThat(problem(answer, 503, "service-unavailable").path("part").asString())
                .isEqualTo("editor-service");
    }

    /** A body that was sent may have been acted on. */
    @Test
    void sendsAChangeOnceEvenIfTheConnectionIsReset() throws Exception {
        var received = new AtomicInteger();
        try (var resetting = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var other = TestGateway.start("VIMAX_EDITOR_URL", "http://127.0.0.1:" + resetting.getLocalPort())) {
            Thread.ofVirtual().start(() -> {
                while (!resetting.isClosed()) {
                    try (var connection = resetting.accept()) {
                        connection.setSoLinger(true, 0); // a reset instead of a farewell
                        byte[] _ = connection.getInputStream().readNBytes(200);
                        received.incrementAndGet();
                    } catch (IOException e) {
                        return;
                    }
                }
            });

            HttpResponse<String> answer =
                    send(other.byCommandLine("/api/v1/episodes").POST(BodyPublishers.ofString("{}")));

            problem(answer, 503, "service-unavailable");
            assertThat(received).hasValue(1);
        }
    }

    @Test
    void namesThePartThatTakesTooLong() {
        var over = new CountDownLatch(1);
        editor.behave(_ -> awaited(over));

        HttpResponse<String> answer = send(gateway.byBrowser("/api/v1/episodes"));

        over.countDown();
        assertThat(problem(answer, 504, "service-timeout").path("part").asString())
                .isEqualTo("editor-service");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/v1",
                "/api/v1/unknown",
                "/api/v2/episodes",
                "/api/v1/episodesx",
                "/api/internal/leases"
            })
    void saysThatNothingAnswersAnUnknownPath(String path) {
        problem(send(gateway.byBrowser(path).header("Accept", "text/html")), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/episodes/%2e%2e/%2e%2e/%2e%2e/internal/leases",
                "/api/v1/episodes/../../../internal/leases",
                "/api/v1/episodes/..%2f..%2finternal",
                "/api/v1/episodes/..;/..;/..;/internal/leases",
                "/api/v1/assets/%5c..%5c",
                "//internal/leases"
            })
    void refusesPathsThatAPartCouldReadDifferently(String path) {
        problem(send(gateway.byBrowser(path)), 400, "bad-path");
        assertThat(editor.wasCalled()).isFalse();
    }

    @Test
    void neverReachesWhatIsInternal() {
        for (String path :
                new String[] {"/internal/leases", "/internal/models/x", "/actuator/env", "/actuator/shutdown"}) {
            problem(send(gateway.byCommandLine(path)), 404, "not-found");
        }
    }

    @Test
    void writesNoAssets() {
        problem(send(gateway.byCommandLine("/api/v1/assets/1").DELETE()), 404, "not-found");
        assertThat(worker.wasCalled()).isFalse();
    }

    @Test
    void refusesABodyThatAnnouncesItselfTooLarge() {
        problem(
                send(gateway.byCommandLine("/api/v1/episodes").POST(BodyPublishers.ofByteArray(new byte[TOO_LARGE]))),
                413,
                "request-too-large");
        assertThat(editor.wasCalled()).isFalse();
    }

    @Test
    void takesAPictureThatIsLargerThanOtherBodies() {
        var picture = gateway.byCommandLine("/api/v1/assets").header("Content-Type", "image/png");

        assertThat(send(picture.POST(BodyPublishers.ofByteArray(new byte[TOO_LARGE])))
                        .statusCode())
                .isEqualTo(200);
        assertThat(worker.wasCalled()).isTrue();
        problem(send(picture.POST(BodyPublishers.ofByteArray(new byte[11 * 1024 * 1024]))), 413, "request-too-large");
    }

    @Test
    void refusesABodyThatTurnsOutTooLarge() {
        problem(
                send(gateway.byCommandLine("/api/v1/episodes")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[TOO_LARGE])))),
                413,
                "request-too-large");
        assertThat(editor.wasCalled()).isFalse();
    }

    @Test
    void takesABodyOfTheLargestSize() {
        assertThat(send(gateway.byCommandLine("/api/v1/episodes")
                                .POST(BodyPublishers.ofByteArray(new byte[TOO_LARGE - 1])))
                        .statusCode())
                .isEqualTo(200);
        assertThat(editor.lastCall().body()).hasSize(TOO_LARGE - 1);
    }

    @Test
    void takesLongHeadersUpToALimit() {
        assertThat(send(gateway.byBrowser("/api/v1/episodes").header("X-Long", "x".repeat(50_000)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(gateway.byBrowser("/api/v1/episodes").header("X-Long", "x".repeat(70_000)))
                        .statusCode())
                .isEqualTo(431);
    }
}
