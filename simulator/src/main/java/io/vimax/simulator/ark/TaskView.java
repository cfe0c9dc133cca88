package io.vimax.simulator.ark;

import io.vimax.simulator.desk.Desk;
import io.vimax.simulator.desk.Json;
import io.vimax.simulator.desk.PolledJob;
import io.vimax.simulator.job.Job;
import io.vimax.simulator.job.Order;
import io.vimax.simulator.scenario.Scenario;
import io.vimax.simulator.scenario.Strikes;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** A task as Ark shows it. */
final class TaskView {

    private TaskView() {}

    static ObjectNode of(PolledJob polled, Desk desk) {
        Job job = polled.job();
        Order order = job.order();
        String status = status(polled);
        ObjectNode body = Json.object()
                .put(
                        "id",
                        job.strikes().has(Scenario.ID_WITHOUT_PREFIX) ? job.id().replaceFirst("^cgt-", "") : job.id())
                .put("model", order.model().name());
        if (!job.strikes().has(Scenario.MISSING_STATUS)) {
            body.put("status", status);
        }
        switch (polled.standing()) {
            case DONE -> {
                ObjectNode content = body.putObject("content");
                if (polled.showsLink() && !unknown(job.strikes())) {
                    content.put("video_url", desk.clipLink(job));
                }
                int tokens = order.size().width() * order.size().height() / 1024 * 24 * order.seconds();
                body.putObject("usage").put("completion_tokens", tokens).put("total_tokens", tokens);
            }
            case FAILED -> {
                boolean content = job.strikes().has(Scenario.CONTENT_FAILED);
                body.putObject("error")
                        .put("code", content ? "OutputVideoSensitiveContentDetected" : "InternalServiceError")
                        .put("message", job.failure().orElse(""));
            }
            case QUEUED, RUNNING, CANCELLED -> {}
        }
        Instant updated = job.over(polled.now()) ? job.ends() : polled.now();
        return body.put("created_at", job.begins().getEpochSecond())
                .put("updated_at", updated.getEpochSecond())
                .put("resolution", Math.min(order.size().width(), order.size().height()) + "p")
                .put("duration", order.seconds())
                .put("framespersecond", 24);
    }

    private static String status(PolledJob polled) {
        Strikes strikes = polled.job().strikes();
        if (unknown(strikes)) {
            return strikes.find(Scenario.UNKNOWN_STATUS).orElseThrow().argumentOr("thinking");
        }
        return switch (polled.standing()) {
            case QUEUED -> "queued";
            case RUNNING -> "running";
            case DONE ->
                strikes.find(Scenario.STATUS_WORD)
                        .map(strike -> strike.argumentOr("success"))
                        .orElse("succeeded");
            case FAILED -> strikes.has(Scenario.ERROR_STATE) ? "error" : "failed";
            case CANCELLED -> "cancelled";
        };
    }

    private static boolean unknown(Strikes strikes) {
        return strikes.has(Scenario.UNKNOWN_STATUS);
    }
}
