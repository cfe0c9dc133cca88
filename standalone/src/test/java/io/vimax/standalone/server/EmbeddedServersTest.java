package io.vimax.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vimax.schemas.Topics;
import io.vimax.standalone.home.Dist;
import io.vimax.standalone.home.Home;
import io.vimax.standalone.home.Ports;
import io.vimax.standalone.home.StartCache;
import io.vimax.standalone.secrets.Secrets;
import io.vimax.standalone.supervise.Part;
import io.vimax.standalone.supervise.PartState;
import io.vimax.standalone.supervise.Processes;
import io.vimax.standalone.supervise.Supervisor;
import io.vimax.standalone.supervise.SystemState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real servers, killed for real. */
class EmbeddedServersTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static Home home;
    private static Secrets secrets;
    private static Postgres postgres;
    private static Map<String, Integer> ports;
    private static Supervisor supervisor;

    @BeforeAll
    static void start() {
        home = new Home(folder.resolve("a home with spaces")).create();
        secrets = new Secrets(home).create();
        Map<String, Integer> wanted = new LinkedHashMap<>();
        for (String name : List.of("postgres", "redis", "kafka", "controller", "registry", "management")) {
            wanted.put(name, 23_000 + wanted.size() * 10);
        }
        ports = Ports.ofThisMachine().choose(wanted, Map.of());
        Dist dist = new Dist(Path.of(System.getProperty("vimax.dist")));
        postgres = new Postgres(dist, home, port("postgres"), secrets, List.of("editor", "generation"));
        List<Part> parts = List.of(
                postgres,
                new Redis(dist, home, port("redis")),
                new Kafka(dist, home, port("kafka"), port("controller"), Topics.ALL, StartCache.used(dist.kafka())),
                new Registry(
                        dist,
                        home,
                        port("registry"),
                        port("management"),
                        Topics.ALL,
                        StartCache.used(dist.registry())));
        supervisor = new Supervisor(home, parts, "test", Map.of(), Clock.systemUTC());
        supervisor.start();
        await().atMost(LIMIT).until(() -> supervisor.state().phase() == SystemState.Phase.READY);
    }

    private static int port(String name) {
        return Objects.requireNonNull(ports.get(name), name);
    }

    @AfterAll
    static void stop() {
        supervisor.stop();

        assertThat(supervisor.state().parts()).allMatch(part -> part.condition() == PartState.Condition.STOPPED);
        assertThat(ports.values()).noneMatch(Loopback::listens);
    }

    @Test
    void keepsCommittedRowsWhenPostgresIsKilled() throws SQLException {
        try (Connection connection = postgres.connect("editor");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (word text)");
            statement.execute("INSERT INTO kept VALUES ('still here')");
        }

        killAndAwaitReturn("postgres");

        try (Connection connection = postgres.connect("editor");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT word FROM kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("still here");
        }
    }

    @Test
    void runsPostgresWithFullDurability() throws SQLException {
        try (Connection connection = postgres.connect("editor");
                Statement statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                try (ResultSet rows = statement.executeQuery("SHOW " + setting)) {
                    rows.next();
                    assertThat(rows.getString(1)).as(setting).isEqualTo("on");
                }
            }
        }
    }

    @Test
    void letsAServiceIntoItsOwnDatabaseOnly() throws SQLException {
        String password = secrets.databasePassword("editor");
        try (Connection own =
                DriverManager.getConnection(Postgres.url(port("postgres"), "editor"), "editor", password)) {
            assertThat(own.isValid(5)).isTrue();
        }

        assertThatThrownBy(() ->
                        DriverManager.getConnection(Postgres.url(port("postgres"), "generation"), "editor", password))
                .hasMessageContaining("permission denied for database");
        assertThatThrownBy(() ->
                        DriverManager.getConnection(Postgres.url(port("postgres"), "editor"), "editor", "guessed"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void keepsWhatRedisHadAnsweredWhenItIsKilled() throws IOException {
        // Redis writes to its file before it answers; only a crash of the whole machine could take the last second.
        assertThat(redis("SET limit used-up")).isEqualTo("+OK");

        killAndAwaitReturn("redis");

        assertThat(redis("GET limit")).isEqualTo("$7");
    }

    @Test
    void createsEveryTopicWithItsPartitionsAndKeepsThemWhenKafkaIsKilled() throws Exception {
        KafkaTopics topics = new KafkaTopics(port("kafka"));
        assertAllTopics(topics.partitions());

        killAndAwaitReturn("kafka");

        assertAllTopics(topics.partitions());
    }

    private static void assertAllTopics(Map<String, Integer> partitions) {
        Topics.ALL.forEach(topic -> assertThat(partitions)
                .containsEntry(topic.name(), topic.partitions())
                .containsEntry(topic.deadLetterName(), 1));
    }

    @Test
    void registersTheSchemasAndKeepsTheirIdsWhenTheRegistryIsKilled() throws Exception {
        String before = subject();
        assertThat(before).contains("\"id\":").contains("GenerationRequested");

        killAndAwaitReturn("registry");

        assertThat(subject()).isEqualTo(before);
        String config = Loopback.send("GET", port("registry"), "/apis/ccompat/v7/config", "")
                .body();
        assertThat(config).contains("FULL_TRANSITIVE");
    }

    private static String subject() throws IOException, InterruptedException {
        return Loopback.send(
                        "GET",
                        port("registry"),
                        "/apis/ccompat/v7/subjects/" + Topics.GENERATION_REQUESTED.subject() + "/versions/latest",
                        "")
                .body();
    }

    private static void killAndAwaitReturn(String name) {
        PartState before = supervisor.state().part(name).orElseThrow();
        Processes.signal(Processes.find(before.pid(), before.startedAt()).orElseThrow(), "KILL");

        await().atMost(LIMIT).until(() -> {
            PartState now = supervisor.state().part(name).orElseThrow();
            return now.restarts() == before.restarts() + 1 && now.condition() == PartState.Condition.READY;
        });
    }

    private static String redis(String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port("redis"))) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            StringBuilder line = new StringBuilder();
            for (int c = socket.getInputStream().read();
                    c != '\r' && c >= 0;
                    c = socket.getInputStream().read()) {
                line.append((char) c);
            }
            return line.toString();
        }
    }
}
