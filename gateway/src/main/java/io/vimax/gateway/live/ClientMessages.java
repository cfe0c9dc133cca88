package io.vimax.gateway.live;

import io.vimax.gateway.live.LiveSocket.Signal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a client may say. */
@Component
class ClientMessages {

    private final JsonMapper json;

    ClientMessages(JsonMapper json) {
        this.json = json;
    }

    private record Message(
            @Nullable String action, @Nullable List<String> topics) {}

    /** Empty for anything else. */
    Optional<Signal> read(String text) {
        try {
            Message message = json.readValue(text, Message.class);
            if (message == null || message.action() == null) {
                return Optional.empty();
            }
            List<String> topics = message.topics() == null ? List.of() : message.topics();
            return switch (message.action()) {
                case "ping" -> Optional.of(new Signal.Ping());
                case "subscribe" ->
                    WatchedTopics.areKnown(topics) ? Optional.of(new Signal.Watch(topics)) : Optional.empty();
                case "unsubscribe" -> Optional.of(new Signal.Unwatch(topics));
                default -> Optional.empty();
            };
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
