package io.vimax.keypool.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV (RFC 4180) and keeps the place of every value. Lines end with LF or CRLF; a byte order mark is skipped; commas,
 * semicolons or tabs part the values, whichever the first line has most of.
 */
final class Csv {

    private final String text;
    private final char separator;
    private int at;
    private int line = 1;
    private int lineStart;

    private Csv(String text) {
        this.text = text;
        this.separator = separatorOf(text);
    }

    /** @param fault what is wrong with its form, or null; its values end there */
    record Row(int line, List<Draft.Cell> cells, @Nullable LineFault fault) {}

    /**
     * All rows that are not empty, up to a number.
     *
     * @param most rows to read; one more is read so that the caller sees that there are more
     */
    static List<Row> read(String text, int most) {
        var csv = new Csv(text.startsWith("\uFEFF") ? text.substring(1) : text);
        List<Row> rows = new ArrayList<>();
        while (csv.at < csv.text.length() && rows.size() <= most) {
            Row row = csv.row();
            if (row.fault() != null
                    || row.cells().stream().anyMatch(cell -> !cell.text().isBlank())) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static char separatorOf(String text) {
        String header = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {',', ';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String in, char wanted) {
        return in.chars().filter(c -> c == wanted).count();
    }

    private Row row() {
        int firstLine = line;
        List<Draft.Cell> cells = new ArrayList<>();
        while (true) {
            int cellLine = line;
            int column = at - lineStart + 1;
            if (at < text.length() && text.charAt(at) == '"') {
                String quoted = quoted();
                if (quoted == null) {
                    return new Row(
                            firstLine,
                            cells,
                            new LineFault(
                                    cellLine, column, null, "open-quote", "close this value with a quotation mark"));
                }
                cells.add(new Draft.Cell(quoted, cellLine, column));
                if (at < text.length() && !isEnd(text.charAt(at)) && text.charAt(at) != separator) {
                    var fault = new LineFault(
                            line,
                            at - lineStart + 1,
                            null,
                            "text-after-quote",
                            "after the closing quotation mark comes a separator or the end of the line; write two"
                                    + " quotation marks for one inside");
                    skipLine();
                    return new Row(firstLine, cells, fault);
                }
            } else {
                cells.add(new Draft.Cell(plain(), cellLine, column));
            }
            if (at >= text.length() || text.charAt(at) != separator) {
                skipLine();
                return new Row(firstLine, cells, null);
            }
            at++;
        }
    }

    private String plain() {
        int from = at;
        while (at < text.length() && !isEnd(text.charAt(at)) && text.charAt(at) != separator) {
            at++;
        }
        return text.substring(from, at).strip();
    }

    /** The value between quotation marks, or null if the text ends before it does. */
    private @Nullable String quoted() {
        var value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                if (at >= text.length() || text.charAt(at) != '"') {
                    return value.toString();
                }
                at++;
            } else if (c == '\n') {
                line++;
                lineStart = at;
            }
            value.append(c);
        }
        return null;
    }

    private static boolean isEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
        at++;
        line++;
        lineStart = at;
    }
}
