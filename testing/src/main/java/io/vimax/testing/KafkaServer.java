package io.vimax.testing;

import io.vimax.schemas.Topics;
import java.util.stream.Stream;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A KRaft broker for the test JVM with all topics of {@link Topics} and their dead letters. */
public final class KafkaServer {

    private KafkaServer() {}

    /** Address as {@code host:port}. */
    public static String address() {
        return Holder.BROKER.getBrokersAsString();
    }

    private static final class Holder {
        static final EmbeddedKafkaBroker BROKER = start();

        private static EmbeddedKafkaBroker start() {
            String[] topics = Topics.ALL.stream()
                    .flatMap(topic -> Stream.of(topic.name(), topic.deadLetterName()))
                    .toArray(String[]::new);
            var broker = new EmbeddedKafkaKraftBroker(1, Topics.GENERATION_COMPLETED.partitions(), topics);
            broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
            broker.brokerProperty("auto.create.topics.enable", "false");
            broker.afterPropertiesSet();
            AtExit.close(broker::destroy);
            return broker;
        }
    }
}
