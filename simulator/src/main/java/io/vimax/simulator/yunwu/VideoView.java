package io.vimax.simulator.yunwu;

import io.vimax.simulator.desk.Desk;
import io.vimax.simulator.desk.Json;
import io.vimax.simulator.desk.PolledJob;
import io.vimax.simulator.job.Job;
import io.vimax.simulator.scenario.Scenario;
import io.vimax.simulator.scenario.Strikes;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** A job in the unified format. */
final class VideoView {

    private VideoView() {}

    static ObjectNode of(PolledJob polled, Desk desk) {
        Job job = polled.job();
        Strikes strikes = job.strikes();
        String status = status(polled);
        Instant changed = job.over(polled.now()) ? job.ends() : polled.now();
        ObjectNode body = Json.object().put("id", shownId(job));
        ObjectNode detail = Json.object().put("id", job.id());
        if (!strikes.has(Scenario.MISSING_STATUS)) {
            body.put("status", status);
            detail.put("status", status);
        }
        int percent = (int) Math.round(polled.share() * 100);
        detail.put("progress_pct", percent);
        String link = link(polled, desk);
        put(body, detail, strikes, link);
        String error = reason(polled, detail);
        body.put("enhanced_prompt", job.order().prompt())
                .put("status_update_time", changed.toEpochMilli())
                .put("progress", percent + "%")
                .set("detail", detail);
        return error.isEmpty() ? body.putNull("error") : body.put("error", error);
    }

    private static String shownId(Job job) {
        return job.strikes().has(Scenario.ID_WITHOUT_PREFIX) ? job.id().replaceFirst("^[^:]*:", "") : job.id();
    }

    private static String status(PolledJob polled) {
        Strikes strikes = polled.job().strikes();
        var unknown = strikes.find(Scenario.UNKNOWN_STATUS);
        if (unknown.isPresent()) {
            return unknown.get().argumentOr("thinking");
        }
        return switch (polled.standing()) {
            case QUEUED -> "pending";
            case RUNNING -> running(polled);
            case DONE ->
                strikes.find(Scenario.STATUS_WORD)
                        .map(strike -> strike.argumentOr("success"))
                        .orElse("completed");
            case FAILED -> strikes.has(Scenario.ERROR_STATE) ? "error" : "failed";
            case CANCELLED -> "cancelled";
        };
    }

    private static String running(PolledJob polled) {
        double share = polled.share();
        if (share < 0.2 && polled.job().order().imageCount() > 0) {
            return "image_downloading";
        }
        if (share < 0.8) {
            return "video_generating";
        }
        return share < 0.9 ? "video_generation_completed" : "video_upsampling";
    }

    private static String link(PolledJob polled, Desk desk) {
        Job job = polled.job();
        boolean done = polled.standing() == PolledJob.Standing.DONE
                && polled.showsLink()
                && !job.strikes().has(Scenario.UNKNOWN_STATUS)
                && !job.strikes().has(Scenario.MISSING_STATUS);
        return done ? desk.clipLink(job) : "";
    }

    private static void put(ObjectNode body, ObjectNode detail, Strikes strikes, String link) {
        if (link.isEmpty()) {
            body.putNull("video_url");
            return;
        }
        String place = strikes.find(Scenario.LINK_ELSEWHERE)
                .map(strike -> strike.argumentOr("upsample"))
                .orElse("everywhere");
        if (place.equals("everywhere")) {
            body.put("video_url", link);
        } else {
            body.putNull("video_url");
        }
        switch (place) {
            case "upsample" -> detail.put("upsample_video_url", link);
            case "generations" -> detail.putArray("generations").addObject().put("url", link);
            default -> detail.put("video_url", link);
        }
    }

    /** Puts the reason of a failure into the detail and returns what the answer itself says. */
    private static String reason(PolledJob polled, ObjectNode detail) {
        if (polled.standing() != PolledJob.Standing.FAILED) {
            detail.put("reason_str", "");
            return "";
        }
        String reason = polled.job().failure().orElse("");
        boolean onlyMarkdown = polled.job().strikes().has(Scenario.FAILED_IN_DETAIL);
        detail.put("reason_str", onlyMarkdown ? "" : reason).put("markdown_reason_str", "**Failed:** " + reason);
        return onlyMarkdown ? "" : reason;
    }
}
