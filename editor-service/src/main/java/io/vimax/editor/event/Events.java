package io.vimax.editor.event;

import io.namastack.outbox.Outbox;
import io.vimax.schemas.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.UUID;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes events into the outbox. Writers of one key must be serialised by a row lock, or their order is not theirs. */
@Component
public class Events {

    private final Outbox outbox;

    Events(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Writes the event in the transaction of the caller; without one it refuses. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T extends SpecificRecordBase> void publish(Topic<T> topic, UUID key, T event) {
        publish(topic, key, key, event);
    }

    /**
     * Like {@link #publish(Topic, UUID, SpecificRecordBase)}, for a topic that is keyed by a part of what it belongs to.
     *
     * @param orderedBy events with the same value leave in the order in which they were written
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T extends SpecificRecordBase> void publish(Topic<T> topic, UUID orderedBy, UUID key, T event) {
        outbox.schedule(
                new PendingEvent(topic.name(), key.toString(), event.getSchema().toString(), encode(event)),
                orderedBy.toString());
    }

    private static String encode(SpecificRecordBase event) {
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            new SpecificDatumWriter<>(event.getSchema(), event.getSpecificData()).write(event, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
