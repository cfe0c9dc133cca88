package io.vimax.simulator.google;

import io.vimax.simulator.desk.Call;
import io.vimax.simulator.desk.Json;
import io.vimax.simulator.desk.PolledJob;
import io.vimax.simulator.http.Reply;
import io.vimax.simulator.job.Job;
import io.vimax.simulator.job.Order;
import io.vimax.simulator.model.ModelCard;
import io.vimax.simulator.model.WorkKind;
import io.vimax.simulator.scenario.Operation;
import io.vimax.simulator.scenario.Scenario;
import io.vimax.simulator.scenario.Strikes;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Veo clips: {@code :predictLongRunning} and the operation that it starts. */
final class VeoOperations {

    private VeoOperations() {}

    static Reply create(Call call, String modelName) throws InterruptedException {
        call.caller();
        ModelCard model = call.model(modelName, WorkKind.VIDEO);
        Order order = VeoRequest.read(call, model);
        return call.intake()
                .later(
                        order,
                        word -> "models/" + modelName + "/operations/" + word.toLowerCase(Locale.ROOT),
                        job -> Json.reply(200, Json.object().put("name", job.id())));
    }

    static Reply get(Call call, String name) throws InterruptedException {
        call.caller();
        return call.read(Operation.POLL, call.modelOf(name), () -> Json.reply(200, view(call, call.poll(name))));
    }

    private static ObjectNode view(Call call, PolledJob polled) {
        Job job = polled.job();
        Strikes strikes = job.strikes();
        ObjectNode body = Json.object()
                .put("name", strikes.has(Scenario.ID_WITHOUT_PREFIX) ? job.id().replaceFirst(".*/", "") : job.id());
        // An operation has no state but done, so one that nobody knows looks like one that runs.
        boolean unknown = strikes.has(Scenario.UNKNOWN_STATUS) || strikes.has(Scenario.MISSING_STATUS);
        return switch (polled.standing()) {
            case QUEUED, RUNNING, CANCELLED -> body;
            case DONE -> unknown ? body : done(call, polled, body);
            case FAILED -> {
                if (strikes.has(Scenario.CONTENT_FAILED)) {
                    ObjectNode filtered = response(body.put("done", true));
                    filtered.put("raiMediaFilteredCount", 1);
                    filtered.putArray("raiMediaFilteredReasons")
                            .add(job.failure().orElse(""));
                    yield body;
                }
                body.put("done", true)
                        .putObject("error")
                        .put("code", 13)
                        .put("message", job.failure().orElse(""));
                yield body;
            }
        };
    }

    private static ObjectNode done(Call call, PolledJob polled, ObjectNode body) {
        ArrayNode samples = response(body.put("done", true)).putArray("generatedSamples");
        if (polled.showsLink()) {
            samples.addObject().putObject("video").put("uri", link(call, polled.job()));
        }
        return body;
    }

    private static String link(Call call, Job job) {
        if (job.strikes().has(Scenario.LINK_TO_METADATA) || job.strikes().has(Scenario.LINK_TO_LOCALHOST)) {
            return call.desk().clipLink(job);
        }
        return call.desk().url() + "/google/v1beta/files/" + call.desk().lockedClip(job) + ":download?alt=media";
    }

    private static ObjectNode response(ObjectNode body) {
        return body.putObject("response")
                .put("@type", "type.googleapis.com/google.ai.generativelanguage.v1beta.PredictLongRunningResponse")
                .putObject("generateVideoResponse");
    }
}
