package io.vimax.bench.generation;

import io.vimax.bench.measure.Await;
import io.vimax.bench.measure.Percentiles;
import io.vimax.bench.measure.Text;
import io.vimax.bench.workers.EventClient;
import io.vimax.bench.workers.Orders;
import io.vimax.bench.workers.Orders.Customer;
import io.vimax.bench.workers.RelayAccounts;
import io.vimax.bench.workers.RelayAccounts.Group;
import io.vimax.bench.workers.WorkerSystem;
import io.vimax.schemas.generation.v1.GenerationRequested;
import io.vimax.schemas.generation.v1.Priority;
import io.vimax.simulator.model.Latency;
import io.vimax.simulator.model.LatencyProfile;
import io.vimax.simulator.model.WorkKind;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** From the moment before an event is sent to the moment at which the provider has the request, while slots are free. */
final class Overhead {

    private static final int LEAST_PAUSE_MS = 150;
    private static final int MORE_PAUSE_MS = 200;

    private final Setting setting;
    private final Random random = new Random(1);

    Overhead(Setting setting) {
        this.setting = setting;
    }

    /** In milliseconds. */
    record Result(int tasks, double p50, double p99, double most) {

        String words() {
            return Text.format(
                    "From an event to the provider's door, interactive, slots free: p50 %.0f ms, p99 %.0f ms, at most %.0f ms (%d tasks, one after the other).",
                    p50, p99, most, tasks);
        }
    }

    Result measure() throws IOException, InterruptedException, SQLException {
        int warming = setting.either(300, 60);
        int tasks = setting.either(600, 100);
        var plan = new WorkerSystem.Plan(
                1,
                List.of("-Xms64m", "-Xmx384m"),
                Map.of(),
                new RelayAccounts(List.of(new Group("free", 2, List.of(Orders.SPEECH_MODEL))), 50, null),
                LatencyProfile.INSTANT.with(WorkKind.SPEECH, new Latency.Fixed(Duration.ofMillis(200))));
        Set<UUID> ended = ConcurrentHashMap.newKeySet();
        try (var system = new WorkerSystem(setting.dist(), setting.folder(), plan)) {
            EventClient events = system.connect(end -> ended.add(end.generation()));
            setting.out().println("  " + tasks + " lines are asked for, one after the other");
            ask(events, warming);
            Map<UUID, Instant> asked = ask(events, tasks);
            Await.until("the end of every line", Duration.ofMinutes(2), () -> ended.containsAll(asked.keySet()));
            Map<UUID, Instant> accepted = Calls.accepted(system.simulator());
            Percentiles took = Percentiles.of(asked.entrySet().stream()
                    .mapToDouble(one -> Duration.between(one.getValue(), accepted.get(one.getKey()))
                                    .toNanos()
                            / 1e6)
                    .toArray());
            return new Result(tasks, took.at(0.5), took.at(0.99), took.at(1));
        }
    }

    private Map<UUID, Instant> ask(EventClient events, int count) throws IOException, InterruptedException {
        var book = new Orders(setting.clock());
        Map<UUID, Instant> asked = new HashMap<>();
        for (int number = 0; number < count; number++) {
            GenerationRequested order =
                    book.speech(new Customer(UUID.randomUUID(), UUID.randomUUID(), Priority.INTERACTIVE));
            asked.put(order.getGenerationId(), setting.clock().instant());
            events.requestAll(List.of(order));
            TimeUnit.MILLISECONDS.sleep(LEAST_PAUSE_MS + random.nextInt(MORE_PAUSE_MS));
        }
        return asked;
    }
}
