package io.vimax.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The events as an AsyncAPI 3.0.0 document; the same topics give the same text. */
final class AsyncApi {

    private static final String AVRO = "application/vnd.apache.avro;version=1.12.1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private AsyncApi() {}

    static String yaml(List<Topic<?>> topics) {
        var mapper = new ObjectMapper(YAMLFactory.builder()
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .build());
        try {
            return "# Generated from the schemas module; a test fails when it is stale.\n"
                    + "# Write it anew: mvn -pl schemas test -Dvimax.docs.write=true\n"
                    + mapper.writeValueAsString(document(topics));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> document(List<Topic<?>> topics) {
        Map<String, Object> channels = new LinkedHashMap<>();
        Map<String, Object> operations = new TreeMap<>();
        Map<String, Object> messages = new LinkedHashMap<>();
        for (Topic<?> topic : topics) {
            channels.put(id(topic), channel(topic));
            topic.writers()
                    .forEach(service -> operations.put(
                            service + "-sends-" + ReleasedSchemas.shortName(topic), operation(topic, service, "send")));
            topic.readers()
                    .forEach(service -> operations.put(
                            service + "-receives-" + ReleasedSchemas.shortName(topic),
                            operation(topic, service, "receive")));
            messages.put(topic.schema().getName(), message(topic));
        }
        return map(
                "asyncapi",
                "3.0.0",
                "info",
                map(
                        "title", "ViMax events",
                        "version", "0.1.0",
                        "description",
                                "What the services of ViMax tell each other by Kafka, open to other systems. Values are Avro in "
                                        + "the Confluent wire format (a zero byte, the schema id in 4 bytes, the record); schemas are in "
                                        + "the registry under <topic>-value. Keys are UUIDs as text. Delivery is at least once: drop "
                                        + "repeats by event_id. Records of one key keep their order."),
                "defaultContentType",
                "application/vnd.apache.avro+binary",
                "channels",
                channels,
                "operations",
                operations,
                "components",
                map("messages", messages, "schemas", map("TraceHeaders", traceHeaders())));
    }

    private static Map<String, Object> channel(Topic<?> topic) {
        String message = topic.schema().getName();
        return map(
                "address", topic.name(),
                "title", message,
                "description", topic.schema().getDoc(),
                "messages", map(message, ref("#/components/messages/" + message)),
                "bindings",
                        map(
                                "kafka",
                                map(
                                        "topic", topic.name(),
                                        "partitions", topic.partitions(),
                                        "topicConfiguration",
                                                map(
                                                        "cleanup.policy", List.of("delete"),
                                                        "retention.ms",
                                                                topic.retention()
                                                                        .toMillis()),
                                        "bindingVersion", "0.5.0")),
                "x-key", topic.key(),
                "x-partitions", topic.partitions(),
                "x-retention", topic.retention().toString(),
                "x-writers", topic.writers(),
                "x-readers", topic.readers(),
                "x-subject", topic.subject(),
                "x-dead-letters", topic.deadLetterName());
    }

    private static Map<String, Object> operation(Topic<?> topic, String service, String action) {
        String channel = "#/channels/" + id(topic);
        return map(
                "action",
                action,
                "channel",
                ref(channel),
                "messages",
                List.of(ref(channel + "/messages/" + topic.schema().getName())),
                "x-service",
                service);
    }

    private static Map<String, Object> message(Topic<?> topic) {
        return map(
                "name", topic.schema().getFullName(),
                "title", topic.schema().getName(),
                "summary", topic.schema().getDoc(),
                "contentType", "application/vnd.apache.avro+binary",
                "headers", ref("#/components/schemas/TraceHeaders"),
                "bindings",
                        map(
                                "kafka",
                                map(
                                        "key",
                                                map(
                                                        "type",
                                                        "string",
                                                        "format",
                                                        "uuid",
                                                        "description",
                                                        "The " + topic.key()),
                                        "schemaIdLocation", "payload",
                                        "schemaIdPayloadEncoding", "confluent",
                                        "bindingVersion", "0.5.0")),
                "payload", map("schemaFormat", AVRO, "schema", avro(topic)));
    }

    private static Map<String, Object> traceHeaders() {
        return map(
                "type",
                "object",
                "properties",
                map(
                        "traceparent",
                        map(
                                "type", "string",
                                "description", "Trace context (W3C) of the transaction that made the event true")));
    }

    private static Object avro(Topic<?> topic) {
        try {
            return plain(JSON.readValue(topic.schema().toString(), Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the hints that only the Java classes need. */
    private static Object plain(Object node) {
        return switch (node) {
            case Map<?, ?> object -> {
                Map<String, Object> kept = new LinkedHashMap<>();
                object.forEach((name, value) -> {
                    if (!"avro.java.string".equals(name)) {
                        kept.put(String.valueOf(name), value == null ? NullNode.getInstance() : plain(value));
                    }
                });
                yield kept.size() == 1 && kept.get("type") instanceof String type ? type : kept;
            }
            case List<?> array -> array.stream().map(AsyncApi::plain).toList();
            default -> node;
        };
    }

    /** {@code generationRequested} for {@code vimax.generation.requested.v1}. */
    private static String id(Topic<?> topic) {
        String name = topic.schema().getName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static Map<String, Object> ref(String place) {
        return map("$ref", place);
    }

    /** Names and values in turn, in this order. */
    private static Map<String, Object> map(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        Stream.iterate(0, i -> i < entries.length, i -> i + 2)
                .forEach(i -> map.put(String.valueOf(entries[i]), entries[i + 1]));
        return map;
    }
}
