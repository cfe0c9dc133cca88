package io.vimax.standalone.server;

import io.vimax.schemas.Topic;
import io.vimax.standalone.home.Dist;
import io.vimax.standalone.home.Home;
import io.vimax.standalone.home.Java;
import io.vimax.standalone.home.StartCache;
import io.vimax.standalone.supervise.Part;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Apicurio Registry with its schemas in a file: ids that consumers have seen stay the same over restarts. */
public final class Registry implements Part {
    public static final String NAME = "registry";
    public static final int DEFAULT_PORT = 18_081;
    public static final int DEFAULT_MANAGEMENT_PORT = 18_082;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int MOST_LOST_ANSWERS = 5;
    private static final int NOT_FOUND = 404;

    private final Dist dist;
    private final Path data;
    private final int port;
    private final int managementPort;
    private final List<Topic<?>> topics;
    private final StartCache cache;

    public Registry(Dist dist, Home home, int port, int managementPort, List<Topic<?>> topics, StartCache cache) {
        this.dist = dist;
        this.data = home.data(NAME);
        this.port = port;
        this.managementPort = managementPort;
        this.topics = List.copyOf(topics);
        this.cache = cache;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public List<String> after() {
        return List.of();
    }

    @Override
    public int tier() {
        return 1;
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(data);
    }

    @Override
    public Launch launch() {
        List<String> command = new ArrayList<>();
        command.add(Java.program().toString());
        command.addAll(Java.COMMON_FLAGS);
        command.addAll(List.of("-Xms32m", "-Xmx160m", "-XX:TieredStopAtLevel=1"));
        command.addAll(cache.flags());
        command.addAll(List.of(
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                dist.registry().resolve("quarkus-run.jar").toString()));
        return new Launch(command, environment(), data);
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("QUARKUS_HTTP_HOST", Loopback.HOST),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                Map.entry("QUARKUS_MANAGEMENT_HOST", Loopback.HOST),
                Map.entry("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort)),
                Map.entry("QUARKUS_LOG_LEVEL", "WARN"),
                Map.entry("QUARKUS_BANNER_ENABLED", "false"),
                Map.entry("QUARKUS_ANALYTICS_DISABLED", "true"),
                Map.entry("APICURIO_STORAGE_SQL_KIND", "h2"),
                // Without WRITE_DELAY=0 H2 keeps up to half a second of commits in memory, and a kill loses ids already
                // used.
                Map.entry("APICURIO_DATASOURCE_URL", "jdbc:h2:file:" + data.resolve("apicurio") + ";WRITE_DELAY=0"));
    }

    @Override
    public boolean answers() {
        try {
            return Loopback.isOk(managementPort, "/health/ready");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Registers every schema under its topic and its dead-letter topic. The text is that of the generated class: any other text gets
     * another id, and then a serializer that may not register does not find its own.
     */
    @Override
    public void settle() throws IOException, InterruptedException {
        send("PUT", "/apis/ccompat/v7/config", JSON.writeValueAsString(Map.of("compatibility", "FULL_TRANSITIVE")));
        for (Topic<?> topic : topics) {
            String schema = JSON.writeValueAsString(
                    Map.of("schemaType", "AVRO", "schema", topic.schema().toString()));
            send("POST", "/apis/ccompat/v7/subjects/" + topic.subject() + "/versions", schema);
            send("POST", "/apis/ccompat/v7/subjects/" + topic.deadLetterName() + "-value/versions", schema);
        }
        loseTheFirstAnswer();
    }

    /**
     * Asks for what is not there until it is said. The first answer of this kind gets lost at times: it is logged as given and never
     * sent (Apicurio 3.3.3: 4 of 40 starts). Confluent's clients begin with such a question, and many wait for ever.
     */
    private void loseTheFirstAnswer() throws IOException, InterruptedException {
        for (int attempt = 0; attempt < MOST_LOST_ANSWERS; attempt++) {
            if (Loopback.answers(port, "/apis/ccompat/v7/associations/resources/-/none", NOT_FOUND)) {
                return;
            }
        }
        throw new IOException("It does not answer a question for what is not there.");
    }

    private void send(String method, String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> answer = Loopback.send(method, port, path, json);
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(path + " answered " + answer.statusCode() + " " + answer.body());
        }
    }
}
