package io.vimax.keypool;

import static io.vimax.keypool.Calls.json;
import static io.vimax.keypool.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vimax.testing.KafkaServer;
import io.vimax.testing.TestServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ScanParams;

/** Marked keys go through every call of the API, right and wrong, and are then looked for wherever anything is written. */
@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestServers.class)
@ExtendWith(OutputCaptureExtension.class)
class CanaryTest {

    private static final String KEYS = "/api/v1/api-keys";

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    UnifiedJedis redis;

    private final String canary = "canary" + UUID.randomUUID().toString().replace("-", "");
    private final List<String> answers = new ArrayList<>();

    @Test
    void aSecretIsFoundNowhereInClear(CapturedOutput output) {
        UUID person = UUID.randomUUID();
        Calls owner = Calls.of(http, person, "creator", "operator", "admin");
        useEverywhere(owner);
        lend(person);
        await().until(() ->
                jdbc.sql("select count(*) from outbox_record").query(Long.class).single() == 0);

        assertThat(traces(output.getAll())).as("logs").isEmpty();
        assertThat(answers)
                .as("answers")
                .hasSizeGreaterThan(20)
                .allSatisfy(answer -> assertThat(traces(answer)).isEmpty());
        assertThat(database())
                .as("database")
                .hasSizeGreaterThan(10)
                .allSatisfy(row -> assertThat(traces(row)).isEmpty());
        assertThat(redisEntries())
                .as("Redis")
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(traces(entry)).isEmpty());
        assertThat(kafkaRecords())
                .as("Kafka")
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(traces(entry)).isEmpty());
        assertThat(traces(text(http.get().uri("/actuator/prometheus").exchange())))
                .as("metrics")
                .isEmpty();
    }

    /** The sealed canary must be there, or the search looks in the wrong places. */
    @Test
    void theSearchFindsWhatIsThere() {
        assertThat(traces("x" + canary)).isNotEmpty();
        assertThat(traces(hex(canary + "1"))).isNotEmpty();
        assertThat(traces(Base64.getEncoder().encodeToString(("ab" + canary).getBytes(StandardCharsets.UTF_8))))
                .isNotEmpty();
        assertThat(traces("nothing")).isEmpty();
    }

    private void useEverywhere(Calls owner) {
        String id = json(see(owner.post(KEYS, key(1), "Idempotency-Key", "c1")))
                .path("id")
                .asString();
        see(owner.post(KEYS, key(1), "Idempotency-Key", "c1"));
        see(owner.post(KEYS, key(2), "Idempotency-Key", "c1"));
        see(owner.post(KEYS, key(1)));
        see(owner.post(KEYS, key(3).replace("}", ",\"test\":true}")));
        for (String wrong : List.of(
                "{\"service_type\":\"%s\",\"key\":\"%s\"}".formatted(secret(4).substring(0, 30), secret(4)),
                key(4).replace("\"key\":", "\"key\":7,\"key\":"),
                key(4).replace("}", ",\"weight\":\"" + secret(4) + "\"}"),
                key(4).replace("}", ",\"weight\":-1,\"base_url\":\"" + secret(4) + "\"}"),
                key(4).replace("}", ",\"models\":\"" + secret(4) + "\"}"),
                key(4).replace("\"key\":\"", "\"key\":\"two words "),
                key(4).substring(0, key(4).length() - 3),
                "[" + key(4) + "]",
                secret(4))) {
            see(owner.post(KEYS, wrong));
        }
        see(owner.get(KEYS));
        see(owner.get(KEYS + "/" + id));
        see(owner.patch(KEYS + "/" + id, "*", "{\"weight\":3,\"status\":\"paused\"}"));
        see(owner.patch(KEYS + "/" + id, "*", "{\"status\":\"active\"}"));
        see(owner.post(KEYS + "/" + id + "/rotate", "{\"key\":\"%s\",\"overlap_minutes\":0}".formatted(secret(5))));
        see(owner.post(KEYS + "/" + id + "/test", null));
        see(owner.get(KEYS + "/" + id + "/history"));
        String list = "service_type,key,label\nyunwu,%s,a\n%s,yunwu,b\nyunwu,\"%s\"x,c\nyunwu,%s"
                .formatted(secret(6), secret(7), secret(8), secret(6));
        String preview = json(see(owner.post(KEYS + "/import", list, "Content-Type", "text/csv")))
                .path("id")
                .asString();
        see(owner.post(KEYS + "/import", secret(9) + ",yunwu", "Content-Type", "text/csv"));
        see(owner.post(KEYS + "/import", "[{\"key\":\"" + secret(9)));
        see(owner.post(KEYS + "/import", "[{\"" + secret(9) + "\":1}]"));
        see(owner.get(KEYS + "/import/" + preview));
        see(owner.post(KEYS + "/import/" + preview + "/commit", "{\"mode\":\"all_or_nothing\"}"));
        see(owner.post(KEYS + "/import/" + preview + "/commit", "{\"mode\":\"valid_only\"}"));
        see(owner.get(KEYS + "/stats"));
        see(owner.get(KEYS + "/health"));
        see(owner.get(KEYS + "/master-keys"));
        see(owner.delete(KEYS + "/" + id));
        see(owner.post(KEYS + "/" + id + "/restore", null));
    }

    /** What a worker gets is for it alone; what it sends back is searched like all else. */
    private void lend(UUID person) {
        Calls worker = Calls.ofWorker(http);
        var lease = UUID.randomUUID();
        var granted = json(worker.post("/internal/leases", """
                {"lease_id":"%s","service":"yunwu","model":"veo3.1","generation_id":"%s","owner":"w","user_id":"%s","excluded_keys":[],
                 "preferred_key":null,"length_ms":30000}""".formatted(lease, UUID.randomUUID(), person)));
        assertThat(granted.path("granted").asBoolean()).isTrue();
        assertThat(granted.path("secret").asString()).contains(canary);
        see(worker.post("/internal/leases/" + lease + "/settle", """
                {"fence":%d,"outcome":{"kind":"rate_limited","retry_after_ms":1000,"detail":"slow down"},"cost_micros":0,"media_ms":0,"latency_ms":10}""".formatted(
                        granted.path("fence").asLong())));
    }

    private String secret(int number) {
        return canary + number;
    }

    private String key(int number) {
        return "{\"service_type\":\"yunwu\",\"key\":\"%s\"}".formatted(secret(number));
    }

    private MvcTestResult see(MvcTestResult answer) {
        answers.add(answer.getResponse().getHeaderNames() + text(answer));
        return answer;
    }

    /** The forms in which the canary is in a text: as it is, in hex, in Base64 at each of the three offsets. */
    private List<String> traces(String in) {
        return Stream.concat(
                        Stream.of(canary, hex(canary)), Stream.of("", "a", "ab").map(before -> {
                            String encoded = Base64.getEncoder()
                                    .withoutPadding()
                                    .encodeToString((before + canary).getBytes(StandardCharsets.UTF_8));
                            return encoded.substring(4, encoded.length() - 4);
                        }))
                .filter(in::contains)
                .toList();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> database() {
        List<String> rows = new ArrayList<>();
        jdbc.sql(
                        "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
                .query((row, _) -> row.getString(1))
                .list()
                .forEach(table -> rows.addAll(jdbc.sql("select t::text from \"" + table + "\" t")
                        .query((row, _) -> row.getString(1))
                        .list()));
        return rows;
    }

    private List<String> redisEntries() {
        List<String> entries = new ArrayList<>();
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            var page = redis.scan(cursor);
            for (String key : page.getResult()) {
                entries.add(key + " "
                        + switch (redis.type(key)) {
                            case "string" -> redis.get(key);
                            case "hash" -> redis.hgetAll(key).toString();
                            case "list" -> redis.lrange(key, 0, -1).toString();
                            case "set" -> redis.smembers(key).toString();
                            case "zset" -> redis.zrange(key, 0, -1).toString();
                            default ->
                                throw new IllegalStateException(
                                        "A kind of entry that this test cannot read: " + redis.type(key));
                        });
            }
            cursor = page.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        return entries;
    }

    private static List<String> kafkaRecords() {
        List<String> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", KafkaServer.address()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .filter(it -> it.topic().startsWith("vimax."))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> records.add(
                                new String(record.value(), StandardCharsets.ISO_8859_1) + record.headers()));
            }
        }
        return records;
    }
}
