package io.vimax.editor.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.transaction.CannotCreateTransactionException;

class ConsumerErrorsTest {

    static Exception[] away() {
        return new Exception[] {
            new DataAccessResourceFailureException("no connection"),
            new CannotCreateTransactionException("no connection"),
            new IllegalStateException(new IOException("registry away"))
        };
    }

    @ParameterizedTest
    @MethodSource("away")
    @SuppressWarnings("unchecked")
    void keepTheRecordWhileWhatItNeedsIsAway(Exception cause) {
        KafkaTemplate<String, SpecificRecordBase> kafka = mock();
        MessageListenerContainer container = mock();
        when(container.isRunning()).thenReturn(true);
        var handler = new EventConfiguration().consumerErrors(kafka);

        boolean dealtWith = handler.handleOne(
                new ListenerExecutionFailedException("failed", cause),
                new ConsumerRecord<>("topic", 0, 0, "key", "value"),
                mock(Consumer.class),
                container);

        assertThat(dealtWith).isFalse();
    }
}
