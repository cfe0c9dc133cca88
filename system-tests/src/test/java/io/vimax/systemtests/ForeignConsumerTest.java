package io.vimax.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.schemas.Topic;
import io.vimax.schemas.Topics;
import io.vimax.schemas.episode.v1.SceneRegenerated;
import io.vimax.schemas.generation.v1.GenerationRequested;
import io.vimax.schemas.key.v1.KeyRateLimited;
import io.vimax.testing.KafkaServer;
import io.vimax.testing.RegistryServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecordBase;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Others read what our services write and write what they read, with nothing of ours but topic names and the registry. */
class ForeignConsumerTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private static ServiceKafka kafka;

    @BeforeAll
    static void installTheForeignClient() throws IOException {
        ForeignClient.install();
        kafka = ServiceKafka.of("conversation-service");
    }

    @Test
    void readsEveryFieldOfARequestWithAndWithoutItsOptionalParts() throws Exception {
        GenerationRequested full = Records.aRequestWithEverySpec();
        GenerationRequested bare = Records.aRequestWithoutOptionalParts();
        send(Topics.GENERATION_REQUESTED, full.getEpisodeId(), full);
        send(Topics.GENERATION_REQUESTED, bare.getEpisodeId(), bare);

        Map<String, Map<String, @Nullable Object>> seen = consume(Topics.GENERATION_REQUESTED, 2);

        assertThat(seen.get(full.getEpisodeId().toString())).isEqualTo(PlainJson.of(full));
        assertThat(seen.get(bare.getEpisodeId().toString()))
                .isEqualTo(PlainJson.of(bare))
                .containsEntry("chat", null)
                .containsEntry("render", null)
                .containsEntry("kind", "IMAGE")
                .containsEntry("occurred_at", new java.math.BigDecimal("1795341600123"));
        assertThat(seen.get(full.getEpisodeId().toString()))
                .extracting("chat.seed", "video.keyframe_asset_id", "image.shot.people")
                .doesNotContainNull();
    }

    @Test
    void readsEveryFieldOfATake() throws Exception {
        SceneRegenerated selected = Records.aTake(true);
        SceneRegenerated other = Records.aTake(false);
        send(Topics.SCENE_REGENERATED, selected.getEpisodeId(), selected);
        send(Topics.SCENE_REGENERATED, other.getEpisodeId(), other);

        Map<String, Map<String, @Nullable Object>> seen = consume(Topics.SCENE_REGENERATED, 2);

        assertThat(seen.get(selected.getEpisodeId().toString())).isEqualTo(PlainJson.of(selected));
        assertThat(seen.get(other.getEpisodeId().toString())).isEqualTo(PlainJson.of(other));
    }

    @Test
    void writesWhatOurServicesRead() throws Exception {
        KeyRateLimited ours = aPause("gpt-image-2", "by our own writer");
        KeyRateLimited theirs = aPause(null, "被限流 by a foreign writer");
        send(Topics.KEY_RATE_LIMITED, ours.getKeyId(), ours);

        ForeignClient.run(
                "produce.mjs",
                JSON.writeValueAsString(Map.of("key", theirs.getKeyId().toString(), "value", PlainJson.of(theirs)))
                        + "\n",
                KafkaServer.address(),
                RegistryServer.url(),
                Topics.KEY_RATE_LIMITED.name());

        assertThat(read(Topics.KEY_RATE_LIMITED, 2)).containsExactlyInAnyOrder(ours, theirs);
    }

    private static <T extends SpecificRecordBase> void send(Topic<T> topic, UUID key, T record) throws Exception {
        var producers = kafka.producers();
        try {
            new KafkaTemplate<>(producers)
                    .send(topic.name(), key.toString(), record)
                    .get(60, TimeUnit.SECONDS);
        } finally {
            producers.reset();
        }
    }

    /** By record key, as the foreign consumer printed them. */
    private static Map<String, Map<String, @Nullable Object>> consume(Topic<?> topic, int count) {
        Map<String, Map<String, @Nullable Object>> values = new LinkedHashMap<>();
        for (String line : ForeignClient.run(
                "consume.mjs", "", KafkaServer.address(), RegistryServer.url(), topic.name(), String.valueOf(count))) {
            Line read = JSON.readValue(line, new TypeReference<>() {});
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            read.value().forEach((name, value) -> fields.put(name, PlainJson.normal(value)));
            values.put(read.key(), fields);
        }
        return values;
    }

    private record Line(String key, Map<String, @Nullable Object> value) {}

    private static <T> List<T> read(Topic<?> topic, int count) {
        List<T> records = new ArrayList<>();
        try (var consumer =
                kafka.<T>consumers().createConsumer("system-tests-" + UUID.randomUUID(), null, null, null)) {
            consumer.subscribe(List.of(topic.name()));
            Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> records.add(Objects.requireNonNull(record.value())));
                return records.size() >= count;
            });
        }
        return records;
    }

    private static KeyRateLimited aPause(@Nullable String model, String reason) {
        return KeyRateLimited.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(Instant.parse("2026-11-22T10:00:00.001Z"))
                .setUserId(UUID.randomUUID())
                .setVersion(3)
                .setKeyId(UUID.randomUUID())
                .setScopeId(UUID.randomUUID())
                .setService("yunwu")
                .setModel(model)
                .setUntil(Instant.parse("2026-11-22T10:01:00.999Z"))
                .setLimit("requests_per_minute")
                .setReason(reason)
                .build();
    }
}
