package io.vimax.standalone.simulate;

import io.vimax.standalone.demo.VimaxApi;
import io.vimax.standalone.demo.VimaxApi.Answer;
import io.vimax.standalone.simulate.Simulation.Account;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the simulator's keys into the key pool through the public API, with their accounts and limits. What is there already stays,
 * only its address follows the simulator's port, which another program may have taken since.
 */
public final class SimulatedKeys {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final VimaxApi api;
    private final Simulation simulation;

    public SimulatedKeys(VimaxApi api, Simulation simulation) {
        this.api = api;
        this.simulation = simulation;
    }

    /** @throws IOException in words, if the pool cannot take them now; trying again is right */
    void put() throws IOException, InterruptedException {
        String address = simulation.url(Simulation.PROVIDER);
        Map<String, JsonNode> there = byName("/api/v1/api-keys?service_type=" + Simulation.PROVIDER, "label");
        Map<String, JsonNode> scopes = byName("/api/v1/quota-scopes?service_type=" + Simulation.PROVIDER, "name");
        for (Account account : Simulation.accounts()) {
            if (!scopes.containsKey(account.name())) {
                require(api.post("/api/v1/quota-scopes", scope(account), once()));
            }
            for (Map.Entry<String, String> key : Simulation.names(account).entrySet()) {
                Optional<JsonNode> known = Optional.ofNullable(there.get(key.getKey()));
                if (known.isEmpty()) {
                    require(api.post("/api/v1/api-keys", key(account, key, address), once()));
                } else if (!address.equals(known.get().path("base_url").asString(""))) {
                    String id = known.get().path("id").asString("");
                    require(api.patch(
                            "/api/v1/api-keys/" + id, JSON.createObjectNode().put("base_url", address)));
                }
            }
        }
    }

    private Map<String, JsonNode> byName(String path, String field) throws IOException, InterruptedException {
        Map<String, JsonNode> found = new HashMap<>();
        JsonNode items = require(api.get(path + "&limit=200", Optional.empty())).path("items");
        items.forEach(item -> found.put(item.path(field).asString(""), item));
        return found;
    }

    private static ObjectNode scope(Account account) {
        ObjectNode scope =
                JSON.createObjectNode().put("service_type", Simulation.PROVIDER).put("name", account.name());
        ArrayNode limits = scope.putArray("limits");
        limits.addObject().put("model", "*").put("kind", "requests_per_minute").put("most", account.perMinute());
        limits.addObject().put("model", "*").put("kind", "in_flight").put("most", account.inFlight());
        return scope;
    }

    private static ObjectNode key(Account account, Map.Entry<String, String> key, String address) {
        return JSON.createObjectNode()
                .put("service_type", Simulation.PROVIDER)
                .put("key", key.getValue())
                .put("label", key.getKey())
                .put("scope", account.name())
                .put("base_url", address);
    }

    private static String once() {
        return UUID.randomUUID().toString();
    }

    private static JsonNode require(Answer answer) throws IOException {
        if (!answer.ok()) {
            throw new IOException("the key pool does not take the simulator's keys: " + answer.words());
        }
        return answer.body();
    }
}
