package io.vimax.standalone.bench;

import io.vimax.standalone.home.Atomically;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the figures of a measurement: as JSON for machines, and as a section of docs/benchmarks.md for people. */
public final class Figures {
    private final Path root;
    private final Path folder;

    /**
     * Where the figures go.
     *
     * @param root the project folder
     * @param folder for the JSON files
     */
    public Figures(Path root, Path folder) {
        this.root = root;
        this.folder = folder;
    }

    /**
     * The same thing measured several times.
     *
     * @param name of the measured thing, with its unit
     */
    public record Series(String name, List<Double> values) {
        public double median() {
            double[] sorted =
                    values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return sorted.length % 2 == 1
                    ? sorted[sorted.length / 2]
                    : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
        }

        private DoubleStream stream() {
            return values.stream().mapToDouble(Double::doubleValue);
        }

        double least() {
            return stream().min().orElse(0);
        }

        double most() {
            return stream().max().orElse(0);
        }
    }

    /** What figures were measured on, in words. */
    public static String when(Clock clock) {
        return "%s, %d processors, Java %s."
                .formatted(
                        clock.instant().toString().substring(0, 10),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature());
    }

    public void keep(String name, String title, String when, List<Series> series) throws IOException {
        keep(name, series, section(title, when, series));
    }

    /**
     * Keeps figures of any form.
     *
     * @param figures becomes the JSON
     * @param section lines of Markdown, beginning with a heading
     */
    public void keep(String name, Object figures, List<String> section) throws IOException {
        Files.createDirectories(folder);
        Atomically.write(
                folder.resolve(name + ".json"),
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(figures) + "\n");
        Path document = root.resolve("docs/benchmarks.md");
        Files.createDirectories(document.getParent());
        String before = Files.exists(document) ? Files.readString(document) : "# Benchmarks\n";
        Atomically.write(document, replaced(before, name, section));
    }

    static List<String> section(String title, String when, List<Series> series) {
        List<String> lines = new ArrayList<>();
        lines.add("## " + title);
        lines.add("");
        lines.add(when);
        lines.add("");
        lines.add("| measured | median | least | most | runs |");
        lines.add("| --- | ---: | ---: | ---: | ---: |");
        for (Series one : series) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.1f | %d |",
                    one.name(),
                    one.median(),
                    one.least(),
                    one.most(),
                    one.values().size()));
        }
        return lines;
    }

    /** Replaces the section between its two marks, or appends it. */
    static String replaced(String document, String name, List<String> section) {
        String begin = "<!-- " + name + " -->";
        String end = "<!-- /" + name + " -->";
        String block = begin + "\n" + String.join("\n", section) + "\n" + end;
        int from = document.indexOf(begin);
        int to = document.indexOf(end);
        return from >= 0 && to > from
                ? document.substring(0, from) + block + document.substring(to + end.length())
                : document.stripTrailing() + "\n\n" + block + "\n";
    }
}
