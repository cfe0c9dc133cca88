package io.vimax.editor;

import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.vimax.schemas.Topic;
import io.vimax.schemas.Topics;
import io.vimax.schemas.generation.v1.FailureKind;
import io.vimax.schemas.generation.v1.GenerationCompleted;
import io.vimax.schemas.generation.v1.GenerationFailed;
import io.vimax.schemas.generation.v1.GenerationProgressed;
import io.vimax.schemas.generation.v1.GenerationRequested;
import io.vimax.schemas.generation.v1.Output;
import io.vimax.schemas.generation.v1.OutputRole;
import io.vimax.schemas.generation.v1.ProgressKind;
import io.vimax.testing.KafkaServer;
import io.vimax.testing.RegistryServer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Reads what the editor writes and answers as a worker does, when and how a test says. */
public final class WorkerByHand implements AutoCloseable {

    private final KafkaProducer<String, Object> producer;
    private final Thread reader;
    private final List<ConsumerRecord<String, SpecificRecordBase>> heard = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    public WorkerByHand() {
        producer = new KafkaProducer<>(config(Map.of(
                "key.serializer",
                StringSerializer.class,
                "value.serializer",
                AvroKafkaSerializer.class,
                "apicurio.registry.auto-register",
                true,
                "apicurio.registry.dereference-schema",
                true)));
        reader = Thread.ofPlatform().start(this::read);
    }

    private static Map<String, Object> config(Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(more);
        config.put("bootstrap.servers", KafkaServer.address());
        config.put("apicurio.registry.url", RegistryServer.url() + "/apis/registry/v3");
        config.put("apicurio.registry.use-id", "contentId");
        config.put("apicurio.registry.headers.enabled", false);
        return config;
    }

    private void read() {
        try (var consumer = new KafkaConsumer<String, SpecificRecordBase>(config(Map.of(
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                AvroKafkaDeserializer.class,
                "apicurio.registry.use-specific-avro-reader",
                true,
                "group.id",
                "by-hand-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest")))) {
            consumer.subscribe(List.of(
                    Topics.GENERATION_REQUESTED.name(),
                    Topics.GENERATION_CANCEL_REQUESTED.name(),
                    Topics.EPISODE_CHANGED.name(),
                    Topics.EPISODE_STAGE_CHANGED.name(),
                    Topics.SCENE_REGENERATED.name()));
            while (!closed) {
                consumer.poll(Duration.ofMillis(100)).forEach(heard::add);
            }
        }
    }

    /** Everything heard so far on a topic about an episode, in order. */
    public <T extends SpecificRecordBase> List<T> heard(Topic<T> topic, UUID episode) {
        return heard.stream()
                .filter(record -> record.topic().equals(topic.name()))
                .map(record -> topic.type().cast(record.value()))
                .filter(event -> episode.equals(event.get("episode_id")))
                .toList();
    }

    public List<GenerationRequested> requests(UUID episode) {
        return heard(Topics.GENERATION_REQUESTED, episode);
    }

    /** The trace of the record that carried a request. */
    public String traceparent(GenerationRequested request) {
        return heard.stream()
                .filter(record -> record.value().equals(request))
                .map(record ->
                        new String(record.headers().lastHeader("traceparent").value()))
                .findFirst()
                .orElseThrow();
    }

    public <T extends SpecificRecordBase> void send(Topic<T> topic, UUID key, T event) {
        producer.send(new ProducerRecord<>(topic.name(), key.toString(), event));
        producer.flush();
    }

    public void complete(GenerationRequested request, String screenplay) {
        send(Topics.GENERATION_COMPLETED, request.getGenerationId(), completed(request, screenplay));
    }

    public static GenerationCompleted completed(GenerationRequested request, String screenplay) {
        Instant now = Instant.now();
        List<Output> outputs = switch (request.getKind()) {
            case IMAGE -> List.of(output(OutputRole.KEYFRAME, null));
            case VIDEO ->
                List.of(output(OutputRole.CLIP, request.getVideo().orElseThrow().getDurationMs()));
            case SPEECH -> List.of(output(OutputRole.VOICE, 1_500L));
            case MUSIC ->
                List.of(output(
                        OutputRole.MUSIC, request.getMusic().orElseThrow().getDurationMs()));
            case RENDER ->
                List.of(
                        output(OutputRole.FILM, 30_000L),
                        output(OutputRole.CAPTIONS_VTT, null),
                        output(OutputRole.CAPTIONS_SRT, null),
                        output(OutputRole.POSTER, null));
            case CHAT, UNKNOWN -> List.of();
        };
        return new GenerationCompleted(
                UUID.randomUUID(),
                now,
                request.getUserId(),
                1_000L,
                request.getGenerationId(),
                request.getEpisodeId(),
                request.getKind(),
                request.getTarget(),
                request.getProvider(),
                request.getModel(),
                request.getInputHash(),
                outputs,
                request.getChat().isPresent() ? screenplay : null,
                0L,
                1,
                now.minusMillis(400),
                now);
    }

    private static Output output(OutputRole role, @Nullable Long durationMs) {
        return new Output(UUID.randomUUID(), role, "video/mp4", 1_000L, "00", durationMs, 1280, 720, 24.0, -14.0, -1.3);
    }

    public void fail(GenerationRequested request, FailureKind kind) {
        send(
                Topics.GENERATION_FAILED,
                request.getGenerationId(),
                new GenerationFailed(
                        UUID.randomUUID(),
                        Instant.now(),
                        request.getUserId(),
                        900L,
                        request.getGenerationId(),
                        request.getEpisodeId(),
                        request.getKind(),
                        request.getTarget(),
                        kind,
                        "provider-error",
                        "The provider gave up.",
                        true,
                        0L,
                        1));
    }

    public void progress(GenerationRequested request, long version, double progress) {
        send(
                Topics.GENERATION_PROGRESSED,
                request.getGenerationId(),
                new GenerationProgressed(
                        UUID.randomUUID(),
                        Instant.now(),
                        request.getUserId(),
                        version,
                        request.getGenerationId(),
                        request.getEpisodeId(),
                        request.getKind(),
                        request.getTarget(),
                        "running",
                        "drawing",
                        2,
                        3,
                        progress,
                        ProgressKind.MEASURED,
                        null,
                        900L,
                        1_800L,
                        7,
                        1));
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        reader.join();
        producer.close();
    }
}
