package io.vimax.worker.provider.wire;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON from strangers: no deeper than any provider's, and nothing behind it. */
public final class StrictJson {

    /** The deepest answers known, candidates of Gemini, have eight levels. */
    private static final int DEEPEST = 40;

    /** A picture of 64 MB in Base64. */
    private static final int LONGEST_STRING = 96 * 1024 * 1024;

    private static final Pattern INDEX = Pattern.compile("\\d{1,4}");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_STRING)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /** Empty if it is no JSON object. */
    public static Optional<JsonNode> object(byte[] text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The text of the first of these paths, such as {@code detail.video_url}, that has some; numbers count as text. */
    public static String text(JsonNode node, String... paths) {
        for (String path : paths) {
            JsonNode found = node;
            for (String name : path.split("\\.")) {
                found = found.isArray() && INDEX.matcher(name).matches()
                        ? found.path(Integer.parseInt(name))
                        : found.path(name);
            }
            if ((found.isString() || found.isNumber()) && !found.asString().isBlank()) {
                return found.asString();
            }
        }
        return "";
    }

    public static byte[] bytes(JsonNode node) {
        return JSON.writeValueAsBytes(node);
    }

    public static <T> T read(byte[] text, Class<T> type) {
        return JSON.readValue(text, type);
    }

    public static byte[] write(Object value) {
        return JSON.writeValueAsBytes(value);
    }
}
