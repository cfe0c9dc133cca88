package io.vimax.standalone.cli;

import io.vimax.standalone.bench.Figures;
import io.vimax.standalone.bench.Figures.Series;
import io.vimax.standalone.console.Arguments;
import io.vimax.standalone.console.Refusal;
import io.vimax.standalone.console.Terminal;
import io.vimax.standalone.demo.Demo;
import io.vimax.standalone.demo.DemoOrder;
import io.vimax.standalone.supervise.SystemState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures on this machine; the installation that is measured is a separate one. */
final class BenchCommand {
    private static final int PORT_OFFSET = 4_000;

    private final Context everyday;
    private final Context context;

    BenchCommand(Context everyday) {
        this.everyday = everyday;
        this.context = everyday.within("bench-system");
    }

    int run(Arguments arguments) throws IOException, InterruptedException {
        int runs = arguments.number("--runs", 1, 50).orElse(3);
        String what = arguments.word(0).orElse("");
        everyday.home().create();
        switch (what) {
            case "start" -> start(runs);
            case "demo" -> demo(runs);
            default -> throw Refusal.usage("Say what to measure: './vimax bench start' or './vimax bench demo'.");
        }
        return 0;
    }

    private void start(int runs) throws IOException, InterruptedException {
        RunningSystem system = new RunningSystem(context);
        List<Double> ready = new ArrayList<>();
        List<Double> memory = new ArrayList<>();
        List<Double> stop = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            SystemState state = system.ensure(wishes(), false).state();
            ready.add(seconds(Duration.between(
                    state.startedAt(), Optional.ofNullable(state.readyAt()).orElse(state.startedAt()))));
            memory.add((double) StatusCommand.memoryMb(state, context.clock().instant()));
            long begin = System.nanoTime();
            system.stop();
            stop.add(seconds(Duration.ofNanos(System.nanoTime() - begin)));
            context.terminal()
                    .say("run %d: ready after %.1f s, %.0f MB".formatted(run, ready.getLast(), memory.getLast()));
        }
        keep(
                "start",
                "Start of the whole system on one machine",
                List.of(
                        new Series("start to ready (s)", ready),
                        new Series("memory of all processes when ready, PSS (MB)", memory),
                        new Series("stop (s)", stop)));
    }

    /** The whole of it each time: nothing runs, then the system starts, then the film is made. */
    private void demo(int runs) throws IOException, InterruptedException {
        RunningSystem system = new RunningSystem(context);
        List<Double> whole = new ArrayList<>();
        List<Double> film = new ArrayList<>();
        List<Double> memory = new ArrayList<>();
        Path folder = Files.createTempDirectory(context.home().create().run(), "bench");
        for (int run = 1; run <= runs; run++) {
            DemoOrder order = DemoOrder.parse(
                    List.of("--seconds=30", "--seed=" + run, "--new", "-o", "film" + run + ".mp4"), folder);
            system.stop();
            long begin = System.nanoTime();
            try {
                SystemState state = system.ensure(wishes(), false).state();
                long ready = System.nanoTime();
                try (var peak = new PeakMemory(context)) {
                    new Demo(
                                    DemoCommand.api(context, state),
                                    order,
                                    Terminal.silent(),
                                    context.home(),
                                    "./vimax bench demo")
                            .run();
                    memory.add((double) peak.megabytes());
                }
                film.add(seconds(Duration.ofNanos(System.nanoTime() - ready)));
                whole.add(seconds(Duration.ofNanos(System.nanoTime() - begin)));
            } finally {
                system.stop();
            }
            context.terminal()
                    .say("run %d: film after %.1f s, with the start %.1f s, at most %.0f MB"
                            .formatted(run, film.getLast(), whole.getLast(), memory.getLast()));
        }
        keep(
                "demo",
                "A film of 30 seconds with the built-in provider",
                List.of(
                        new Series("idea to file (s)", film),
                        new Series("start of everything and idea to file (s)", whole),
                        new Series("most memory of all processes while it is made, PSS (MB)", memory)));
    }

    private void keep(String name, String title, List<Series> series) throws IOException {
        String when = Figures.when(everyday.clock());
        new Figures(everyday.root(), everyday.home().folder().resolve("bench")).keep(name, title, when, series);
        everyday.terminal().say("Figures are in docs/benchmarks.md.");
    }

    private static Wishes wishes() {
        return new Wishes(1, Optional.empty(), PORT_OFFSET, false);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
