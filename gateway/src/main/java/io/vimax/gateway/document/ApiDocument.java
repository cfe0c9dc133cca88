package io.vimax.gateway.document;

import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Merges OpenAPI documents. Only paths that the gateway routes are taken. Two parts may use one name for different schemas: the
 * later one's gets its part's name in front.
 */
final class ApiDocument {

    private static final String PUBLIC = "/api/v1/";
    private static final String REFERENCE = "#/components/schemas/";

    private final ObjectNode paths;
    private final ObjectNode schemas;
    private final ObjectNode merged;

    private ApiDocument(JsonMapper json) {
        merged = json.createObjectNode();
        merged.put("openapi", "3.1.0");
        merged.putObject("info").put("title", "ViMax").put("version", "v1");
        merged.putArray("servers").addObject().put("url", "/");
        paths = merged.putObject("paths");
        schemas = merged.putObject("components").putObject("schemas");
    }

    /**
     * Merges the documents of all parts.
     *
     * @param documents name of the part, such as editor-service, and its document
     */
    static ObjectNode of(JsonMapper json, SortedMap<String, JsonNode> documents) {
        var all = new ApiDocument(json);
        documents.forEach(all::add);
        return all.merged;
    }

    private void add(String part, JsonNode document) {
        Map<String, String> names = new HashMap<>();
        for (Entry<String, JsonNode> schema :
                document.path("components").path("schemas").properties()) {
            JsonNode taken = schemas.get(schema.getKey());
            boolean free = taken == null || taken.equals(schema.getValue());
            names.put(schema.getKey(), free ? schema.getKey() : prefix(part) + schema.getKey());
        }
        for (Entry<String, JsonNode> schema :
                document.path("components").path("schemas").properties()) {
            schemas.set(names.getOrDefault(schema.getKey(), schema.getKey()), renamed(schema.getValue(), names));
        }
        for (Entry<String, JsonNode> path : document.path("paths").properties()) {
            if (path.getKey().startsWith(PUBLIC)) {
                paths.set(path.getKey(), renamed(path.getValue(), names));
            }
        }
    }

    /** EditorService for editor-service. */
    private static String prefix(String part) {
        var prefix = new StringBuilder();
        for (String word : part.split("-", -1)) {
            prefix.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return prefix.toString();
    }

    private static JsonNode renamed(JsonNode node, Map<String, String> names) {
        JsonNode copy = node.deepCopy();
        rename(copy, names);
        return copy;
    }

    private static void rename(JsonNode node, Map<String, String> names) {
        if (node instanceof ObjectNode object) {
            JsonNode reference = object.get("$ref");
            if (reference != null && reference.asString("").startsWith(REFERENCE)) {
                String name = reference.asString().substring(REFERENCE.length());
                object.put("$ref", REFERENCE + names.getOrDefault(name, name));
            }
            object.properties().forEach(property -> rename(property.getValue(), names));
        } else if (node instanceof ArrayNode array) {
            array.forEach(item -> rename(item, names));
        }
    }
}
