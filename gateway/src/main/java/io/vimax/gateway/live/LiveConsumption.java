package io.vimax.gateway.live;

import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.serializer.DeserializationException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.FixedBackOff;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Consumption that waits while the registry or Redis is away; only a record that is really broken goes to the dead letters.
 */
@Configuration(proxyBeanMethods = false)
class LiveConsumption {

    private static final BackOff UNTIL_IT_WORKS = new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS);
    private static final BackOff NEVER = new FixedBackOff(0, 0);

    @Bean
    ConcurrentMessageListenerContainer<Object, Object> liveEvents(
            ConsumerFactory<Object, Object> consumers, KafkaTemplate<Object, Object> letters, LiveListener listener) {
        var properties = new ContainerProperties(LiveListener.topics());
        properties.setMessageListener(listener);
        var executor = new SimpleAsyncTaskExecutor("live-events-");
        executor.setVirtualThreads(true);
        properties.setListenerTaskExecutor(executor);
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setCommonErrorHandler(errorHandler(letters));
        return container;
    }

    private static DefaultErrorHandler errorHandler(KafkaTemplate<Object, Object> letters) {
        var recoverer = new DeadLetterPublishingRecoverer(
                letters, (record, _) -> new TopicPartition(record.topic() + ".dlt", -1));
        var handler = new DefaultErrorHandler(recoverer);
        // By itself a failed decoding is final, also when only the registry was away.
        handler.removeClassification(DeserializationException.class);
        handler.setBackOffFunction(LiveConsumption::backOff);
        return handler;
    }

    private static @Nullable BackOff backOff(ConsumerRecord<?, ?> record, Exception error) {
        boolean decoding = false;
        boolean waiting = false;
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            decoding |= cause instanceof DeserializationException;
            waiting |= cause instanceof IOException || cause instanceof JedisException;
        }
        return waiting ? UNTIL_IT_WORKS : decoding ? NEVER : null;
    }
}
