package io.vimax.standalone.cli;

import io.vimax.standalone.console.Refusal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Prints the end of one log or of all, and what is added to them. */
final class LogsCommand {
    private static final int LAST_BYTES = 64 * 1024;
    private static final int LAST_LINES = 60;

    private final Context context;

    LogsCommand(Context context) {
        this.context = context;
    }

    int run(java.util.Optional<String> part, boolean follow) throws IOException, InterruptedException {
        List<Path> logs = logs(part);
        Map<Path, Long> read = new LinkedHashMap<>();
        boolean several = logs.size() > 1;
        for (Path log : logs) {
            long size = Files.size(log);
            read.put(log, size);
            List<String> lines = lines(log, Math.max(0, size - LAST_BYTES), size);
            int most = several ? 8 : LAST_LINES;
            lines.subList(Math.max(0, lines.size() - most), lines.size()).forEach(line -> say(log, line, several));
        }
        while (follow) {
            Thread.sleep(300);
            for (Path log : logs) {
                long from = read.getOrDefault(log, 0L);
                long size = Files.exists(log) ? Files.size(log) : 0;
                if (size < from) {
                    from = 0; // the supervisor has cut it
                }
                lines(log, from, size).forEach(line -> say(log, line, several));
                read.put(log, size);
            }
        }
        return 0;
    }

    private List<Path> logs(java.util.Optional<String> part) throws IOException {
        if (part.isPresent()) {
            Path log = context.home().log(part.get());
            if (!Files.exists(log)) {
                throw Refusal.because(
                        "There is no log of '" + part.get() + "'; there are: " + String.join(", ", names()) + ".");
            }
            return List.of(log);
        }
        List<Path> logs = new ArrayList<>();
        names().forEach(name -> logs.add(context.home().log(name)));
        if (logs.isEmpty()) {
            throw Refusal.because("There are no logs yet; './vimax up' starts ViMax.");
        }
        return logs;
    }

    private List<String> names() throws IOException {
        if (!Files.isDirectory(context.home().logs())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(context.home().logs())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.substring(0, name.length() - ".log".length()))
                    .sorted()
                    .toList();
        }
    }

    private void say(Path log, String line, boolean several) {
        String name = log.getFileName().toString().replace(".log", "");
        context.terminal().say(several ? context.terminal().faint("%-22s ".formatted(name)) + line : line);
    }

    private static List<String> lines(Path log, long from, long to) throws IOException {
        if (to <= from) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            byte[] bytes = new byte[(int) Math.min(to - from, 4L * 1024 * 1024)];
            int count = file.read(bytes);
            return count <= 0
                    ? List.of()
                    : new String(bytes, 0, count, StandardCharsets.UTF_8)
                            .lines()
                            .toList();
        }
    }
}
