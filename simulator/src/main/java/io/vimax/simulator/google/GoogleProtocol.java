package io.vimax.simulator.google;

import io.vimax.simulator.account.RetryHint;
import io.vimax.simulator.desk.Call;
import io.vimax.simulator.desk.CallRefused;
import io.vimax.simulator.desk.Downloads;
import io.vimax.simulator.desk.Json;
import io.vimax.simulator.desk.Protocol;
import io.vimax.simulator.desk.Refusal;
import io.vimax.simulator.http.Reply;
import io.vimax.simulator.http.Request;
import io.vimax.simulator.scenario.Operation;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The Gemini API, below {@code /google}. */
public final class GoogleProtocol implements Protocol {

    private static final Pattern METHOD = Pattern.compile("POST /v1beta/models/([^/:]+):([A-Za-z]+)");
    private static final Pattern OPERATION = Pattern.compile("GET /v1beta/(models/[^/]+/operations/[^/]+)");
    private static final Pattern FILE = Pattern.compile("GET /v1beta/files/([A-Za-z0-9]+):download");

    @Override
    public String name() {
        return "google";
    }

    @Override
    public Reply answer(Call call) throws InterruptedException {
        Matcher method = METHOD.matcher(call.route());
        if (method.matches()) {
            String model = String.valueOf(method.group(1));
            return switch (String.valueOf(method.group(2))) {
                case "generateContent" -> GenerateContent.answer(call, model, false);
                case "streamGenerateContent" -> GenerateContent.answer(call, model, true);
                case "predictLongRunning" -> VeoOperations.create(call, model);
                default -> throw new CallRefused(new Refusal.UnknownPath(call.route()));
            };
        }
        Matcher operation = OPERATION.matcher(call.route());
        if (operation.matches()) {
            return VeoOperations.get(call, String.valueOf(operation.group(1)));
        }
        Matcher file = FILE.matcher(call.route());
        if (file.matches()) {
            call.caller();
            return Downloads.answer(call, String.valueOf(file.group(1)));
        }
        if (call.route().equals("GET /v1beta/models")) {
            return models(call);
        }
        throw new CallRefused(new Refusal.UnknownPath(call.route()));
    }

    private static Reply models(Call call) throws InterruptedException {
        call.caller();
        return call.read(Operation.LIST, "", () -> {
            ObjectNode body = Json.object();
            ArrayNode models = body.putArray("models");
            call.desk().catalogue().of("google").forEach(model -> {
                ObjectNode entry =
                        models.addObject().put("name", "models/" + model.name()).put("displayName", model.name());
                ArrayNode methods = entry.putArray("supportedGenerationMethods");
                switch (model.kind()) {
                    case CHAT, IMAGE, SPEECH -> methods.add("generateContent");
                    case VIDEO -> methods.add("predictLongRunning");
                }
            });
            return Json.reply(200, body);
        });
    }

    @Override
    public Optional<String> secret(Request request) {
        return request.header("x-goog-api-key").or(() -> request.query("key")).filter(secret -> !secret.isBlank());
    }

    @Override
    public Set<RetryHint> usualHints() {
        return Set.of(RetryHint.BODY);
    }

    @Override
    public Reply.Full refuse(Refusal refusal, Request request, String requestId) {
        return GoogleErrors.of(refusal);
    }
}
