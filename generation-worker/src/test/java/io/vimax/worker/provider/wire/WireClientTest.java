package io.vimax.worker.provider.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vimax.worker.address.AddressGuard;
import io.vimax.worker.address.AddressProperties;
import io.vimax.worker.provider.Credentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Against a server of sockets and one of HTTP: what is known of a call that went wrong. */
class WireClientTest {

    private static final String SECRET = "sk-canary-4f1d9b7e2a";

    private final List<String> paths = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", call -> {
            try (call) {
                paths.add(call.getRequestURI().getPath());
                byte[] body = switch (call.getRequestURI().getPath()) {
                    case "/echo" ->
                        ("{\"error\":{\"message\":\"The key " + SECRET + " is not known\"}}")
                                .getBytes(StandardCharsets.UTF_8);
                    case "/large" -> new byte[3 * 1024 * 1024];
                    default -> "{}".getBytes(StandardCharsets.UTF_8);
                };
                int status = switch (call.getRequestURI().getPath()) {
                    case "/echo" -> 401;
                    case "/moved" -> 302;
                    default -> 200;
                };
                call.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
                call.sendResponseHeaders(status, body.length);
                call.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void takesTheKeyOutOfWhatAProviderRepeats() throws Exception {
        Answer answer = send(url() + "/echo", SECRET);

        assertThat(answer).isInstanceOfSatisfying(Answer.Heard.class, heard -> {
            assertThat(heard.text()).contains("The key [key] is not known");
            assertThat(heard.toString()).doesNotContain(SECRET);
        });
    }

    @Test
    void followsNoRedirect() throws Exception {
        assertThat(send(url() + "/moved", SECRET))
                .isInstanceOfSatisfying(
                        Answer.Heard.class, heard -> assertThat(heard.status()).isEqualTo(302));
        assertThat(paths).containsExactly("/moved");
    }

    @Test
    void readsNoMoreOfAnAnswerThanIsAllowed() throws Exception {
        assertThat(send(url() + "/large", SECRET)).isInstanceOf(Answer.Lost.class);
    }

    @Test
    void knowsThatNothingWasSentToAPortThatIsClosed() throws Exception {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }

        assertThat(client(closed).send(call("http://127.0.0.1:" + closed + "/x", SECRET)))
                .isInstanceOf(Answer.NotSent.class);
    }

    /** The connection breaks in the handshake, so no byte of the request went out. */
    @Test
    void knowsThatNothingWasSentWhenTheHandshakeBreaks() throws Exception {
        try (var socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> closeAll(socket));

            assertThat(client(socket.getLocalPort())
                            .send(call("https://127.0.0.1:" + socket.getLocalPort() + "/x", SECRET)))
                    .isInstanceOf(Answer.NotSent.class);
        }
    }

    @Test
    void doesNotKnowWhenTheConnectionBreaksAfterTheRequest() throws Exception {
        try (var socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> readAndCloseAll(socket));

            assertThat(client(socket.getLocalPort())
                            .send(call("http://127.0.0.1:" + socket.getLocalPort() + "/x", SECRET)))
                    .isInstanceOf(Answer.Lost.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest",
                "https://localhost/x",
                "https://[::1]/x",
                "http://93.184.216.34/x",
                "file:///etc/passwd",
                "http://[broken"
            })
    void callsNoAddressThatNobodyAllowed(String address) throws Exception {
        assertThat(send(address, SECRET)).isInstanceOf(Answer.NotSent.class);
    }

    @Test
    void refusesAKeyWithALineBreakWithoutRepeatingIt() throws Exception {
        assertThat(send(url() + "/x", SECRET + "\r\nX-Evil: 1"))
                .isInstanceOfSatisfying(
                        Answer.NotSent.class,
                        notSent -> assertThat(notSent.detail()).doesNotContain(SECRET));
        assertThat(paths).isEmpty();
    }

    @Test
    void writesNoKeyIntoItsOwnWords() {
        WireCall call = call("https://example.com/x", SECRET);

        assertThat(call.toString()).doesNotContain(SECRET);
        assertThat(Endpoint.of(new Credentials(SECRET, "https://example.com/v1/"), "")
                        .toString())
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://a.example/v1", "https://a.example/v1/", "https://a.example", " https://a.example// "})
    void takesAddressesHoweverPeopleWriteThem(String written) {
        assertThat(Endpoint.of(new Credentials(null, written), "").openAiBase()).isEqualTo("https://a.example/v1");
    }

    @Test
    void leavesAddressesWithAVersionOfTheirOwn() {
        assertThat(Endpoint.of(new Credentials(null, "https://a.example/api/paas/v4"), "")
                        .openAiBase())
                .isEqualTo("https://a.example/api/paas/v4");
    }

    private Answer send(String address, String secret) throws InterruptedException {
        return client(server.getAddress().getPort()).send(call(address, secret));
    }

    private static WireClient client(int port) {
        var guard = new AddressGuard(new AddressProperties(List.of("127.0.0.1:" + port)));
        var properties = new WireProperties(
                Path.of("target"),
                Duration.ofDays(1),
                Duration.ofSeconds(5),
                DataSize.ofMegabytes(2),
                DataSize.ofMegabytes(2),
                Duration.ofSeconds(5),
                1,
                Duration.ZERO,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ZERO,
                Duration.ZERO,
                1,
                1,
                1);
        return new WireClient(guard, properties, Clock.systemUTC());
    }

    private static WireCall call(String address, String secret) {
        return new WireCall(
                "POST",
                address,
                secret,
                "Authorization",
                "application/json",
                "{}".getBytes(StandardCharsets.UTF_8),
                UUID.randomUUID(),
                Duration.ofSeconds(10));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void closeAll(ServerSocket socket) {
        try {
            while (true) {
                socket.accept().close();
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private static void readAndCloseAll(ServerSocket socket) {
        try {
            while (true) {
                try (var one = socket.accept()) {
                    one.getInputStream().readNBytes(20);
                }
            }
        } catch (IOException e) {
            // The test is over.
        }
    }
}
