package io.vimax.standalone.server;

import io.vimax.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates the topics of the schemas and a dead-letter topic beside each. Nobody else creates topics, so a misspelt name is an error
 * and not a new topic.
 */
public final class KafkaTopics {
    /** A record that could not be processed waits this long for a person. */
    private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(30);

    private static final int LIMIT_MILLIS = 20_000;

    private final int port;

    public KafkaTopics(int port) {
        this.port = port;
    }

    public void create(List<Topic<?>> topics) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = new ArrayList<>();
            for (Topic<?> topic : topics) {
                missing.add(topic(topic.name(), topic.partitions(), topic.retention()));
                missing.add(topic(topic.deadLetterName(), 1, DEAD_LETTER_RETENTION));
            }
            missing.removeIf(topic -> present.contains(topic.name()));
            for (KafkaFuture<Void> created :
                    admin.createTopics(missing).values().values()) {
                awaitCreated(created);
            }
        }
    }

    /** What is there: name to number of partitions. */
    public Map<String, Integer> partitions() throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            return admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get().values().stream()
                    .collect(java.util.stream.Collectors.toMap(
                            description -> description.name(),
                            description -> description.partitions().size()));
        }
    }

    private static NewTopic topic(String name, int partitions, Duration retention) {
        return new NewTopic(name, partitions, (short) 1)
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(retention.toMillis()),
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE));
    }

    private static void awaitCreated(KafkaFuture<Void> created) throws ExecutionException, InterruptedException {
        try {
            created.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                Loopback.HOST + ":" + port,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                LIMIT_MILLIS / 2,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                LIMIT_MILLIS));
    }
}
