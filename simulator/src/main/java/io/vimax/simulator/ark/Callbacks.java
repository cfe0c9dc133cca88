package io.vimax.simulator.ark;

import io.vimax.simulator.desk.Call;
import io.vimax.simulator.desk.CallRefused;
import io.vimax.simulator.desk.Desk;
import io.vimax.simulator.desk.Json;
import io.vimax.simulator.desk.PolledJob;
import io.vimax.simulator.job.Job;
import io.vimax.simulator.ledger.Subject;
import io.vimax.simulator.scenario.Scenario;
import java.net.URI;
import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/** Tells a caller that its task runs and that it is over, with the same body that a poll gets. */
final class Callbacks {

    private Callbacks() {}

    static void schedule(Call call, Job job) {
        String address = job.order().callback();
        if (address == null || job.strikes().has(Scenario.NO_WEBHOOK)) {
            return;
        }
        URI target;
        try {
            target = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw CallRefused.unacceptable("callback_url", "callback_url is no address");
        }
        Desk desk = call.desk();
        Subject subject = call.subject(job.order().model().name()).withJob(job.id());
        if (!desk.webhooks().reaches(target, subject)) {
            return;
        }
        int times = job.strikes().has(Scenario.DOUBLE_WEBHOOK) ? 2 : 1;
        Duration takes = Duration.between(job.begins(), job.ends());
        desk.webhooks().send(target, takes.dividedBy(5), times, subject, () -> Json.text(started(job, desk)));
        desk.webhooks().send(target, takes, times, subject, () -> Json.text(view(job, desk)));
    }

    private static ObjectNode started(Job job, Desk desk) {
        return job.strikes().has(Scenario.LYING_WEBHOOK) ? view(job, desk).put("status", "succeeded") : view(job, desk);
    }

    private static ObjectNode view(Job job, Desk desk) {
        return TaskView.of(new PolledJob(job, desk.clock().instant(), new Job.Polls(0, 0)), desk);
    }
}
