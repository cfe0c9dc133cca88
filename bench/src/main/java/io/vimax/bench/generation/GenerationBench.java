package io.vimax.bench.generation;

import io.vimax.standalone.bench.Figures;
import io.vimax.standalone.home.Dist;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** {@code bench generation}: throughput, jobs at once, what a task costs before it is sent, and who waits for whom. */
public final class GenerationBench {

    private static final double LINEAR = 0.95;
    private static final double OVERHEAD_P50_MS = 60;
    private static final double OVERHEAD_P99_MS = 300;
    private static final double LONGEST_BESIDE = 2;

    private final Setting setting;
    private final Figures figures;

    GenerationBench(Setting setting, Figures figures) {
        this.setting = setting;
        this.figures = figures;
    }

    /** @param quick shows in a few minutes that everything works; its figures are printed and not kept */
    public static GenerationBench of(
            Dist dist, Path folder, Figures figures, PrintStream out, Clock clock, boolean quick) {
        return new GenerationBench(new Setting(dist, folder, out, clock, quick), figures);
    }

    record Result(
            String when,
            List<Throughput.Line> throughput,
            ManyJobs.Result manyJobs,
            Overhead.Result overhead,
            NoisyUser.Result noisyUser) {

        List<String> missed() {
            List<String> missed = new ArrayList<>();
            if (throughput.stream().anyMatch(line -> line.linear() < LINEAR)) {
                missed.add("throughput is less than 95 % of linear");
            }
            if (manyJobs.atOnce() < manyJobs.jobs() || manyJobs.completed() < manyJobs.jobs()) {
                missed.add("not all jobs ran at once and were completed");
            }
            if (overhead.p50() > OVERHEAD_P50_MS || overhead.p99() > OVERHEAD_P99_MS) {
                missed.add("a task costs more than 60 ms (p50) or 300 ms (p99) before it is sent");
            }
            if (noisyUser.ratio() > LONGEST_BESIDE) {
                missed.add("people wait more than twice as long beside one who queues much");
            }
            return missed;
        }
    }

    /** @return whether the targets were reached */
    public boolean run(String when) throws IOException, InterruptedException, SQLException {
        List<Throughput.Line> throughput = new Throughput(setting).measure();
        Throughput.table(throughput).forEach(setting.out()::println);
        Overhead.Result overhead = new Overhead(setting).measure();
        setting.out().println(overhead.words());
        NoisyUser.Result noisy = new NoisyUser(setting).measure();
        setting.out().println(noisy.words());
        ManyJobs.Result many = new ManyJobs(setting).measure();
        setting.out().println(many.words());
        var result = new Result(when, throughput, many, overhead, noisy);
        if (!setting.quick()) {
            figures.keep("generation", result, section(result));
        }
        result.missed().forEach(words -> setting.out().println("MISSED: " + words));
        return result.missed().isEmpty();
    }

    private static List<String> section(Result result) {
        List<String> lines = new ArrayList<>();
        lines.add("## Generations");
        lines.add("");
        lines.add(
                result.when()
                        + " Workers, PostgreSQL, Kafka, the registry, Redis, the key pool and the simulated provider share one machine. Every account allows 20 clips in any 60 s.");
        lines.add("");
        lines.addAll(Throughput.table(result.throughput()));
        lines.add("");
        lines.add(result.overhead().words());
        lines.add("");
        lines.add(result.noisyUser().words());
        lines.add("");
        lines.add(result.manyJobs().words());
        result.missed().forEach(words -> {
            lines.add("");
            lines.add("Missed: " + words + ".");
        });
        return lines;
    }
}
