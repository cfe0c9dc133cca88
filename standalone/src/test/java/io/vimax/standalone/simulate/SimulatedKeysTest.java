package io.vimax.standalone.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vimax.standalone.demo.VimaxApi;
import io.vimax.standalone.home.Home;
import io.vimax.standalone.secrets.CliToken;
import io.vimax.standalone.secrets.Secrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedKeysTest {
    private final List<String> changes = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    Path folder;

    private HttpServer pool;
    private String keys = "";
    private String scopes = "";
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        pool = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pool.createContext("/", this::answer);
        pool.start();
    }

    @AfterEach
    void stop() {
        pool.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        if (!exchange.getRequestMethod().equals("GET")) {
            changes.add(exchange.getRequestMethod() + " " + path + " " + body);
        }
        String items = path.endsWith("api-keys") ? keys : scopes;
        byte[] answer =
                "{\"items\":[%s],\"detail\":\"Not now.\"}".formatted(items).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private void put() throws IOException, InterruptedException {
        Home home = new Home(folder).create();
        VimaxApi api = new VimaxApi(pool.getAddress().getPort(), new CliToken(new Secrets(home), Clock.systemUTC()));
        new SimulatedKeys(api, new Simulation(9_191)).put();
    }

    @Test
    void addsAccountsWithTheirLimitsAndKeysThatLeadToTheSimulator() throws Exception {
        put();

        assertThat(changes).hasSize(5);
        assertThat(changes.getFirst())
                .startsWith("POST /api/v1/quota-scopes ")
                .contains("\"name\":\"Simulator A\"", "requests_per_minute", "in_flight");
        assertThat(changes.get(1))
                .startsWith("POST /api/v1/api-keys ")
                .contains("\"scope\":\"Simulator A\"", "\"base_url\":\"http://127.0.0.1:9191/yunwu\"");
    }

    @Test
    void leavesWhatIsThereAndMovesAKeyAfterTheSimulator() throws Exception {
        scopes = "{\"name\":\"Simulator A\"},{\"name\":\"Simulator B\"}";
        keys = "{\"id\":\"1\",\"label\":\"Simulator A1\",\"base_url\":\"http://127.0.0.1:9191/yunwu\"},"
                + "{\"id\":\"2\",\"label\":\"Simulator A2\",\"base_url\":\"http://127.0.0.1:9190/yunwu\"},"
                + "{\"id\":\"3\",\"label\":\"Simulator B1\",\"base_url\":\"http://127.0.0.1:9191/yunwu\"},"
                + "{\"id\":\"4\",\"label\":\"another\",\"base_url\":null}";

        put();

        assertThat(changes).containsExactly("PATCH /api/v1/api-keys/2 {\"base_url\":\"http://127.0.0.1:9191/yunwu\"}");
    }

    @Test
    void saysWhenThePoolDoesNotTakeThem() {
        status = 503;

        assertThatThrownBy(this::put).isInstanceOf(IOException.class).hasMessageContaining("Not now.");
    }
}
