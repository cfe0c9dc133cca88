package io.vimax.worker.media;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The last lines that FFmpeg wrote, bounded, and what they say about a failure. */
final class LogTail {

    private static final int MAX_LINES = 200;
    private static final int MAX_LINE = 500;
    private static final int DETAIL_LINES = 12;
    private static final Pattern BROKEN_INPUT = Pattern.compile(
            "(?:\\[[^\\]]*] )?(?:Error opening input file )?(/.+?)(?:: (Invalid data found when processing input|"
                    + "No such file or directory|Permission denied|End of file|Input/output error)|\\.)$");

    private final Deque<String> lines = new ArrayDeque<>();
    private boolean diskFull;

    synchronized void accept(String line) {
        diskFull |= line.contains("No space left on device");
        lines.addLast(line.length() > MAX_LINE ? line.substring(0, MAX_LINE) : line);
        if (lines.size() > MAX_LINES) {
            lines.removeFirst();
        }
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    synchronized boolean diskFull() {
        return diskFull;
    }

    synchronized MediaProblem problem() {
        var all = List.copyOf(lines);
        var detail = String.join("\n", all.subList(Math.max(0, all.size() - DETAIL_LINES), all.size()));
        if (diskFull) {
            return new MediaProblem.DiskFull(detail);
        }
        for (var line : all.reversed()) {
            var match = BROKEN_INPUT.matcher(line);
            if (match.matches()) {
                return new MediaProblem.Unreadable(Path.of(match.group(1)), reason(match.group(2)), detail);
            }
        }
        return new MediaProblem.ToolFailed(all.isEmpty() ? "it said nothing" : all.getLast(), detail);
    }

    private static String reason(@Nullable String words) {
        return switch (words) {
            case null -> "it is damaged or of an unknown kind";
            case "No such file or directory" -> "it does not exist";
            case "Permission denied" -> "access to it is denied";
            default -> "it is damaged or of an unknown kind";
        };
    }
}
