package io.vimax.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.simulator.model.Latency;
import io.vimax.simulator.model.LatencyProfile;
import io.vimax.simulator.model.WorkKind;
import io.vimax.simulator.scenario.Scenario;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ArkProtocolTest {

    private static final String TASKS = "/api/v3/contents/generations/tasks";
    private static final String TASK =
            "{\"model\":\"doubao-seedance-2-0-260128\",\"content\":[{\"type\":\"text\",\"text\":\"A harbour\"}%s]%s}";
    private static final String IMAGE =
            ",{\"type\":\"image_url\",\"image_url\":{\"url\":\"" + SimulatorFixture.PIXEL_URI + "\"},\"role\":\"%s\"}";

    private final SimulatorFixture fixture = new SimulatorFixture(configuration -> configuration.latency(
            LatencyProfile.INSTANT.with(WorkKind.VIDEO, new Latency.Fixed(Duration.ofMillis(500)))));
    private final PlainClient client = fixture.client("ark", "a1");

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void runsATaskFromQueuedToSucceeded() throws Exception {
        String id = client.post(
                        TASKS, TASK.formatted(IMAGE.formatted("first_frame"), ",\"duration\":6,\"ratio\":\"1:1\""))
                .at("/id");
        assertThat(client.get(TASKS + "/" + id).at("/status")).isEqualTo("queued");
        fixture.clock.advance(Duration.ofMillis(250));
        assertThat(client.get(TASKS + "/" + id).at("/status")).isEqualTo("running");

        fixture.clock.advance(Duration.ofMillis(250));
        var done = client.get(TASKS + "/" + id);
        assertThat(done.at("/status")).isEqualTo("succeeded");
        assertThat(client.get(done.at("/content/video_url")).bytes()).isNotEmpty();
    }

    @Test
    void drawsASequenceOfPictures() throws Exception {
        var answer = client.post(
                "/api/v3/images/generations",
                "{\"model\":\"doubao-seedream-5-0-260128\",\"prompt\":\"A harbour\",\"size\":\"2K\","
                        + "\"sequential_image_generation\":\"auto\",\"sequential_image_generation_options\":{\"max_images\":3}}");

        assertThat(answer.json().at("/data").size()).isEqualTo(3);
        assertThat(client.get(answer.at("/data/2/url")).header("Content-Type")).isEqualTo("image/jpeg");
    }

    @Test
    void listsTheTasksOfItsAccountSoThatALostAnswerCanBeFound() throws Exception {
        String first = client.post(TASKS, TASK.formatted("", "")).at("/id");
        fixture.clock.advance(Duration.ofSeconds(1));
        String second = client.post(TASKS, TASK.formatted("", "")).at("/id");
        fixture.client("ark", "b1").post(TASKS, TASK.formatted("", ""));

        var all = client.get(TASKS + "?page_num=1&page_size=10");
        assertThat(all.json().at("/total").asInt()).isEqualTo(2);
        assertThat(all.at("/items/0/id")).isEqualTo(second);
        assertThat(client.get(TASKS + "?filter.status=succeeded").at("/items/0/id"))
                .isEqualTo(first);
        assertThat(client.get(TASKS + "?filter.task_ids=" + second)
                        .json()
                        .at("/total")
                        .asInt())
                .isEqualTo(1);
        assertThat(client.get(TASKS + "?page_size=0").status()).isEqualTo(400);
    }

    @Test
    void callsOffWhatIsQueuedAndNothingElse() throws Exception {
        String id = client.post(TASKS, TASK.formatted("", "")).at("/id");

        assertThat(client.delete(TASKS + "/" + id).status()).isEqualTo(200);
        assertThat(client.get(TASKS + "/" + id).at("/status")).isEqualTo("cancelled");
        assertThat(fixture.simulator.ledger().count(LedgerKind.REFUNDED)).isEqualTo(1);

        String running = client.post(TASKS, TASK.formatted("", "")).at("/id");
        fixture.clock.advance(Duration.ofMillis(250));
        assertThat(client.delete(TASKS + "/" + running).status()).isEqualTo(409);
    }

    @Test
    void callsBackWhenATaskRunsAndWhenItIsOver() throws Exception {
        Queue<String> received = new ConcurrentLinkedQueue<>();
        try (var listener = new Listener(received)) {
            client.post(TASKS, TASK.formatted("", ",\"callback_url\":\"" + listener.url() + "\""));
            fixture.clock.advance(Duration.ofMillis(500));

            await().until(() -> received.size() == 2);
            assertThat(received)
                    .extracting(body ->
                            JsonMapper.shared().readTree(body).at("/status").asString())
                    .contains("succeeded");
            await().until(() -> fixture.simulator.ledger().count(LedgerKind.WEBHOOK) == 2);
        }
    }

    @Test
    void callsBackTwiceOrNeverWhenToldTo() throws Exception {
        Queue<String> received = new ConcurrentLinkedQueue<>();
        try (var listener = new Listener(received)) {
            String request = TASK.formatted("", ",\"callback_url\":\"" + listener.url() + "\"");
            fixture.simulator.arm(Scenario.NO_WEBHOOK);
            client.post(TASKS, request);
            fixture.simulator.arm(Scenario.DOUBLE_WEBHOOK);
            fixture.simulator.arm(Scenario.LYING_WEBHOOK);
            client.post(TASKS, request);

            await().until(() -> fixture.simulator.ledger().count(LedgerKind.WEBHOOK) == 4);
            assertThat(received).hasSize(4);
            // The clock stands still, so the job still runs: the first callbacks lie and the last do not.
            assertThat(received.stream().filter(body -> body.contains("\"status\":\"succeeded\"")))
                    .hasSize(2);
        }
    }

    @Test
    void callsNobodyOutsideOfThisMachine() throws Exception {
        client.post(TASKS, TASK.formatted("", ",\"callback_url\":\"http://192.0.2.1/hook\""));

        assertThat(fixture.simulator.ledger().violations())
                .singleElement()
                .asString()
                .contains("not this machine");
    }

    @ParameterizedTest
    @CsvSource({
        "last_frame, '', one first_frame",
        "middle_frame, '', not supported by",
        "first_frame, ',\"duration\":99', duration",
        "first_frame, ',\"ratio\":\"7:5\"', ratio",
        "first_frame, ',\"resolution\":\"8K\"', resolution",
    })
    void refusesBadRolesAndSettings(String role, String settings, String words) throws Exception {
        var refused = client.post(TASKS, TASK.formatted(IMAGE.formatted(role), settings));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/error/code")).isEqualTo("InvalidParameter");
        assertThat(refused.text()).contains(words);
        assertThat(fixture.simulator.ledger().count(LedgerKind.VIOLATION)).isEqualTo(1);
    }

    @Test
    void refusesMoreImagesThanTheModelTakes() throws Exception {
        var refused = client.post(
                TASKS, TASK.formatted(IMAGE.formatted("reference_image").repeat(10), ""));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("at most 9");
    }

    @Test
    void answersChatsAndUnknownKeysInItsOwnWay() throws Exception {
        var chat = client.post(
                "/api/v3/chat/completions",
                "{\"model\":\"doubao-seed-1-6-250615\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}");
        assertThat(chat.at("/choices/0/message/content")).isEqualTo("You said: Hello");

        var unknown = fixture.client("ark", "never-made").get(TASKS);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.at("/error/code")).isEqualTo("AuthenticationError");
    }

    /** Takes callbacks on a port of its own. */
    private static final class Listener implements AutoCloseable {

        private final HttpServer server;

        Listener(Queue<String> received) throws Exception {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/hook", exchange -> {
                received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
