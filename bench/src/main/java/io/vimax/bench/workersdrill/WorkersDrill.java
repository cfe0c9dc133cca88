package io.vimax.bench.workersdrill;

import io.vimax.bench.measure.Percentiles;
import io.vimax.bench.workers.EventClient;
import io.vimax.bench.workers.RelayAccounts;
import io.vimax.bench.workers.RelayAccounts.Group;
import io.vimax.bench.workers.WorkerSystem;
import io.vimax.bench.workersdrill.ChronicleCheck.Takeover;
import io.vimax.simulator.model.Latency;
import io.vimax.simulator.model.LatencyProfile;
import io.vimax.simulator.model.WorkKind;
import io.vimax.standalone.home.Dist;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code drill workers}: workers are killed again and again while people ask for work; afterwards everything that was asked for must
 * have ended once, as its event says, and the provider must have been asked once.
 */
public final class WorkersDrill {

    private static final int WORKERS = 5;
    private static final int PER_MINUTE = 100;

    /** It renders no film here, and lives too short for the second compiler. */
    private static final List<String> FLAGS = List.of("-Xms48m", "-Xmx192m", "-XX:TieredStopAtLevel=1");

    private static final RelayAccounts ACCOUNTS = new RelayAccounts(List.of(new Group("relay", 4, List.of())), 8, 120);
    private static final LatencyProfile LATENCY = LatencyProfile.INSTANT
            .with(WorkKind.VIDEO, new Latency.Uniform(Duration.ofSeconds(2), Duration.ofSeconds(12)))
            .with(WorkKind.IMAGE, new Latency.Uniform(Duration.ofMillis(300), Duration.ofMillis(1_500)))
            .with(WorkKind.SPEECH, new Latency.Uniform(Duration.ofMillis(100), Duration.ofMillis(500)));

    /** Nobody asks for more in the last part of the time, in which workers still die. */
    private static final Duration LAST = Duration.ofSeconds(15);

    private static final Duration LONGEST_END = Duration.ofMinutes(4);
    private static final Duration UNTIL_REPEATS_CAME = Duration.ofSeconds(3);
    private static final Duration LONGEST_TAKEOVER = Duration.ofSeconds(20);

    private final Dist dist;
    private final Path folder;
    private final PrintStream out;
    private final Clock clock;
    private final Map<String, Long> figures = new LinkedHashMap<>();

    public WorkersDrill(Dist dist, Path folder, PrintStream out, Clock clock) {
        this.dist = dist;
        this.folder = folder;
        this.out = out;
        this.clock = clock;
    }

    /**
     * @param timed whether a late takeover breaks the drill. A worker takes six seconds of a processor to start; where other work wants
     *     the processors too, those that live may all be starting.
     * @return whether nothing was broken
     */
    public boolean run(int minutes, long seed, boolean timed) throws IOException, InterruptedException, SQLException {
        out.println(
                "Drill: of " + WORKERS + " workers 30 % are killed every 5 s for " + minutes + " min, seed " + seed);
        Path file = folder.resolve("chronicle-" + seed + ".jsonl");
        try (var chronicle = new Chronicle(file)) {
            kill(chronicle, minutes, seed);
        }
        Map<String, Long> invariants = judge(new ChronicleCheck(Chronicle.read(file)), timed);
        List<String> broken = new ArrayList<>();
        invariants.forEach((name, count) -> {
            if (count != 0) {
                broken.add(name);
            }
        });
        if (figures.getOrDefault("takeovers", 0L) == 0) {
            broken.add("nothing was taken over");
        }
        broken.forEach(words -> out.println("  BROKEN: " + words + " (chronicle: " + file + ")"));
        out.println("drill workers seed=" + seed + " minutes=" + minutes + " "
                + Stream.concat(figures.entrySet().stream(), invariants.entrySet().stream())
                        .map(figure -> figure.getKey() + "=" + figure.getValue())
                        .collect(Collectors.joining(" "))
                + " broken=" + broken.size());
        return broken.isEmpty();
    }

    private void kill(Chronicle chronicle, int minutes, long seed)
            throws IOException, InterruptedException, SQLException {
        var plan = new WorkerSystem.Plan(WORKERS, FLAGS, Map.of(), ACCOUNTS, LATENCY);
        try (var system = new WorkerSystem(dist, folder.resolve("system"), plan)) {
            var evidence = new Evidence(chronicle, clock);
            EventClient events = system.connect(evidence::hear);
            int count = PER_MINUTE * minutes;
            long length = TimeUnit.MINUTES.toNanos(minutes);
            var random = new Random(seed);
            var arrivals = new Arrivals(events, chronicle, new Random(random.nextLong()), clock);
            try (Connection tasks = system.tasks();
                    var asking = Executors.newVirtualThreadPerTaskExecutor();
                    var kills =
                            new Kills(system, new CrashPoints(system.crashFolder(), tasks), random, chronicle, clock)) {
                ClaimLog.begin(tasks);
                long end = System.nanoTime() + length;
                Future<Integer> asked = asking.submit(() -> arrivals.ask(count, length - LAST.toNanos()));
                kills.until(end);
                figures.put("requested", (long) ended(asked));
                kills.awaitAll();
                awaitEnds(evidence, count);
                figures.put("strikes", (long) kills.strikes());
                figures.put("spared", (long) kills.spared());
                figures.put("killed", (long) kills.killed());
                figures.put("at_points", (long) kills.atPoints());
                figures.put("points", (long) kills.points().size());
            }
            evidence.collect(system);
        }
    }

    private static int ended(Future<Integer> asked) throws IOException, InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new IOException("Not everything could be asked for: " + e.getCause(), e.getCause());
        }
    }

    private void awaitEnds(Evidence evidence, int count) throws InterruptedException {
        long begin = System.nanoTime();
        while (evidence.ended() < count && System.nanoTime() - begin < LONGEST_END.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        figures.put("last_end_ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        TimeUnit.NANOSECONDS.sleep(UNTIL_REPEATS_CAME.toNanos());
    }

    private Map<String, Long> judge(ChronicleCheck check, boolean timed) {
        check.words().forEach((word, count) -> figures.put(word, count));
        percentiles("intake", check.intakes());
        List<Takeover> takeovers = check.takeovers();
        figures.put("takeovers", (long) takeovers.size());
        percentiles("takeover", takeovers.stream().map(Takeover::tookUs).toList());
        check.offences().forEach(words -> out.println("  " + words));
        Map<String, Long> invariants = new LinkedHashMap<>();
        invariants.put("lost", check.lost());
        invariants.put("ended_twice", check.endedTwice());
        invariants.put("submitted_twice", check.submittedTwice());
        invariants.put("untrue", check.untrue());
        invariants.put("unexplained", check.unexplained());
        (timed ? invariants : figures).put("late_takeovers", check.takeoversAfter(LONGEST_TAKEOVER.toNanos() / 1_000));
        invariants.put("wrong_fences", check.wrongFences());
        invariants.put("offences", (long) check.offences().size());
        return invariants;
    }

    private void percentiles(String name, List<Long> micros) {
        if (!micros.isEmpty()) {
            Percentiles all =
                    Percentiles.of(micros.stream().mapToDouble(one -> one / 1e3).toArray());
            figures.put(name + "_p50_ms", Math.round(all.at(0.5)));
            figures.put(name + "_max_ms", Math.round(all.at(1)));
        }
    }
}
