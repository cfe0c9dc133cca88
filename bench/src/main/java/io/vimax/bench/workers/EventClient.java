package io.vimax.bench.workers;

import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.vimax.schemas.Topics;
import io.vimax.schemas.generation.v1.GenerationCompleted;
import io.vimax.schemas.generation.v1.GenerationFailed;
import io.vimax.schemas.generation.v1.GenerationRequested;
import io.vimax.schemas.generation.v1.Output;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Asks for generations as the editor does, and hears how they end. */
public final class EventClient implements AutoCloseable {

    private static final Duration LONGEST_SEND = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);

    /** It warns of every client that it was not given threads of its own, which nobody needs here. Kept, or the level is forgotten. */
    private static final Logger REGISTRY_CLIENT = Logger.getLogger("io.apicurio.registry.client");

    static {
        REGISTRY_CLIENT.setLevel(Level.SEVERE);
    }

    private final KafkaProducer<String, SpecificRecordBase> producer;
    private final KafkaConsumer<String, SpecificRecordBase> consumer;
    private final Thread reader;

    /** @param listener is told of every end, also of those that come twice, on a thread of its own */
    EventClient(String brokers, String registry, Consumer<Ended> listener) {
        Map<String, Object> serde = Map.of(
                "bootstrap.servers",
                brokers,
                "apicurio.registry.url",
                registry + "/apis/registry/v3",
                "apicurio.registry.auto-register",
                true,
                "apicurio.registry.dereference-schema",
                true,
                "apicurio.registry.use-id",
                "contentId",
                "apicurio.registry.headers.enabled",
                false,
                "apicurio.registry.use-specific-avro-reader",
                true);
        Map<String, Object> sending = new HashMap<>(serde);
        sending.put(ProducerConfig.ACKS_CONFIG, "all");
        sending.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        sending.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, AvroKafkaSerializer.class);
        producer = new KafkaProducer<>(sending);
        Map<String, Object> reading = new HashMap<>(serde);
        reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        reading.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        reading.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, AvroKafkaDeserializer.class);
        consumer = new KafkaConsumer<>(reading);
        List<TopicPartition> partitions = List.of(Topics.GENERATION_COMPLETED, Topics.GENERATION_FAILED).stream()
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        reader = Thread.ofPlatform().name("ends").start(() -> read(listener));
    }

    /** Returns when the broker has it. */
    public void request(GenerationRequested event) throws IOException, InterruptedException {
        requestAll(List.of(event));
    }

    /** Returns when the broker has them all. */
    public void requestAll(List<GenerationRequested> events) throws IOException, InterruptedException {
        var sent = events.stream()
                .map(event -> producer.send(new ProducerRecord<>(
                        Topics.GENERATION_REQUESTED.name(), event.getEpisodeId().toString(), event)))
                .toList();
        try {
            for (var one : sent) {
                one.get(LONGEST_SEND.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The broker did not take a request: " + e, e);
        }
    }

    private void read(Consumer<Ended> listener) {
        try {
            while (true) {
                for (ConsumerRecord<String, SpecificRecordBase> one : consumer.poll(POLL)) {
                    listener.accept(ended(one.value()));
                }
            }
        } catch (WakeupException _) {
            consumer.close();
        }
    }

    private static Ended ended(SpecificRecordBase event) {
        return switch (event) {
            case GenerationCompleted done ->
                new Ended(
                        done.getGenerationId(),
                        done.getEventId(),
                        Ended.COMPLETED,
                        "",
                        done.getOutputs().stream().map(Output::getAssetId).toList(),
                        done.getOccurredAt());
            case GenerationFailed failed ->
                new Ended(
                        failed.getGenerationId(),
                        failed.getEventId(),
                        failed.getFailure().name().toLowerCase(Locale.ROOT),
                        failed.getCode(),
                        List.of(),
                        failed.getOccurredAt());
            default -> throw new IllegalStateException("Nobody asked for a " + event.getClass());
        };
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            reader.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofSeconds(5));
    }
}
