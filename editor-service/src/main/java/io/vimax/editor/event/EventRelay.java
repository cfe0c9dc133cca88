package io.vimax.editor.event;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.namastack.outbox.handler.OutboxRecordMetadata;
import io.namastack.outbox.handler.OutboxTypedHandler;
import io.vimax.schemas.Topic;
import io.vimax.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecordBase;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Sends what waits in the outbox and waits for the acknowledgement, so that one key's events keep their order. A failure is
 * thrown: the outbox tries again. The wait is bounded here because a registry that accepts a connection and never answers
 * would block the serializer for ever (FACTS: Apicurio's client has no time limit).
 */
@Component
class EventRelay implements OutboxTypedHandler<PendingEvent> {

    private static final int LONGEST_SEND_SECONDS = 10;

    private final KafkaTemplate<String, SpecificRecordBase> kafka;
    private final Tracer tracer;
    private final Propagator propagator;
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

    EventRelay(KafkaTemplate<String, SpecificRecordBase> kafka, Tracer tracer, Propagator propagator) {
        this.kafka = kafka;
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Override
    public void handle(PendingEvent pending, OutboxRecordMetadata metadata) {
        var event = decode(pending);
        Future<?> sent = senders.submit(() -> send(pending, event, metadata));
        try {
            sent.get(LONGEST_SEND_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending to " + pending.topic(), e);
        } catch (ExecutionException | TimeoutException e) {
            sent.cancel(true);
            throw new IllegalStateException("Not sent to " + pending.topic() + ", will be tried again", e);
        }
    }

    private Void send(PendingEvent pending, SpecificRecordBase event, OutboxRecordMetadata metadata) throws Exception {
        var span = propagator
                .extract(metadata.getContext(), (context, name) -> context.get(name))
                .name("outbox relay")
                .start();
        try (var _ = tracer.withSpan(span)) {
            kafka.send(pending.topic(), pending.key(), event).get();
            return null;
        } finally {
            span.end();
        }
    }

    private static SpecificRecordBase decode(PendingEvent pending) {
        Topic<?> topic = Topics.ALL.stream()
                .filter(known -> known.name().equals(pending.topic()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Unknown topic " + pending.topic()));
        var reader = new SpecificDatumReader<SpecificRecordBase>(
                new Schema.Parser().parse(pending.schema()), topic.schema(), SpecificData.getForClass(topic.type()));
        try {
            return reader.read(
                    null, DecoderFactory.get().binaryDecoder(Base64.getDecoder().decode(pending.record()), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
