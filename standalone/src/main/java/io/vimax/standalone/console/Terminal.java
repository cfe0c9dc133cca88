package io.vimax.standalone.console;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Where words for a person go. Colours and redrawing only on a real terminal, and never when NO_COLOR is set. */
public final class Terminal {
    private final PrintStream out;
    private final boolean live;
    private final boolean colours;
    private final int width;
    private int drawn;

    public Terminal(PrintStream out, boolean live, boolean colours, int width) {
        this.out = out;
        this.live = live;
        this.colours = colours;
        this.width = width;
    }

    /**
     * The launcher says whether standard output is a terminal and how wide it is: the JDK knows neither reliably when
     * standard input is redirected.
     */
    public static Terminal ofThisProcess(Map<String, String> environment) {
        boolean live = "1".equals(environment.get("VIMAX_TTY"));
        boolean plain = environment.containsKey("NO_COLOR")
                && !environment.getOrDefault("NO_COLOR", "").isEmpty();
        int width = 80;
        try {
            width = Math.max(40, Integer.parseInt(environment.getOrDefault("VIMAX_COLUMNS", "80")));
        } catch (NumberFormatException _) {
            // an odd value means the usual width
        }
        return new Terminal(
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8),
                live && !"dumb".equals(environment.get("TERM")),
                live && !plain,
                width);
    }

    /** For words beside a result that a program reads from standard output. */
    public static Terminal onStandardError() {
        return new Terminal(
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8),
                false,
                false,
                80);
    }

    public static Terminal silent() {
        return new Terminal(new PrintStream(java.io.OutputStream.nullOutputStream()), false, false, 80);
    }

    public boolean live() {
        return live;
    }

    public int width() {
        return width;
    }

    /** One line that stays. */
    public void say(String line) {
        erase();
        out.println(line);
        out.flush();
    }

    /** Replaces the block drawn last; only on a terminal. */
    public void redraw(List<String> lines) {
        if (!live) {
            return;
        }
        erase();
        for (String line : lines) {
            out.println(cut(line));
        }
        out.flush();
        drawn = lines.size();
    }

    /** Leaves the block drawn last where it is. */
    public void keep() {
        drawn = 0;
    }

    public String strong(String text) {
        return colours ? "\033[1m" + text + "\033[0m" : text;
    }

    public String good(String text) {
        return colours ? "\033[32m" + text + "\033[0m" : text;
    }

    public String bad(String text) {
        return colours ? "\033[31m" + text + "\033[0m" : text;
    }

    public String faint(String text) {
        return colours ? "\033[2m" + text + "\033[0m" : text;
    }

    private void erase() {
        if (drawn > 0) {
            out.print("\033[" + drawn + "A\033[J");
            drawn = 0;
        }
    }

    /** A line that wraps would break the count of lines to erase. */
    private String cut(String line) {
        return line.codePointCount(0, line.length()) < width
                ? line
                : line.substring(0, line.offsetByCodePoints(0, width - 1));
    }
}
