package io.vimax.conversation.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.tracing.Tracer;
import io.vimax.schemas.Topics;
import io.vimax.schemas.conversation.v1.EditRequested;
import io.vimax.testing.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@ContextConfiguration(initializers = TestServers.class)
class EventsTest {

    @Autowired
    Events events;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Tracer tracer;

    @Autowired
    ConsumerFactory<String, EditRequested> consumers;

    @Test
    void reachKafkaInOrderWithTheTraceOfTheirTransaction() {
        UUID conversation = UUID.randomUUID();
        var span = tracer.nextSpan().name("test").start();
        try (var _ = tracer.withSpan(span)) {
            for (int version = 1; version <= 20; version++) {
                EditRequested event = anEdit(conversation, version);
                transactions.executeWithoutResult(_ -> events.publish(Topics.EDIT_REQUESTED, conversation, event));
            }
        } finally {
            span.end();
        }

        List<ConsumerRecord<String, EditRequested>> records = recordsOf(conversation, 20);

        assertThat(records)
                .extracting(record -> record.value().getVersion())
                .isSorted()
                .hasSize(20);
        assertThat(records)
                .allSatisfy(record -> assertThat(new String(
                                record.headers().lastHeader("traceparent").value(),
                                java.nio.charset.StandardCharsets.US_ASCII))
                        .contains(span.context().traceId()));
    }

    @Test
    void refuseToBeWrittenOutsideATransaction() {
        UUID conversation = UUID.randomUUID();

        assertThatThrownBy(() -> events.publish(Topics.EDIT_REQUESTED, conversation, anEdit(conversation, 1)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private List<ConsumerRecord<String, EditRequested>> recordsOf(UUID key, int count) {
        List<ConsumerRecord<String, EditRequested>> records = new ArrayList<>();
        try (var consumer = consumers.createConsumer("events-test-" + key, null, null, null)) {
            consumer.subscribe(List.of(Topics.EDIT_REQUESTED.name()));
            Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().equals(key.toString())) {
                        records.add(record);
                    }
                });
                return records.size() >= count;
            });
        }
        return records;
    }

    private static EditRequested anEdit(UUID conversation, long version) {
        return EditRequested.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(Instant.parse("2026-11-22T10:00:00Z").truncatedTo(ChronoUnit.MILLIS))
                .setUserId(UUID.randomUUID())
                .setVersion(version)
                .setConversationId(conversation)
                .setEpisodeId(UUID.randomUUID())
                .setAction("regenerate_shot")
                .setInstruction("Make it night")
                .build();
    }
}
