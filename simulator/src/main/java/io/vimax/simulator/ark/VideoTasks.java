package io.vimax.simulator.ark;

import io.vimax.simulator.desk.Call;
import io.vimax.simulator.desk.CallRefused;
import io.vimax.simulator.desk.Desk;
import io.vimax.simulator.desk.Json;
import io.vimax.simulator.desk.PolledJob;
import io.vimax.simulator.desk.Refusal;
import io.vimax.simulator.http.Reply;
import io.vimax.simulator.job.Job;
import io.vimax.simulator.job.Order;
import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.simulator.scenario.Operation;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code .../contents/generations/tasks}: create, read, list and call off. */
public final class VideoTasks {

    private static final int MOST_PAGES = 500;
    private static final int USUAL_PAGE = 20;

    private VideoTasks() {}

    /**
     * Answers every call at or below the path of the tasks.
     *
     * @param base the path of the tasks
     */
    public static Reply answer(Call call, String base) throws InterruptedException {
        String path = call.request().path();
        String method = call.request().method();
        if (path.equals(base)) {
            return switch (method) {
                case "POST" -> create(call);
                case "GET" -> list(call);
                default -> throw new CallRefused(new Refusal.UnknownPath(call.route()));
            };
        }
        String id = path.substring(base.length() + 1);
        return switch (method) {
            case "GET" -> get(call, id);
            case "DELETE" -> cancel(call, id);
            default -> throw new CallRefused(new Refusal.UnknownPath(call.route()));
        };
    }

    private static Reply create(Call call) throws InterruptedException {
        Order order = TaskRequest.read(call);
        String day = DateTimeFormatter.ofPattern("yyyyMMddHHmmss")
                .format(LocalDateTime.ofInstant(call.desk().clock().instant(), ZoneOffset.UTC));
        return call.intake().later(order, word -> "cgt-" + day + "-" + word, job -> {
            Callbacks.schedule(call, job);
            return Json.reply(200, Json.object().put("id", job.id()));
        });
    }

    private static Reply get(Call call, String id) throws InterruptedException {
        call.caller();
        return call.read(
                Operation.POLL, call.modelOf(id), () -> Json.reply(200, TaskView.of(call.poll(id), call.desk())));
    }

    /** Newest first; the documents filter by state, model and ids, of which the first and the last are here. */
    private static Reply list(Call call) throws InterruptedException {
        String account = call.caller().account().name();
        int page = number(call, "page_num", 1);
        int size = number(call, "page_size", USUAL_PAGE);
        List<String> ids = call.request().queryValues("filter.task_ids");
        String status = call.request().query("filter.status").orElse("");
        return call.read(Operation.LIST, "", () -> {
            Desk desk = call.desk();
            Instant now = desk.clock().instant();
            List<ObjectNode> found = desk.jobs().list().reversed().stream()
                    .filter(job -> job.caller().account().name().equals(account))
                    .filter(job -> ids.isEmpty() || ids.contains(job.id()))
                    .map(job -> TaskView.of(new PolledJob(job, now, new Job.Polls(0, 0)), desk))
                    .filter(view -> status.isEmpty()
                            || status.equals(view.path("status").asString("")))
                    .toList();
            ObjectNode body = Json.object().put("total", found.size());
            ArrayNode items = body.putArray("items");
            found.stream().skip((long) (page - 1) * size).limit(size).forEach(items::add);
            return Json.reply(200, body);
        });
    }

    /** Only a queued task can be called off; the status of the refusal is not documented. */
    private static Reply cancel(Call call, String id) throws InterruptedException {
        call.caller();
        return call.read(Operation.CANCEL, call.modelOf(id), () -> {
            Job job = call.ownJob(id);
            var polled = new PolledJob(job, call.desk().clock().instant(), new Job.Polls(0, 0));
            if (polled.standing() != PolledJob.Standing.QUEUED) {
                throw new CallRefused(new Refusal.NotNow("The task " + id + " is no longer queued"));
            }
            if (job.cancel()) {
                String model = job.order().model().name();
                call.desk()
                        .ledger()
                        .write(LedgerKind.CANCELLED, call.subject(model).withJob(id), "");
                if (job.refund()) {
                    call.desk()
                            .ledger()
                            .write(
                                    LedgerKind.REFUNDED,
                                    call.subject(model).withJob(id),
                                    job.order().model().micros(),
                                    "the job was called off");
                }
            }
            return Json.reply(200, Json.object());
        });
    }

    private static int number(Call call, String name, int usual) {
        String text = call.request().query(name).orElse(String.valueOf(usual));
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_PAGES) {
            throw CallRefused.unacceptable(name, name + " must be between 1 and 500");
        }
        return Integer.parseInt(text);
    }
}
