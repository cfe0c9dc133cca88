package io.vimax.worker.captions;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Breaks text into blocks of at most two lines where a reader would pause. Every way to break is priced, and the
 * cheapest one is taken (dynamic programming over the allowed breaks): lines of a block of like length, breaks behind
 * punctuation rather than behind "the". Where a line may break at all is {@link BreakIterator}'s knowledge: between
 * words, and between Chinese characters but not before a closing mark.
 */
final class LineBreaker {

    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?\\u2026。！？][\"'”’」』）)]*\\s*", Pattern.DOTALL);
    private static final Pattern CLAUSE_END = Pattern.compile(".*[,;:，；：、\\u2014-][\"'”’」』）)]*\\s*", Pattern.DOTALL);
    private static final Set<String> CLINGING = Set.of(
            "a", "an", "the", "of", "to", "in", "on", "at", "for", "and", "or", "but", "by", "with", "my", "your",
            "his", "her", "its", "our", "their", "is", "was", "mr.", "mrs.", "dr.", "no", "not", "i");

    private static final double NEW_BLOCK = 60;
    private static final double NEW_LINE = 12;

    private final int lineUnits;

    LineBreaker(CaptionLayout layout) {
        this.lineUnits = layout.lineUnits();
    }

    /** The blocks in order; each is one or two lines. Empty for blank text. */
    List<List<String>> blocks(String text) {
        var atoms = atoms(text.strip().replaceAll("\\s+", " "));
        if (atoms.isEmpty()) {
            return List.of();
        }
        return assemble(atoms, cheapest(atoms));
    }

    /** Columns that the text takes: wide characters count twice. */
    static int units(String text) {
        return text.codePoints().map(LineBreaker::units).sum();
    }

    private static int units(int codePoint) {
        if (Character.getType(codePoint) == Character.NON_SPACING_MARK) {
            return 0;
        }
        var wide = Character.isIdeographic(codePoint)
                || (codePoint >= 0x3000 && codePoint <= 0x30FF)
                || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
                || (codePoint >= 0xFF01 && codePoint <= 0xFF60)
                || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF);
        return wide ? 2 : 1;
    }

    private List<String> atoms(String text) {
        var breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        var atoms = new ArrayList<String>();
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            addInParts(atoms, text.substring(from, to));
        }
        return atoms;
    }

    /** A word longer than a line (an address, a shout) is cut hard. */
    private void addInParts(List<String> atoms, String atom) {
        var rest = atom;
        while (units(rest.stripTrailing()) > lineUnits) {
            var end = 0;
            for (var used = 0; ; ) {
                var codePoint = rest.codePointAt(end);
                used += units(codePoint);
                if (used > lineUnits) {
                    break;
                }
                end += Character.charCount(codePoint);
            }
            atoms.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        atoms.add(rest);
    }

    /**
     * {@code previous[n][k]} belongs to the line that ends behind atom n and is line k (0, 1) of its block: the atom that
     * it starts with, and the number k of the line before it, packed as {@code start * 2 + k}.
     */
    private Breaks cheapest(List<String> atoms) {
        var count = atoms.size();
        var cost = new double[count + 1][2];
        var previous = new int[count + 1][2];
        for (var row : cost) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        cost[0][1] = 0; // as if a full block had just ended
        for (var end = 1; end <= count; end++) {
            var width = 0;
            for (var start = end - 1; start >= 0; start--) {
                width += units(start == end - 1 ? atoms.get(start).stripTrailing() : atoms.get(start));
                if (width > lineUnits) {
                    break;
                }
                var slack = (double) (lineUnits - width) / lineUnits;
                for (var before = 0; before < 2; before++) {
                    relax(atoms, cost, previous, new Step(start, end, before, slack));
                }
            }
        }
        return new Breaks(List.of(previous), cost[count][1] < cost[count][0] ? 1 : 0);
    }

    /** The cheapest way found, to be read from its end: {@code lastLine} is the number of the last line in its block. */
    private record Breaks(List<int[]> previous, int lastLine) {}

    /** A line from atom {@code start} to {@code end}, after a line that was number {@code before} of its block. */
    private record Step(int start, int end, int before, double slack) {}

    private static void relax(List<String> atoms, double[][] cost, int[][] previous, Step step) {
        var base = cost[step.start()][step.before()];
        if (base == Double.POSITIVE_INFINITY) {
            return;
        }
        var breakCost = step.start() == 0 ? 0 : roughness(atoms.get(step.start() - 1));
        var opening = base + NEW_BLOCK + 1.5 * breakCost + 30 * step.slack() * step.slack();
        improve(cost, previous, step, 0, opening);
        if (step.before() == 0 && step.start() > 0) {
            improve(cost, previous, step, 1, base + NEW_LINE + breakCost + 30 * step.slack() * step.slack());
        }
    }

    private static void improve(double[][] cost, int[][] previous, Step step, int line, double price) {
        if (price < cost[step.end()][line]) {
            cost[step.end()][line] = price;
            previous[step.end()][line] = step.start() * 2 + step.before();
        }
    }

    /** How badly a break behind this atom reads. */
    private static double roughness(String atom) {
        if (SENTENCE_END.matcher(atom).matches()) {
            return -20;
        }
        if (CLAUSE_END.matcher(atom).matches()) {
            return 0;
        }
        return CLINGING.contains(atom.strip().toLowerCase(Locale.ROOT)) ? 40 : 15;
    }

    private static List<List<String>> assemble(List<String> atoms, Breaks breaks) {
        var reversed = new ArrayList<List<String>>();
        var block = new ArrayList<String>();
        var line = breaks.lastLine();
        for (var end = atoms.size(); end > 0; ) {
            var before = breaks.previous().get(end)[line];
            block.add(String.join("", atoms.subList(before / 2, end)).strip());
            if (line == 0) {
                reversed.add(block.reversed());
                block = new ArrayList<>();
            }
            line = before % 2;
            end = before / 2;
        }
        return List.copyOf(reversed.reversed());
    }
}
