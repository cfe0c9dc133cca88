package io.vimax.bench.drill;

import io.vimax.bench.replica.KeyPoolSystem;
import io.vimax.bench.replica.LeaseClient;
import io.vimax.bench.replica.Replica;
import io.vimax.standalone.home.Dist;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code drill keys}: three replicas and a Redis that are killed and broken again and again while workers lend; afterwards every lease
 * that was ever lent is checked, and whether every slot is free again.
 */
public final class KeysDrill {

    private static final int REPLICAS = 3;
    private static final int WORKERS = 18;

    /** Without faults at the end, so that what was begun can end. */
    private static final Duration CALM = Duration.ofSeconds(15);

    /** The longest lease with its heartbeats, and a little. */
    private static final Duration UNTIL_ALL_ENDED = Duration.ofSeconds(9);

    /** An account that counts minutes rests for one after its memory was lost. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(75);

    private final Dist dist;
    private final Path folder;
    private final PrintStream out;

    public KeysDrill(Dist dist, Path folder, PrintStream out) {
        this.dist = dist;
        this.folder = folder;
        this.out = out;
    }

    /** @return whether nothing was broken */
    public boolean run(int minutes, long seed) throws IOException, InterruptedException, SQLException {
        out.println("Drill: " + REPLICAS + " replicas and Redis are killed for " + minutes + " min, seed " + seed);
        Path file = folder.resolve("ledger-" + seed + ".jsonl");
        Map<String, Long> figures = new LinkedHashMap<>();
        Map<String, Long> invariants = new LinkedHashMap<>();
        var tally = new DrillWorker.Tally();
        try (var system = new KeyPoolSystem(dist, folder, KeyPoolSystem.SMALL, REPLICAS)) {
            Landscape.create(system);
            long begin = System.nanoTime();
            var faults =
                    new Faults(system, new Random(seed), words -> out.println("  " + seconds(begin) + " s  " + words));
            try (var ledger = new Ledger(file)) {
                lend(system, ledger, faults, tally, begin + TimeUnit.MINUTES.toNanos(minutes), seed);
            }
            for (Replica replica : system.replicas()) {
                replica.awaitReady();
            }
            TimeUnit.MILLISECONDS.sleep(UNTIL_ALL_ENDED.toMillis());
            List<Ledger.Entry> entries = Ledger.read(file);
            count(entries, faults, tally, figures);
            var check = new LedgerCheck(entries);
            invariants.put("over_limit", check.overTheMinute());
            invariants.put("over_at_once", check.overAtOnce());
            invariants.put("wrong_fences", check.wrongFences());
            try (Connection connection = system.books()) {
                var books = new BooksCheck(connection);
                invariants.put("over_limit_in_books", books.overTheMinute());
                invariants.put("wrong_ends", books.wrongEnds(entries));
                invariants.put("miscounted", books.miscounted());
            }
            invariants.put("leaked_slots", leaked(system));
        }
        List<String> broken = new ArrayList<>();
        invariants.forEach((name, count) -> {
            if (count != 0) {
                broken.add(name);
            }
        });
        if (figures.getOrDefault("granted", 0L) == 0) {
            broken.add("nothing was lent");
        }
        broken.forEach(words -> out.println("  BROKEN: " + words + " (ledger: " + file + ")"));
        out.println("drill keys seed=" + seed + " minutes=" + minutes + " "
                + Stream.concat(figures.entrySet().stream(), invariants.entrySet().stream())
                        .map(figure -> figure.getKey() + "=" + figure.getValue())
                        .collect(Collectors.joining(" "))
                + " broken=" + broken.size());
        return broken.isEmpty();
    }

    private static long seconds(long begin) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
    }

    private static void lend(
            KeyPoolSystem system, Ledger ledger, Faults faults, DrillWorker.Tally tally, long end, long seed)
            throws IOException, InterruptedException {
        List<DrillWorker> workers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < WORKERS; number++) {
            var worker = new DrillWorker(system.replicas(), ledger, seed * 1_000 + number, "drill-" + number, tally);
            workers.add(worker);
            threads.add(Thread.ofPlatform().name("worker-" + number).start(worker));
        }
        try {
            faults.until(end - CALM.toNanos());
            TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
        } finally {
            workers.forEach(DrillWorker::stop);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static void count(
            List<Ledger.Entry> entries, Faults faults, DrillWorker.Tally tally, Map<String, Long> figures) {
        figures.put("replicas_killed", (long) faults.replicasKilled());
        figures.put("redis_faults", (long) faults.redisFaults());
        Map<Ledger.Kind, Long> kinds =
                entries.stream().collect(Collectors.groupingBy(Ledger.Entry::kind, Collectors.counting()));
        figures.put("granted", kinds.getOrDefault(Ledger.Kind.GRANTED, 0L));
        figures.put("settled", kinds.getOrDefault(Ledger.Kind.ENDED, 0L));
        figures.put("abandoned", kinds.getOrDefault(Ledger.Kind.ABANDONED, 0L));
        figures.put("refused", tally.refused().get());
        figures.put("unanswered", tally.unanswered().get() + kinds.getOrDefault(Ledger.Kind.UNANSWERED, 0L));
    }

    /** Takes every slot of every account at once: those that cannot be had any more were leaked. */
    private static long leaked(KeyPoolSystem system) throws IOException, InterruptedException {
        long missing = 0;
        long end = System.nanoTime() + LONGEST_REST.toNanos();
        try (var client = new LeaseClient(system.replicas().getFirst().port(), 5_000, "check")) {
            for (Landscape land : Landscape.ALL) {
                int slots = land.accounts() * land.inFlight();
                List<LeaseClient.Granted> held = new ArrayList<>();
                while (held.size() < slots && System.nanoTime() < end) {
                    switch (client.acquire(UUID.randomUUID(), land.service(), "check", 120_000, Set.of())) {
                        case LeaseClient.Granted granted -> held.add(granted);
                        case LeaseClient.Refused refused ->
                            TimeUnit.MILLISECONDS.sleep(Math.clamp(refused.retryAfterMs(), 1, 500));
                    }
                }
                missing += slots - held.size();
                for (LeaseClient.Granted granted : held) {
                    client.settle(granted, "success", "", 0);
                }
            }
        }
        return missing;
    }
}
