package io.vimax.simulator.openai;

import io.vimax.simulator.desk.Call;
import io.vimax.simulator.desk.CallRefused;
import io.vimax.simulator.desk.Json;
import io.vimax.simulator.desk.Refusal;
import io.vimax.simulator.http.Reply;
import io.vimax.simulator.model.ModelCard;
import io.vimax.simulator.scenario.Operation;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /v1/models} and {@code GET /v1/models/{id}}. */
public final class ModelList {

    private static final long CREATED = 1_735_689_600L;

    private ModelList() {}

    public static Reply all(Call call) throws InterruptedException {
        String provider = call.caller().account().provider();
        return call.read(Operation.LIST, "", () -> {
            ObjectNode body = Json.object().put("object", "list");
            var data = body.putArray("data");
            call.desk().catalogue().of(provider).forEach(model -> data.add(entry(model)));
            return Json.reply(200, body);
        });
    }

    public static Reply one(Call call, String name) throws InterruptedException {
        String provider = call.caller().account().provider();
        return call.read(
                Operation.LIST,
                name,
                () -> call.desk()
                        .catalogue()
                        .find(provider, name)
                        .map(model -> Json.reply(200, entry(model)))
                        .orElseThrow(() -> new CallRefused(new Refusal.UnknownModel(name))));
    }

    private static ObjectNode entry(ModelCard model) {
        return Json.object()
                .put("id", model.name())
                .put("object", "model")
                .put("created", CREATED)
                .put("owned_by", model.provider());
    }
}
