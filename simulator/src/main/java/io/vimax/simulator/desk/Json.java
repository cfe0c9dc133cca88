package io.vimax.simulator.desk;

import io.vimax.simulator.http.Reply;
import java.util.Optional;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON in and out. */
public final class Json {

    /** Pictures come as strings of many megabytes. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(64 * 1024 * 1024)
                            .build())
                    .build())
            .build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /**
     * Reads one document.
     *
     * @throws tools.jackson.core.JacksonException if it is no JSON
     */
    public static JsonNode read(byte[] body) {
        return MAPPER.readTree(body);
    }

    public static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    public static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    public static Reply.Full reply(int status, JsonNode body) {
        return Reply.of(status, "application/json", bytes(body));
    }

    /** A text field; empty if it is missing, null or no text. */
    public static Optional<String> string(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    /** A text field that has to be there. */
    public static String required(JsonNode node, String field) {
        return string(node, field)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> CallRefused.unacceptable(field, field + " is required and must be a text"));
    }

    /** A number that may be missing. */
    public static Optional<Integer> integer(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber()) {
            throw CallRefused.unacceptable(field, field + " must be a whole number");
        }
        return Optional.of(value.intValue());
    }
}
