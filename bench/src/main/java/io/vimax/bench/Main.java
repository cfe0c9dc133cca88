package io.vimax.bench;

import io.vimax.bench.capacity.CapacityBench;
import io.vimax.bench.drill.KeysDrill;
import io.vimax.bench.generation.GenerationBench;
import io.vimax.bench.leases.LeasesBench;
import io.vimax.bench.portkey.PortkeyBench;
import io.vimax.bench.workersdrill.WorkersDrill;
import io.vimax.standalone.bench.Figures;
import io.vimax.standalone.console.Arguments;
import io.vimax.standalone.console.Arguments.Grammar;
import io.vimax.standalone.console.Refusal;
import io.vimax.standalone.home.Dist;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** Entry of the benchmarks and drills of this module; {@code ./vimax} has built everything and says where it is. */
public final class Main {

    private Main() {}

    public static void main(String[] line) {
        int code;
        try {
            code = run(List.of(line));
        } catch (Refusal refusal) {
            System.err.println(refusal.sentence());
            code = refusal.exitCode();
        } catch (IOException | SQLException | RuntimeException e) {
            System.err.println("It stopped: " + e.getMessage());
            if (System.getenv("VIMAX_DEBUG") != null) {
                e.printStackTrace();
            }
            code = 1;
        } catch (InterruptedException _) {
            code = 130;
        }
        System.exit(code);
    }

    private static int run(List<String> line) throws IOException, InterruptedException, SQLException {
        Path root = Path.of(Objects.requireNonNull(System.getenv("VIMAX_ROOT"), "Start it by ./vimax"));
        Path home = Path.of(Objects.requireNonNull(System.getenv("VIMAX_HOME"), "Start it by ./vimax"));
        var dist = new Dist(root.resolve("standalone/target/dist"));
        var figures = new Figures(root, home.resolve("bench"));
        String what = line.isEmpty() ? "" : line.getFirst();
        Arguments arguments = Arguments.parse(
                new Grammar(what, Set.of("--minutes", "--seed"), Set.of("--quick", "--untimed"), 0),
                line.stream().skip(1).toList());
        String when = Figures.when(Clock.systemUTC());
        switch (what) {
            case "leases" -> {
                new LeasesBench(dist, home.resolve("bench/leases"), figures, System.out).run(when);
                return 0;
            }
            case "capacity" -> {
                return new CapacityBench(dist, home.resolve("bench/capacity"), figures, System.out).run(when) ? 0 : 1;
            }
            case "keys" -> {
                int minutes = arguments.number("--minutes", 1, 600).orElse(10);
                long seed = arguments.longNumber("--seed").orElseGet(() -> (long) new Random().nextInt(100_000));
                return new KeysDrill(dist, home.resolve("drill/keys"), System.out).run(minutes, seed) ? 0 : 1;
            }
            case "generation" -> {
                return GenerationBench.of(
                                        dist,
                                        home.resolve("bench/generation"),
                                        figures,
                                        System.out,
                                        Clock.systemUTC(),
                                        arguments.has("--quick"))
                                .run(when)
                        ? 0
                        : 1;
            }
            case "portkey" -> {
                return PortkeyBench.of(
                                        dist,
                                        home.resolve("bench/portkey"),
                                        figures,
                                        System.out,
                                        Clock.systemUTC(),
                                        arguments.has("--quick"))
                                .run(when)
                        ? 0
                        : 1;
            }
            case "workers" -> {
                int minutes = arguments.number("--minutes", 1, 600).orElse(10);
                long seed = arguments.longNumber("--seed").orElseGet(() -> (long) new Random().nextInt(100_000));
                return new WorkersDrill(dist, home.resolve("drill/workers"), System.out, Clock.systemUTC())
                                .run(minutes, seed, !arguments.has("--untimed"))
                        ? 0
                        : 1;
            }
            default ->
                throw Refusal.usage(
                        "Say what to do: './vimax bench leases', './vimax bench capacity', './vimax bench generation',"
                                + " './vimax bench portkey', './vimax drill keys'"
                                + " or './vimax drill workers'.");
        }
    }
}
