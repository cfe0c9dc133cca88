package io.vimax.worker.provider.local.frame;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A few centred lines of equal length, as large as they fit; sizes in pixels. */
record TextBlock(List<TextLayout> lines, double lineHeight) {

    static TextBlock fit(
            String text, Font font, double largest, double smallest, double measure, int mostLines, Graphics2D g) {
        String clean = text.strip().replaceAll("\\s+", " ");
        if (clean.isEmpty()) {
            return new TextBlock(List.of(), 0);
        }
        FontRenderContext context = g.getFontRenderContext();
        for (double size = largest; size >= smallest; size *= 0.94) {
            Font sized = font.deriveFont((float) size);
            List<String> lines = balanced(clean, sized, measure, context);
            if (lines.size() <= mostLines && lines.stream().allMatch(l -> width(l, sized, context) <= measure)) {
                return of(lines, sized, size, context);
            }
        }
        Font sized = font.deriveFont((float) smallest);
        List<String> lines = wrap(clean, sized, measure, context);
        if (lines.size() > mostLines) {
            lines = new ArrayList<>(lines.subList(0, mostLines));
            lines.set(mostLines - 1, lines.getLast() + "…");
        }
        return of(lines, sized, smallest, context);
    }

    boolean empty() {
        return lines.isEmpty();
    }

    double height() {
        return lines.size() * lineHeight;
    }

    /** @param y upper edge of the first line */
    void draw(Graphics2D g, double centre, double y, Color colour, Color shadow, double drop) {
        double at = y + lineHeight * 0.78;
        for (TextLayout line : lines) {
            double x = centre - line.getVisibleAdvance() / 2;
            Shape glyphs = line.getOutline(AffineTransform.getTranslateInstance(x, at));
            g.setPaint(shadow);
            g.fill(AffineTransform.getTranslateInstance(0, drop).createTransformedShape(glyphs));
            g.setPaint(colour);
            g.fill(glyphs);
            at += lineHeight;
        }
    }

    private static TextBlock of(List<String> lines, Font font, double size, FontRenderContext context) {
        return new TextBlock(
                lines.stream().map(l -> new TextLayout(l, font, context)).toList(), size * 1.2);
    }

    /** As few lines as the measure needs, all about equally long. */
    private static List<String> balanced(String text, Font font, double measure, FontRenderContext context) {
        List<String> lines = wrap(text, font, measure, context);
        if (lines.size() < 2) {
            return lines;
        }
        double even = width(text, font, context) / lines.size();
        for (double narrower = even * 1.02; narrower < measure; narrower *= 1.05) {
            List<String> tried = wrap(text, font, narrower, context);
            if (tried.size() == lines.size()) {
                return tried;
            }
        }
        return lines;
    }

    private static List<String> wrap(String text, Font font, double measure, FontRenderContext context) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        List<String> lines = new ArrayList<>();
        int start = 0;
        int last = breaks.first();
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (last > start && width(text.substring(start, next).stripTrailing(), font, context) > measure) {
                lines.add(text.substring(start, last).strip());
                start = last;
            }
            last = next;
        }
        lines.add(text.substring(start).strip());
        return lines;
    }

    private static double width(String line, Font font, FontRenderContext context) {
        return line.isEmpty() ? 0 : new TextLayout(line, font, context).getVisibleAdvance();
    }
}
