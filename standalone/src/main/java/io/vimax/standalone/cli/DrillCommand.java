package io.vimax.standalone.cli;

import io.vimax.standalone.console.Arguments;
import io.vimax.standalone.console.Refusal;
import io.vimax.standalone.demo.FilmProvider;
import io.vimax.standalone.drill.Drill;
import io.vimax.standalone.drill.Invariants;
import io.vimax.standalone.drill.LedgerInvariants;
import io.vimax.standalone.drill.Victim;
import io.vimax.standalone.secrets.Secrets;
import io.vimax.standalone.server.Postgres;
import io.vimax.standalone.service.Service;
import io.vimax.standalone.simulate.SimulatorPart;
import io.vimax.standalone.supervise.SystemState;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code drill demo}: a film in an installation of its own, in the middle of which a part is killed. With simulated providers their
 * ledger is checked too.
 */
final class DrillCommand {
    /** Away from the ports of daily work. */
    private static final int PORT_OFFSET = 3_000;

    private final Context context;
    private final Arguments arguments;
    private final FilmProvider provider;

    DrillCommand(Context everyday, Arguments arguments) {
        this.arguments = arguments;
        this.provider = FilmProvider.named(arguments.value("--provider"));
        this.context = everyday.within(simulated() ? "drill-simulated" : "drill");
    }

    private boolean simulated() {
        return provider == FilmProvider.SIMULATOR;
    }

    int run() throws IOException, InterruptedException {
        if (!arguments.word(0).orElse("").equals("demo")) {
            throw Refusal.usage("Say which drill: './vimax drill demo --kill worker'.");
        }
        List<Victim> victims = arguments.has("--all")
                ? List.of(Victim.values())
                : List.of(Victim.of(arguments.value("--kill").orElse("worker")));
        long seed =
                arguments.longNumber("--seed").orElseGet(() -> context.clock().millis() % 100_000);
        int seconds = arguments.number("--seconds", 5, 120).orElse(20);
        RunningSystem system = new RunningSystem(context);
        boolean whole = true;
        try {
            for (Victim victim : victims) {
                whole &= drill(system, victim, seed, seconds);
            }
        } finally {
            if (!arguments.has("--keep")) {
                system.stop();
            }
        }
        return whole ? 0 : 1;
    }

    private boolean drill(RunningSystem system, Victim victim, long seed, int seconds)
            throws IOException, InterruptedException {
        SystemState before = system.ensure(new Wishes(1, Optional.empty(), PORT_OFFSET, simulated()), false)
                .state();
        Path ledger = SimulatorPart.ledger(context.home());
        long earlier = LedgerInvariants.lines(ledger);
        context.terminal().say("Drill: kill " + victim.word() + ", seed " + seed + ", a film of " + seconds + " s");
        Drill.Outcome outcome = new Drill(
                        DemoCommand.api(context, before),
                        this::state,
                        words -> context.terminal().say("  " + words),
                        provider)
                .run(victim, seed, seconds);
        List<String> broken = new ArrayList<>();
        Map<String, Long> figures = new TreeMap<>();
        add(Invariants.ofDocument(outcome.filmDocument().body()), broken, figures);
        try (Connection connection = generationDatabase(before)) {
            add(
                    Invariants.ofTasks(connection, outcome.film().episodeId(), figures.getOrDefault("generations", 0L)),
                    broken,
                    figures);
        } catch (SQLException e) {
            broken.add("the worker's tables cannot be read: " + e.getMessage());
        }
        if (simulated()) {
            add(LedgerInvariants.of(ledger, earlier, outcome.filmDocument().body()), broken, figures);
        }
        if (outcome.pid().isEmpty()) {
            broken.add("the film was finished before " + victim.word()
                    + " could be killed; take a longer one (--seconds)");
        }
        int restarts = restarts(state(), victim.part()) - restarts(before, victim.part());
        if (outcome.pid().isPresent() && restarts != 1) {
            broken.add(victim.part() + " was started again " + restarts + " times");
        }
        broken.forEach(words -> context.terminal().say(context.terminal().bad("  BROKEN: " + words)));
        context.terminal()
                .say(String.format(
                        Locale.ROOT,
                        "drill kill=%s seed=%d at=%.0f%% took=%ds %s broken=%d",
                        victim.word(),
                        seed,
                        outcome.killedAt(),
                        outcome.took().toSeconds(),
                        figures.entrySet().stream()
                                .map(figure -> figure.getKey() + "=" + figure.getValue())
                                .collect(java.util.stream.Collectors.joining(" ")),
                        broken.size()));
        return broken.isEmpty();
    }

    private SystemState state() {
        return context.running().orElseThrow(() -> Refusal.because("The supervisor of the drill is gone."));
    }

    private static int restarts(SystemState state, String part) {
        return state.part(part).map(found -> found.restarts()).orElse(0);
    }

    private static void add(Invariants.Findings findings, List<String> broken, Map<String, Long> figures) {
        broken.addAll(findings.broken());
        figures.putAll(findings.figures());
    }

    private Connection generationDatabase(SystemState state) throws SQLException {
        int port = state.part(Postgres.NAME).orElseThrow().port();
        String database = Service.WORKER.database().orElseThrow();
        return new Postgres(context.dist(), context.home(), port, new Secrets(context.home()), List.of())
                .connect(database);
    }
}
