package io.vimax.simulator.chat;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a model is asked, by whichever protocol.
 *
 * @param messages oldest first
 * @param jsonWanted whether the request asks for JSON
 * @param body the request as it came, for what the other fields leave out, such as a schema
 */
public record ChatQuestion(String provider, String model, List<Message> messages, boolean jsonWanted, JsonNode body) {

    public ChatQuestion {
        messages = List.copyOf(messages);
    }

    /**
     * One message; pictures are left out.
     *
     * @param role system, user or assistant
     */
    public record Message(String role, String text) {}

    /** What the user said last; empty if nothing. */
    public String lastText() {
        return messages.reversed().stream()
                .filter(message -> message.role().equals("user"))
                .findFirst()
                .map(Message::text)
                .orElse("");
    }

    /** Everything that was said, for counting tokens. */
    public int letters() {
        return messages.stream().mapToInt(message -> message.text().length()).sum();
    }
}
