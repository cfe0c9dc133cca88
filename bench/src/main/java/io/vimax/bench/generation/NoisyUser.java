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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Ten people ask for five parts of a hundred of the work, all of it at once: how long they wait for their turn alone, and how long when
 * an eleventh has queued the other ninety-five before them.
 */
final class NoisyUser {

    private static final int PEOPLE = 10;
    private static final int SLOTS = 4;
    private static final Duration WORK = Duration.ofMillis(800);
    private static final Duration LONGEST_INTAKE = Duration.ofMinutes(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final Setting setting;

    NoisyUser(Setting setting) {
        this.setting = setting;
    }

    /** In seconds from the request to the provider's door. */
    record Waits(int tasks, double p50, double p95) {}

    record Result(int queued, Waits alone, Waits beside) {

        double ratio() {
            return beside.p95() / alone.p95();
        }

        String words() {
            return Text.format(
                    "%d tasks of %d people wait for %d slots: p50 %.1f s, p95 %.1f s. With another person's %d tasks queued before them: p50 %.1f s, p95 %.1f s, %.2f times as long.",
                    alone.tasks(),
                    PEOPLE,
                    SLOTS,
                    alone.p50(),
                    alone.p95(),
                    queued,
                    beside.p50(),
                    beside.p95(),
                    ratio());
        }
    }

    Result measure() throws IOException, InterruptedException, SQLException {
        int all = setting.either(10_000, 2_000);
        int few = all / 20;
        var plan = new WorkerSystem.Plan(
                1,
                List.of("-Xms64m", "-Xmx384m"),
                Map.of(),
                new RelayAccounts(List.of(new Group("shared", 1, List.of(Orders.SPEECH_MODEL))), SLOTS, null),
                LatencyProfile.INSTANT.with(WorkKind.SPEECH, new Latency.Fixed(WORK)));
        try (var system = new WorkerSystem(setting.dist(), setting.folder(), plan)) {
            EventClient events = system.connect(_ -> {});
            // A JVM that has just started is slow to everybody.
            wait(system, events, few / 5);
            Waits alone = wait(system, events, few);
            long before = tasks(system);
            setting.out().println("  " + (all - few) + " tasks of one person are queued");
            events.requestAll(orders(all - few, 1));
            Await.until(
                    "the other person's tasks in the table", LONGEST_INTAKE, () -> tasks(system) >= before + all - few);
            Waits beside = wait(system, events, few);
            return new Result(all - few, alone, beside);
        }
    }

    private Waits wait(WorkerSystem system, EventClient events, int count)
            throws IOException, InterruptedException, SQLException {
        setting.out().println("  " + count + " tasks of " + PEOPLE + " people are queued");
        List<GenerationRequested> orders = orders(count, PEOPLE);
        Instant asked = setting.clock().instant();
        events.requestAll(orders);
        List<UUID> ids =
                orders.stream().map(GenerationRequested::getGenerationId).toList();
        Await.until(
                "the last of these tasks at the provider",
                LONGEST_WAIT,
                () -> Calls.accepted(system.simulator()).keySet().containsAll(ids));
        Map<UUID, Instant> accepted = Calls.accepted(system.simulator());
        Percentiles waits = Percentiles.of(ids.stream()
                .mapToDouble(id -> Duration.between(asked, accepted.get(id)).toMillis() / 1e3)
                .toArray());
        return new Waits(count, waits.at(0.5), waits.at(0.95));
    }

    private static long tasks(WorkerSystem system) throws SQLException {
        try (var tasks = system.tasks();
                var statement = tasks.createStatement();
                var row = statement.executeQuery("select count(*) from task")) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<GenerationRequested> orders(int count, int people) {
        var book = new Orders(setting.clock());
        List<Customer> customers = Stream.generate(
                        () -> new Customer(UUID.randomUUID(), UUID.randomUUID(), Priority.NORMAL))
                .limit(people)
                .toList();
        List<GenerationRequested> orders = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            orders.add(book.speech(customers.get(number % people)));
        }
        Collections.shuffle(orders, new Random(2));
        return orders;
    }
}
