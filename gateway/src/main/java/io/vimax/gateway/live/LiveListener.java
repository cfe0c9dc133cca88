package io.vimax.gateway.live;

import io.vimax.schemas.Topic;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.stereotype.Component;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Brings events from Kafka into the streams. A repeat changes nothing: the stream knows the event's id. While Redis is away the
 * record is tried again until it is in; a record that cannot be told to people is logged and skipped, because the episode's
 * document says the same.
 */
@Component
class LiveListener implements MessageListener<Object, Object> {

    private static final Logger log = LoggerFactory.getLogger(LiveListener.class);

    private final LiveStreams streams;

    LiveListener(LiveStreams streams) {
        this.streams = streams;
    }

    static String[] topics() {
        return EventTranslation.SOURCES.stream().map(Topic::name).toArray(String[]::new);
    }

    @Override
    public void onMessage(ConsumerRecord<Object, Object> record) {
        if (!(record.value() instanceof SpecificRecordBase event)) {
            return;
        }
        try {
            EventTranslation.of(event).ifPresent(streams::append);
        } catch (JedisException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("Skipped record {} of {}", record.offset(), record.topic(), e);
        }
    }
}
