package io.vimax.bench.portkey;

import io.vimax.bench.portkey.Score.Books;
import io.vimax.bench.portkey.Score.Stretch;
import io.vimax.simulator.ledger.LedgerEntry;
import io.vimax.standalone.bench.Figures;
import io.vimax.standalone.home.Dist;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code bench portkey}: successful calls a minute and 429s of Portkey's gateway and of ViMax, with the same accounts and the same callers. */
public final class PortkeyBench {

    static final String VIMAX = "ViMax";

    private static final long SEED = 1;

    /** With this share of another's calls ViMax is no worse: chance is not the same for everybody. */
    private static final double SAME = 0.98;

    private final Dist dist;
    private final Path folder;
    private final Figures figures;
    private final PrintStream out;
    private final Clock clock;
    private final Plan plan;

    private PortkeyBench(Dist dist, Path folder, Figures figures, PrintStream out, Clock clock, Plan plan) {
        this.dist = dist;
        this.folder = folder;
        this.figures = figures;
        this.out = out;
        this.clock = clock;
        this.plan = plan;
    }

    /**
     * How long, and how much.
     *
     * @param loads calls wanted, as shares of what all limits together allow
     */
    private record Plan(Stretch stretch, Duration patience, List<Double> loads, boolean kept) {

        /** Long enough before the measured part that every window of a minute is full of calls. */
        static final Plan WHOLE = new Plan(
                new Stretch(Duration.ofSeconds(70), Duration.ofMinutes(4)),
                Duration.ofSeconds(60),
                List.of(0.8, 1.2),
                true);

        static final Plan QUICK = new Plan(
                new Stretch(Duration.ofSeconds(30), Duration.ofSeconds(45)),
                Duration.ofSeconds(20),
                List.of(1.2),
                false);
    }

    /** @param quick shows in a few minutes that everything works; its figures are printed and not kept */
    public static PortkeyBench of(
            Dist dist, Path folder, Figures figures, PrintStream out, Clock clock, boolean quick) {
        return new PortkeyBench(dist, folder, figures, out, clock, quick ? Plan.QUICK : Plan.WHOLE);
    }

    record Result(
            String when,
            String version,
            List<Allowance> accounts,
            double rampSeconds,
            double minutes,
            long patienceSeconds,
            List<Score> scores) {

        List<String> missed() {
            List<String> missed = new ArrayList<>();
            for (Score ours :
                    scores.stream().filter(score -> score.name().equals(VIMAX)).toList()) {
                String at = " at a load of " + Math.round(ours.load() * 100) + " %";
                if (ours.refused() > ours.servedPerMinute() * minutes / 1_000) {
                    missed.add("the provider refused more than one call of ViMax in a thousand" + at);
                }
                if (ours.broken() > 0) {
                    missed.add("calls by ViMax ended in errors" + at);
                }
                // Less than a window of the limits says nothing about how much of them is used.
                if (minutes >= 1
                        && scores.stream()
                                .anyMatch(other -> other.load() == ours.load()
                                        && other.servedPerMinute() * SAME > ours.servedPerMinute())) {
                    missed.add("fewer calls succeeded by ViMax" + at);
                }
            }
            return missed;
        }
    }

    /** Somebody who takes part. */
    private record Entrant(String name, Opening opening) {

        @FunctionalInterface
        interface Opening {
            Door open(Provider provider) throws IOException, InterruptedException, SQLException;
        }
    }

    /** @return whether the targets were reached */
    public boolean run(String when) throws IOException, InterruptedException, SQLException {
        List<Allowance> accounts = Allowance.ALL;
        var program = PortkeyPackage.in(folder.resolve("program"));
        List<Entrant> entrants = List.of(
                new Entrant(
                        "Portkey, retries",
                        provider -> new PortkeyGateway(
                                program,
                                new PortkeyConfig(provider.address(), accounts).retries(),
                                folder.resolve("retries.log"))),
                new Entrant(
                        "Portkey, fallback",
                        provider -> new PortkeyGateway(
                                program,
                                new PortkeyConfig(provider.address(), accounts).fallback(),
                                folder.resolve("fallback.log"))),
                new Entrant(VIMAX, provider -> new PoolDoor(dist, folder.resolve("key-pool"), provider, accounts)));
        List<Score> scores = new ArrayList<>();
        for (double load : plan.loads()) {
            for (Entrant entrant : entrants) {
                scores.add(measure(entrant, accounts, load));
            }
        }
        var result = new Result(
                when,
                PortkeyPackage.version(),
                accounts,
                plan.stretch().from().toSeconds(),
                plan.stretch().minutes(),
                plan.patience().toSeconds(),
                scores);
        ScoreTable.rows(scores).forEach(out::println);
        if (plan.kept()) {
            figures.keep("portkey", result, ScoreTable.of(result));
        }
        result.missed().forEach(words -> out.println("MISSED: " + words));
        return result.missed().isEmpty();
    }

    private Score measure(Entrant entrant, List<Allowance> accounts, double load)
            throws IOException, InterruptedException, SQLException {
        int perMinute = Allowance.perMinute(accounts);
        List<Duration> arrivals =
                Arrivals.of(SEED, load * perMinute, plan.stretch().end());
        try (var provider = new Provider(accounts);
                Door door = entrant.opening().open(provider)) {
            out.println(entrant.name() + ": " + arrivals.size() + " calls are wanted in "
                    + plan.stretch().end().toSeconds() + " s");
            Crowd.Run run = Crowd.go(door, arrivals, plan.patience(), clock);
            provider.requireSound();
            var books = new Books(
                    provider.accepted().stream().map(LedgerEntry::at).toList(),
                    provider.refused().stream().map(LedgerEntry::at).toList());
            return Score.of(entrant.name(), load, perMinute, plan.stretch(), books, run);
        }
    }
}
