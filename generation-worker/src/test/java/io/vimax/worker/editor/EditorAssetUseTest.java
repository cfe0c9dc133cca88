package io.vimax.worker.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.vimax.testing.Identities;
import io.vimax.testing.TestServers;
import io.vimax.worker.lease.ServiceTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The words on the wire; that the editor understands them its own test shows. */
@SpringBootTest(properties = {"worker.asset.folder=target/start-test", "spring.kafka.listener.auto-startup=false"})
@ContextConfiguration(initializers = TestServers.class)
class EditorAssetUseTest {

    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final AtomicReference<String> question = new AtomicReference<>("");
    private final AtomicReference<String> token = new AtomicReference<>("");
    private HttpServer editor;
    private String answer = "";
    private int status = 200;

    @Autowired
    private ServiceTokens tokens;

    @DynamicPropertySource
    static void identity(DynamicPropertyRegistry settings) {
        settings.add(
                "worker.lease.identity",
                () -> Identities.identityFile("generation-worker").toString());
    }

    @BeforeEach
    void start() throws IOException {
        editor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        editor.createContext("/internal/assets/unused", exchange -> {
            question.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            token.set(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        editor.start();
    }

    @AfterEach
    void stop() {
        editor.stop(0);
    }

    @Test
    void asksAsAServiceAndTakesOnlyWhatItAskedAbout() throws Exception {
        answer = "{\"unused\":[\"" + one + "\",\"" + UUID.randomUUID() + "\"],\"more\":1}";

        assertThat(use().unusedOf(List.of(one, other))).containsExactly(one);

        assertThat(question.get()).isEqualTo("{\"asset_ids\":[\"" + one + "\",\"" + other + "\"]}");
        var claims = com.nimbusds.jwt.SignedJWT.parse(token.get().replace("Bearer ", ""))
                .getJWTClaimsSet();
        assertThat(claims.getAudience()).containsExactly("editor-service");
        assertThat(claims.getStringListClaim("roles")).containsExactly("service");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500|{}",
                "403|{}",
                "200|{}",
                "200|[]",
                "200|{\"unused\":null}",
                "200|<html>",
                "200|{\"unused\":[\"x\"]}"
            })
    void takesNothingElseForAnAnswer(int status, String body) {
        this.status = status;
        answer = body;

        assertThatThrownBy(() -> use().unusedOf(List.of(one, other))).isInstanceOf(RuntimeException.class);
    }

    private EditorAssetUse use() {
        return new EditorAssetUse(
                new EditorProperties(
                        URI.create("http://127.0.0.1:" + editor.getAddress().getPort())),
                tokens);
    }
}
