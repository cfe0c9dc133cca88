package io.vimax.worker.task.run;

import static org.awaitility.Awaitility.await;

import io.vimax.schemas.Topics;
import io.vimax.schemas.generation.v1.GenerationProgressed;
import io.vimax.testing.KafkaServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What left by the outbox, as it lies in Kafka. */
final class SentEvents {

    /** An event by its key, which is the generation; the trace is the second part of its traceparent. */
    record Sent(String topic, String key, String trace) {}

    private static final List<Sent> ALL = new CopyOnWriteArrayList<>();
    private static final List<String> CONTENTS = new CopyOnWriteArrayList<>();
    private static final List<GenerationProgressed> REPORTS = new CopyOnWriteArrayList<>();

    static {
        Thread.ofPlatform().daemon().name("sent-events").start(SentEvents::read);
    }

    private SentEvents() {}

    /** Topics of the events that ended a generation; waits for the first. */
    static List<String> of(UUID generation) {
        return sent(generation).stream().map(Sent::topic).toList();
    }

    static List<Sent> sent(UUID generation) {
        await("events of " + generation)
                .atMost(Duration.ofSeconds(15))
                .until(() -> ALL.stream().anyMatch(sent -> sent.key().equals(generation.toString())));
        return ALL.stream()
                .filter(sent -> sent.key().equals(generation.toString()))
                .toList();
    }

    /** Whether any event of any generation has these letters in it. */
    static boolean anySays(String letters) {
        return CONTENTS.stream().anyMatch(content -> content.contains(letters));
    }

    static List<GenerationProgressed> progress(UUID generation) {
        return REPORTS.stream()
                .filter(report -> report.getGenerationId().equals(generation))
                .toList();
    }

    /** Places in the queue that were reported. */
    static List<Integer> places(UUID generation) {
        return progress(generation).stream()
                .map(GenerationProgressed::getQueuePosition)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The wire form is a zero byte, four bytes of the schema's id, and Avro binary. */
    private static GenerationProgressed report(byte[] value) {
        try {
            return new SpecificDatumReader<GenerationProgressed>(GenerationProgressed.getClassSchema())
                    .read(null, DecoderFactory.get().binaryDecoder(value, 5, value.length - 5, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read() {
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        KafkaServer.address(),
                        "group.id",
                        "sent-events-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(
                    Topics.GENERATION_COMPLETED.name(),
                    Topics.GENERATION_FAILED.name(),
                    Topics.GENERATION_PROGRESSED.name()));
            while (true) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    CONTENTS.add(new String(record.value(), StandardCharsets.UTF_8));
                    if (record.topic().equals(Topics.GENERATION_PROGRESSED.name())) {
                        REPORTS.add(report(record.value()));
                        return;
                    }
                    Header parent = record.headers().lastHeader("traceparent");
                    String trace =
                            parent == null ? "" : new String(parent.value(), StandardCharsets.UTF_8).split("-", -1)[1];
                    ALL.add(new Sent(record.topic(), record.key(), trace));
                });
            }
        }
    }
}
