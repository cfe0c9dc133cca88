package io.vimax.standalone.supervise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds in the end of a log why a process ended. */
final class LogTail {
    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_CHARACTERS = 300;

    private LogTail() {}

    /** What Spring Boot names as the description of a failed start, or else the last line that is not part of a stack trace. */
    static String cause(Path log) {
        List<String> lines = tail(log)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        int description = lines.lastIndexOf("Description:");
        if (description >= 0 && description + 1 < lines.size()) {
            return cut(lines.get(description + 1));
        }
        return lines.stream()
                .filter(line -> !line.startsWith("at ") && !line.startsWith("..."))
                .reduce((_, line) -> line)
                .map(LogTail::cut)
                .orElse("it said nothing");
    }

    private static String cut(String line) {
        return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "...";
    }

    private static String tail(Path log) {
        try {
            byte[] bytes = Files.readAllBytes(log); // logs are cut at 20 MB
            int from = Math.max(0, bytes.length - MOST_BYTES);
            return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }
}
