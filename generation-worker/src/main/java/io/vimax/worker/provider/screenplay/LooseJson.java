package io.vimax.worker.provider.screenplay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the JSON object in what a model said: between fences and words, with commas too many, with its last brackets missing. A
 * value that broke off in the middle is not completed.
 */
final class LooseJson {

    private static final int DEEPEST = 40;
    private static final int MOST_BEGINNINGS = 50;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .build())
            .build();

    private LooseJson() {}

    /** The first object that has this field. */
    static Optional<JsonNode> find(String said, String field) {
        int at = said.indexOf('{');
        for (int tries = 0; at >= 0 && tries < MOST_BEGINNINGS; tries++) {
            Optional<JsonNode> found = read(said.substring(at)).filter(node -> node.isObject() && node.has(field));
            if (found.isPresent()) {
                return found;
            }
            at = said.indexOf('{', at + 1);
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> read(String text) {
        try {
            return Optional.of(JSON.readTree(balanced(text)));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The text up to the bracket that closes the first one, with what is missing added. */
    private static String balanced(String text) {
        Deque<Character> open = new ArrayDeque<>();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (quoted) {
                if (letter == '\\') {
                    i++;
                } else if (letter == '"') {
                    quoted = false;
                }
                continue;
            }
            switch (letter) {
                case '"' -> quoted = true;
                case '{' -> open.push('}');
                case '[' -> open.push(']');
                case '}', ']' -> {
                    open.poll();
                    if (open.isEmpty()) {
                        return text.substring(0, i + 1);
                    }
                }
                default -> {}
            }
        }
        var closed = new StringBuilder(text.strip().replaceFirst("`+$", "").strip());
        open.forEach(closed::append);
        return closed.toString();
    }
}
