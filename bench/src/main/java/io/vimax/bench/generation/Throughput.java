package io.vimax.bench.generation;

import io.vimax.bench.measure.Await;
import io.vimax.bench.measure.Text;
import io.vimax.bench.measure.Windows;
import io.vimax.bench.workers.EventClient;
import io.vimax.bench.workers.Orders;
import io.vimax.bench.workers.Orders.Customer;
import io.vimax.bench.workers.RelayAccounts;
import io.vimax.bench.workers.RelayAccounts.Group;
import io.vimax.bench.workers.WorkerSystem;
import io.vimax.schemas.generation.v1.GenerationRequested;
import io.vimax.schemas.generation.v1.Priority;
import io.vimax.simulator.ledger.LedgerEntry;
import io.vimax.simulator.ledger.LedgerKind;
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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two workers use 1, 2, 4 and 8 accounts for clips, each size by a model of its own and all at the same time: how much of the sum of
 * limits is used, and whether eight accounts give eight times as much as one.
 */
final class Throughput {

    private static final int WORKERS = 2;

    /** Used before, so that no call is late only because its worker has just started. */
    private static final String WARM_UP = "veo3.1-components";

    private static final int WARMING = 120;
    private static final int PER_MINUTE = 20;
    private static final int IN_FLIGHT = 20;
    private static final List<Group> GROUPS = List.of(
            new Group("one", 1, List.of("veo3.1-pro")),
            new Group("two", 2, List.of("veo3.1")),
            new Group("four", 4, List.of("veo3-pro")),
            new Group("eight", 8, List.of("veo3.1-fast", WARM_UP)));
    private static final Duration SLACK = Duration.ofSeconds(25);

    private final Setting setting;

    Throughput(Setting setting) {
        this.setting = setting;
    }

    /**
     * Of one size.
     *
     * @param used share of the sum of limits
     * @param perMinute clips that the provider took on
     * @param linear share of what one account gives, times the accounts
     * @param refused calls that the provider answered with 429
     */
    record Line(int accounts, double used, double perMinute, double linear, long calls, long refused) {}

    List<Line> measure() throws IOException, InterruptedException, SQLException {
        int windows = setting.either(2, 1);
        var plan = new WorkerSystem.Plan(
                WORKERS,
                List.of("-Xms64m", "-Xmx512m"),
                Map.of("WORKER_TASK_MOSTRUNNING", "200", "WORKER_TASK_MOSTPERLANE", "100"),
                new RelayAccounts(GROUPS, IN_FLIGHT, PER_MINUTE),
                LatencyProfile.INSTANT.with(
                        WorkKind.VIDEO, new Latency.Uniform(Duration.ofMillis(1_500), Duration.ofMillis(2_500))));
        try (var system = new WorkerSystem(setting.dist(), setting.folder(), plan)) {
            Set<UUID> ended = ConcurrentHashMap.newKeySet();
            EventClient events = system.connect(end -> ended.add(end.generation()));
            events.requestAll(orders(WARM_UP, WARMING));
            Await.until("the end of the first clips", Duration.ofMinutes(3), () -> ended.size() >= WARMING);
            List<GenerationRequested> orders = orders(windows + 1);
            setting.out().println("  " + orders.size() + " clips are asked for, for 1, 2, 4 and 8 accounts");
            events.requestAll(orders);
            Await.until(
                    "the first call of every size",
                    Duration.ofMinutes(2),
                    () -> calls(system, LedgerKind.ACCEPTED).keySet().size()
                            >= GROUPS.stream().mapToInt(Group::accounts).sum());
            TimeUnit.NANOSECONDS.sleep(Duration.ofMinutes(windows).plus(SLACK).toNanos());
            return lines(system, windows);
        }
    }

    private List<GenerationRequested> orders(int windows) {
        List<GenerationRequested> orders = new ArrayList<>();
        for (Group group : GROUPS) {
            orders.addAll(orders(group.models().getFirst(), group.accounts() * PER_MINUTE * windows));
        }
        Collections.shuffle(orders, new Random(1));
        return orders;
    }

    private List<GenerationRequested> orders(String model, int count) {
        var book = new Orders(setting.clock());
        return Stream.generate(
                        () -> book.video(new Customer(UUID.randomUUID(), UUID.randomUUID(), Priority.NORMAL), model))
                .limit(count)
                .toList();
    }

    private static Map<String, List<LedgerEntry>> calls(WorkerSystem system, LedgerKind kind) {
        return system.simulator().ledger().entries(kind).stream()
                .filter(entry -> !entry.subject().model().equals(WARM_UP))
                .collect(Collectors.groupingBy(entry -> entry.subject().account()));
    }

    private static List<Line> lines(WorkerSystem system, int windows) {
        Map<String, List<LedgerEntry>> accepted = calls(system, LedgerKind.ACCEPTED);
        Map<String, List<LedgerEntry>> refused = calls(system, LedgerKind.REFUSED);
        List<Line> lines = new ArrayList<>();
        for (Group group : GROUPS) {
            List<List<Instant>> moments = group.names().stream()
                    .map(name -> accepted.getOrDefault(name, List.of()).stream()
                            .map(LedgerEntry::at)
                            .toList())
                    .toList();
            double used = moments.stream()
                            .mapToDouble(account -> Windows.used(account, PER_MINUTE, windows))
                            .sum()
                    / group.accounts();
            double perMinute = used * PER_MINUTE * group.accounts();
            double one = lines.isEmpty() ? perMinute : lines.getFirst().perMinute();
            lines.add(new Line(
                    group.accounts(),
                    used,
                    perMinute,
                    perMinute / group.accounts() / one,
                    moments.stream().mapToLong(List::size).sum(),
                    group.names().stream()
                            .mapToLong(name ->
                                    refused.getOrDefault(name, List.of()).size())
                            .sum()));
        }
        return lines;
    }

    static List<String> table(List<Line> lines) {
        List<String> table = new ArrayList<>();
        table.add(
                "| accounts | clips a minute | of the sum of limits | of so many times one account | answered with 429 |");
        table.add("| ---: | ---: | ---: | ---: | ---: |");
        for (Line line : lines) {
            table.add(Text.format(
                    "| %d | %.1f | %.1f %% | %.1f %% | %d |",
                    line.accounts(), line.perMinute(), line.used() * 100, line.linear() * 100, line.refused()));
        }
        return table;
    }
}
