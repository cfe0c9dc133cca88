package io.vimax.editor.event;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.namastack.outbox.context.OutboxContextProvider;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.serializer.DeserializationException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.TransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

@Configuration(proxyBeanMethods = false)
class EventConfiguration {

    private static final BackOff WAIT = new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS);

    /** The trace of the transaction lies beside the event, so that the send and all that follows belong to it. */
    @Bean
    OutboxContextProvider traceContext(Tracer tracer, Propagator propagator) {
        return () -> {
            Span span = tracer.currentSpan();
            if (span == null) {
                return Map.of();
            }
            Map<String, String> context = new HashMap<>();
            propagator.inject(span.context(), context, (_, name, value) -> context.put(name, value));
            return context;
        };
    }

    /** Namastack 1.6.0 runs heartbeat, rebalance and batches on one thread, so that a long batch looks like a dead instance. */
    @Bean(value = "outboxDefaultScheduler", autowireCandidate = false)
    ThreadPoolTaskScheduler outboxScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(3);
        scheduler.setThreadNamePrefix("outbox-");
        return scheduler;
    }

    /**
     * Waits while the database or the registry is away; retries other trouble for a while; then sets a record aside in the dead
     * letter topic of its topic with the cause in its headers, and goes on.
     */
    @Bean
    CommonErrorHandler consumerErrors(KafkaTemplate<String, SpecificRecordBase> kafka) {
        var recoverer = new DeadLetterPublishingRecoverer(
                kafka, (record, _) -> new TopicPartition(record.topic() + ".dlt", -1));
        // A default without retries would switch the function below off: FailedRecordTracker then recovers at once.
        var handler = new DefaultErrorHandler(recoverer, WAIT);
        handler.removeClassification(DeserializationException.class);
        handler.setBackOffFunction((_, cause) -> backOffFor(cause));
        return handler;
    }

    /**
     * Names the consumers of a replica that has a name of its own. One that was killed and comes back within the session takes its
     * partitions up at once, and nobody else has to stop for a rebalance. Kafka sends away the former holder of a name.
     */
    @Bean
    ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> steadyMembers(
            @Value("${event.member}") String member) {
        return container -> {
            if (!member.isBlank()) {
                container
                        .getContainerProperties()
                        .getKafkaConsumerProperties()
                        .put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, member + "-" + container.getListenerId());
            }
        };
    }

    private static BackOff backOffFor(@Nullable Exception failure) {
        boolean undecodable = false;
        boolean away = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            undecodable |= cause instanceof DeserializationException;
            away |= cause instanceof IOException
                    || cause instanceof DataAccessException
                    || cause instanceof TransactionException;
        }
        if (away) {
            return WAIT;
        }
        if (undecodable) {
            return new FixedBackOff(0, 0);
        }
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxElapsedTime(15_000);
        return backOff;
    }
}
