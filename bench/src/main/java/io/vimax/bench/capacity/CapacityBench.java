package io.vimax.bench.capacity;

import io.vimax.bench.measure.Text;
import io.vimax.bench.measure.Together;
import io.vimax.bench.measure.Windows;
import io.vimax.bench.replica.KeyPoolSystem;
import io.vimax.bench.replica.KeyPoolSystem.NewKey;
import io.vimax.bench.replica.KeyPoolSystem.NewLimit;
import io.vimax.bench.replica.LeaseClient;
import io.vimax.bench.replica.Wire;
import io.vimax.simulator.ledger.LedgerEntry;
import io.vimax.simulator.limiter.Limit;
import io.vimax.standalone.bench.Figures;
import io.vimax.standalone.home.Dist;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * {@code bench capacity}: workers use 1, 2, 4 and 8 accounts as hard as they can, each size a service of its own, against a simulator
 * that enforces the same limits; then how soon another key takes over, and how soon one that rested is used again.
 */
public final class CapacityBench {

    static final String MODEL = "gpt-4o-mini";

    /** Used before, so that no request is slow only because its service has just started. */
    private static final String WARM_UP = "gemini-2.5-flash-lite";

    private static final Duration WARMING = Duration.ofSeconds(15);

    /** Calls that each account allows for a model in any 60 s, and at once. */
    private static final int PER_MINUTE = 120;

    private static final int IN_FLIGHT = 8;
    private static final Map<String, Integer> SIZES =
            new TreeMap<>(Map.of("ark", 1, "google", 2, "openai", 4, "yunwu", 8));

    /** Full windows that the use of an account is measured over, from its first call. */
    private static final int WINDOWS = 2;

    private static final Duration LASTING = Duration.ofSeconds(60 * WINDOWS + 20L);
    private static final int TIMEOUT_MS = 10_000;
    private static final long LENGTH_MS = 30_000;

    private final Dist dist;
    private final Path folder;
    private final Figures figures;
    private final PrintStream out;

    public CapacityBench(Dist dist, Path folder, Figures figures, PrintStream out) {
        this.dist = dist;
        this.folder = folder;
        this.figures = figures;
        this.out = out;
    }

    /**
     * Of one size.
     *
     * @param used share of the sum of limits
     * @param refused calls that the provider answered with 429
     */
    record Line(int accounts, double used, long calls, long refused) {}

    record Result(String when, List<Line> lines, Failover.Latencies failover) {}

    /** @return whether the targets were reached */
    public boolean run(String when) throws IOException, InterruptedException, SQLException {
        try (var provider = new SimulatedProvider();
                var system = new KeyPoolSystem(dist, folder, KeyPoolSystem.SERVER, 2)) {
            List<NewKey> keys = new ArrayList<>();
            List<Limit> limits = List.of(Limit.perMinute(PER_MINUTE), Limit.inFlight(IN_FLIGHT));
            SIZES.forEach((service, accounts) ->
                    keys.addAll(provider.open(service, service, accounts, limits, List.of(MODEL, WARM_UP))));
            system.add(keys);
            for (String service : SIZES.keySet()) {
                system.limit(
                        service,
                        List.of(
                                new NewLimit("*", "in_flight", "now", IN_FLIGHT),
                                new NewLimit("*", "requests_per_minute", "rolling", PER_MINUTE)));
            }
            out.println("1, 2, 4 and 8 accounts of " + PER_MINUTE + " calls in any 60 s are used for "
                    + LASTING.toSeconds() + " s");
            use(provider, system, WARM_UP, WARMING);
            use(provider, system, MODEL, LASTING);
            List<Line> lines = lines(provider);
            lines.forEach(line -> out.println(Text.format(
                    "%d accounts: %.1f %% of the limits used, %d calls, %d answered with 429",
                    line.accounts(), line.used() * 100, line.calls(), line.refused())));
            Failover.Latencies latencies = new Failover(provider, system).measure();
            var result = new Result(when, lines, latencies);
            figures.keep("capacity", result, section(result));
            out.println(latencies.words());
            return lines.stream().allMatch(line -> line.used() >= 0.97 && line.refused() <= line.calls() / 1000)
                    && latencies.failoverP95() <= 50
                    && latencies.backWithin() <= 1_000;
        }
    }

    private static void use(SimulatedProvider provider, KeyPoolSystem system, String model, Duration lasting)
            throws InterruptedException, IOException {
        long end = System.nanoTime() + lasting.toNanos();
        List<Callable<Boolean>> workers = new ArrayList<>();
        SIZES.forEach((service, accounts) -> {
            for (int number = 0; number < accounts * IN_FLIGHT; number++) {
                int port =
                        system.replicas().get(number % system.replicas().size()).port();
                workers.add(() -> {
                    try (var pool = new LeaseClient(port, TIMEOUT_MS, "bench");
                            var wire = provider.connect()) {
                        while (System.nanoTime() < end) {
                            call(pool, wire, service, model, end);
                        }
                        return true;
                    }
                });
            }
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Together.run(threads, workers);
        }
    }

    private static void call(LeaseClient pool, Wire wire, String service, String model, long end)
            throws IOException, InterruptedException {
        switch (pool.acquire(UUID.randomUUID(), service, model, LENGTH_MS, Set.of())) {
            case LeaseClient.Refused refused -> {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                TimeUnit.MILLISECONDS.sleep(Math.clamp(refused.retryAfterMs(), 1, Math.max(1, left)));
            }
            case LeaseClient.Granted lease -> {
                int status = SimulatedProvider.chat(wire, model, lease.secret());
                String outcome = status == 200 ? "success" : status == 429 ? "rate_limited" : "provider_error";
                pool.settle(lease, outcome, "", 0);
            }
        }
    }

    private static List<Line> lines(SimulatedProvider provider) {
        List<Line> lines = new ArrayList<>();
        Map<String, List<LedgerEntry>> accepted = provider.accepted().stream()
                .filter(entry -> entry.subject().model().equals(MODEL))
                .collect(Collectors.groupingBy(entry -> entry.subject().account()));
        SIZES.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(size -> {
            List<List<LedgerEntry>> accounts = accepted.entrySet().stream()
                    .filter(account -> account.getKey().startsWith(size.getKey() + "-"))
                    .map(Map.Entry::getValue)
                    .toList();
            double used = accounts.stream()
                            .mapToDouble(calls -> Windows.used(
                                    calls.stream().map(LedgerEntry::at).toList(), PER_MINUTE, WINDOWS))
                            .sum()
                    / size.getValue();
            long calls = accounts.stream().mapToLong(List::size).sum();
            long refused = provider.refused().stream()
                    .filter(entry -> entry.subject().model().equals(MODEL))
                    .filter(entry -> entry.subject().account().startsWith(size.getKey() + "-"))
                    .count();
            lines.add(new Line(size.getValue(), used, calls + refused, refused));
        });
        return lines;
    }

    private static List<String> section(Result result) {
        List<String> lines = new ArrayList<>();
        lines.add("## Use of what providers allow");
        lines.add("");
        lines.add(Text.format(
                "%s A simulator enforces %d calls in any 60 s and %d at once for each account; two replicas of the key pool; everything on one machine.",
                result.when(), PER_MINUTE, IN_FLIGHT));
        lines.add("");
        lines.add("| accounts | of the sum of limits used | calls | answered with 429 |");
        lines.add("| ---: | ---: | ---: | ---: |");
        for (Line line : result.lines()) {
            lines.add(Text.format(
                    "| %d | %.1f %% | %,d | %,d |", line.accounts(), line.used() * 100, line.calls(), line.refused()));
        }
        lines.add("");
        lines.add(result.failover().words());
        return lines;
    }
}
