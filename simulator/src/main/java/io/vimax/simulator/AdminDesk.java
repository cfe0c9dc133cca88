package io.vimax.simulator;

import io.vimax.simulator.desk.Desk;
import io.vimax.simulator.desk.Json;
import io.vimax.simulator.http.HttpPort;
import io.vimax.simulator.http.Reply;
import io.vimax.simulator.http.Request;
import io.vimax.simulator.ledger.LedgerEntry;
import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.simulator.ledger.LedgerLines;
import io.vimax.simulator.model.Latency;
import io.vimax.simulator.model.LatencyProfile;
import io.vimax.simulator.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an operator of the simulator may do, below {@code /_sim}; {@code docs/simulator.md} lists it. */
final class AdminDesk {

    static final String PREFIX = "/_sim";

    private static final Duration LONGEST_REFUSAL = Duration.ofMinutes(10);

    private final Desk desk;
    private final HttpPort port;

    AdminDesk(Desk desk, HttpPort port) {
        this.desk = desk;
        this.port = port;
    }

    Reply answer(Request request) {
        try {
            return route(request);
        } catch (IllegalArgumentException | JacksonException e) {
            return Json.reply(400, Json.object().put("error", String.valueOf(e.getMessage())));
        }
    }

    private Reply route(Request request) {
        String route = request.method() + " " + request.path();
        return switch (route) {
            case "GET /health" -> Json.reply(200, Json.object().put("status", "UP"));
            case "GET /ledger" -> ledger(request);
            case "GET /summary" -> Json.reply(200, summary());
            case "GET /jobs" -> Json.reply(200, jobs());
            case "GET /scenarios" ->
                Json.reply(200, ScenarioForms.list(desk.scenarios().armed()));
            case "POST /scenarios" -> {
                desk.scenarios().arm(ScenarioForms.read(Json.read(request.body())));
                yield done();
            }
            case "DELETE /scenarios" -> {
                desk.scenarios().disarmAll();
                yield done();
            }
            case "GET /scenarios/catalogue" -> Json.reply(200, catalogue());
            case "GET /accounts" ->
                Json.reply(200, AccountsFile.list(desk.accounts().list()));
            case "POST /accounts" -> {
                AccountsFile.read(Json.read(request.body())).forEach(desk.accounts()::open);
                yield done();
            }
            case "POST /latency" -> {
                desk.latency(latency(Json.read(request.body())));
                yield done();
            }
            case "POST /refuse" -> refuse(request);
            case "POST /reset" -> {
                desk.reset();
                yield done();
            }
            default -> deleteOrUnknown(route);
        };
    }

    private Reply deleteOrUnknown(String route) {
        String scenario = "DELETE /scenarios/";
        String account = "DELETE /accounts/";
        String key = "DELETE /keys/";
        if (route.startsWith(scenario)) {
            desk.scenarios().disarm(Scenario.named(route.substring(scenario.length())));
        } else if (route.startsWith(account)) {
            desk.accounts().close(route.substring(account.length()));
        } else if (route.startsWith(key)) {
            desk.accounts().revoke(route.substring(key.length()));
        } else {
            return Json.reply(404, Json.object().put("error", "No such path; docs/simulator.md lists them"));
        }
        return done();
    }

    private static Reply done() {
        return new Reply.Full(204, Map.of(), new byte[0]);
    }

    /** Lines of JSON, filtered by {@code since}, {@code kind}, {@code account}, {@code job} and {@code text}. */
    private Reply ledger(Request request) {
        long since = request.query("since").map(Long::parseLong).orElse(0L);
        List<LedgerKind> kinds = request.queryValues("kind").stream()
                .map(kind -> LedgerKind.valueOf(kind.toUpperCase(Locale.ROOT)))
                .toList();
        Optional<String> account = request.query("account");
        Optional<String> job = request.query("job");
        Optional<String> text = request.query("text");
        Predicate<LedgerEntry> wanted = entry -> entry.number() > since
                && (kinds.isEmpty() || kinds.contains(entry.kind()))
                && (account.isEmpty() || account.get().equals(entry.subject().account()))
                && (job.isEmpty() || job.get().equals(entry.subject().job()))
                && (text.isEmpty() || (entry.subject().prompt() + entry.detail()).contains(text.get()));
        List<LedgerEntry> entries = desk.ledger().entries();
        return new Reply.Stream(200, Map.of("Content-Type", "application/x-ndjson"), sink -> {
            var block = new StringBuilder();
            for (LedgerEntry entry : entries) {
                if (wanted.test(entry)) {
                    block.append(LedgerLines.line(entry));
                }
                if (block.length() > 32 * 1024) {
                    sink.send(block.toString().getBytes(StandardCharsets.UTF_8));
                    block.setLength(0);
                }
            }
            if (!block.isEmpty()) {
                sink.send(block.toString().getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private ObjectNode summary() {
        ObjectNode summary = Json.object();
        Arrays.stream(LedgerKind.values())
                .forEach(kind -> summary.put(
                        kind.name().toLowerCase(Locale.ROOT), desk.ledger().count(kind)));
        return summary.put("charged_micros", desk.ledger().chargedMicros())
                .put("refunded_micros", desk.ledger().refundedMicros())
                .put("running_jobs", desk.jobs().running(desk.clock().instant()))
                .put("connections", port.connections());
    }

    private ArrayNode jobs() {
        ArrayNode jobs = Json.object().putArray("jobs");
        Instant now = desk.clock().instant();
        desk.jobs().list().forEach(job -> {
            ObjectNode entry = jobs.addObject()
                    .put("id", job.id())
                    .put("account", job.caller().account().name())
                    .put("key", job.caller().key().name())
                    .put("model", job.order().model().name())
                    .put("begins", job.begins().toString())
                    .put("ends", job.ends().toString())
                    .put("over", job.over(now))
                    .put("cancelled", job.cancelled());
            ObjectNode polls = entry.putObject("polls");
            job.polls().forEach(polls::put);
        });
        return jobs;
    }

    private static ArrayNode catalogue() {
        ArrayNode list = Json.object().putArray("scenarios");
        Arrays.stream(Scenario.values())
                .forEach(scenario -> list.addObject()
                        .put("scenario", scenario.wireName())
                        .put("moment", scenario.moment().name().toLowerCase(Locale.ROOT))
                        .put("description", scenario.description()));
        return list;
    }

    /** {@code {"profile": "quick", "models": {"veo3.1-fast": "100..300"}}} */
    private LatencyProfile latency(JsonNode body) {
        LatencyProfile profile =
                Json.string(body, "profile").map(LatencyProfile::named).orElse(desk.latency());
        for (var model : body.path("models").properties()) {
            profile =
                    profile.with(model.getKey(), Latency.parse(model.getValue().asString()));
        }
        return profile;
    }

    /** {@code {"millis": 2000}}: refuses connections for that long; this one is answered before it begins. */
    private Reply refuse(Request request) {
        Duration pause =
                Duration.ofMillis(Json.read(request.body()).path("millis").asLong(1000));
        if (pause.isNegative() || pause.compareTo(LONGEST_REFUSAL) > 0) {
            throw new IllegalArgumentException("millis must be between 0 and " + LONGEST_REFUSAL.toMillis());
        }
        Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(100);
                port.refuse();
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                port.resume();
            }
        });
        return done();
    }
}
