package io.vimax.worker.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vimax.worker.address.AddressGuard;
import io.vimax.worker.address.AddressProperties;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a server that answers as providers do. */
class AskProviderTest {

    private static final String SECRET = "sk-the-secret-key-itself";

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String body = "{\"data\":[]}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            List<String> credentials = new ArrayList<>();
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (values.toString().contains(SECRET)) {
                    credentials.add(name.toLowerCase(java.util.Locale.ROOT));
                }
            });
            calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + credentials);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "yunwu,'',GET /v1/models [authorization]",
        "openai,/v1,GET /v1/models [authorization]",
        "google,'',GET /v1beta/models?pageSize=1 [x-goog-api-key]",
        "ark,/api/v3/,GET /api/v3/contents/generations/tasks?page_num=1&page_size=1 [authorization]"
    })
    void asksWhatCostsNothing(String service, String path, String call) throws InterruptedException {
        assertThat(ask(service, path)).isEqualTo(CheckResult.passed("ok", "the provider knows the key"));
        assertThat(calls).containsExactly(call);
    }

    @ParameterizedTest
    @CsvSource({
        "200,{},passed,ok",
        "200,<html>,unreachable,unexpected_answer",
        "401,{},failed,key_invalid",
        "400,{\"reason\":\"API_KEY_INVALID\"},failed,key_invalid",
        "400,{},unreachable,unexpected_answer",
        "403,{},unreachable,forbidden",
        "429,{},passed,rate_limited",
        "302,{},unreachable,unexpected_answer",
        "502,<html>,unreachable,unexpected_answer"
    })
    void judgesTheAnswer(int answered, String with, String result, String code) throws InterruptedException {
        status = answered;
        body = with;

        CheckResult judged = ask("yunwu", "");

        assertThat(judged.result()).isEqualTo(result);
        assertThat(judged.code()).isEqualTo(code);
        assertThat(calls).hasSize(1);
    }

    @Test
    void repeatsNothingThatTheProviderSaid() throws InterruptedException {
        status = 401;
        body = "{\"error\":\"key " + SECRET + " is unknown\"}";

        assertThat(ask("yunwu", "").toString()).doesNotContain(SECRET);
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() throws InterruptedException {
        String base = base("");
        server.stop(0);

        assertThat(askAt("yunwu", base, List.of(base.substring("http://".length())))
                        .code())
                .isEqualTo("no_answer");
    }

    @Test
    void callsNothingOfThisNetworkThatNobodyNamed() throws InterruptedException {
        assertThat(askAt("yunwu", base(""), List.of()).code()).isEqualTo("no_tls");
        assertThat(askAt("yunwu", base("").replace("http:", "https:"), List.of())
                        .code())
                .isEqualTo("private_address");
        assertThat(askAt("elsewhere", "https://x.example", List.of()).code()).isEqualTo("no_free_call");
        assertThat(calls).isEmpty();
    }

    private CheckResult ask(String service, String path) throws InterruptedException {
        return askAt(
                service, base(path), List.of("127.0.0.1:" + server.getAddress().getPort()));
    }

    private String base(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static CheckResult askAt(String service, String base, List<String> named) throws InterruptedException {
        return new AskProvider(
                        new AddressGuard(new AddressProperties(named)), new CheckProperties(Duration.ofSeconds(5)))
                .ask(new CheckQuestion(UUID.randomUUID(), service, base, SECRET));
    }
}
