package io.vimax.simulator;

import io.vimax.simulator.desk.Json;
import io.vimax.simulator.scenario.Armed;
import io.vimax.simulator.scenario.Operation;
import io.vimax.simulator.scenario.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Triggers of scenarios in JSON. */
final class ScenarioForms {

    private static final Set<String> FIELDS =
            Set.of("scenario", "times", "on", "provider", "model", "account", "key", "argument");

    private ScenarioForms() {}

    /** @throws IllegalArgumentException if a field is unknown or wrong, since a trigger with a slip would never strike */
    static Armed read(JsonNode form) {
        form.propertyNames().stream()
                .filter(field -> !FIELDS.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw new IllegalArgumentException("No field " + field + "; there are " + FIELDS);
                });
        Optional<String> name = Json.string(form, "scenario");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("scenario is required");
        }
        Operation on = Json.string(form, "on")
                .map(operation -> Operation.valueOf(operation.toUpperCase(Locale.ROOT)))
                .orElse(null);
        return new Armed(
                Scenario.named(name.get()),
                form.path("times").asInt(1),
                on,
                text(form, "provider"),
                text(form, "model"),
                text(form, "account"),
                text(form, "key"),
                form.path("argument").isMissingNode()
                        ? null
                        : form.get("argument").asString());
    }

    static ArrayNode list(List<Armed> armed) {
        ArrayNode list = Json.object().putArray("armed");
        armed.forEach(each -> {
            ObjectNode form =
                    list.addObject().put("scenario", each.scenario().wireName()).put("times", each.times());
            Operation on = each.on();
            put(form, "on", on == null ? null : on.name().toLowerCase(Locale.ROOT));
            put(form, "provider", each.provider());
            put(form, "model", each.model());
            put(form, "account", each.account());
            put(form, "key", each.key());
            put(form, "argument", each.argument());
        });
        return list;
    }

    private static @Nullable String text(JsonNode form, String field) {
        return Json.string(form, field).orElse(null);
    }

    private static void put(ObjectNode form, String field, @Nullable String value) {
        if (value != null) {
            form.put(field, value);
        }
    }
}
