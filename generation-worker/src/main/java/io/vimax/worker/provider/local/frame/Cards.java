package io.vimax.worker.provider.local.frame;

import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Look;
import io.vimax.worker.provider.local.frame.paint.Picture;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Sheet;
import io.vimax.worker.provider.local.frame.paint.Stage;
import io.vimax.worker.provider.local.frame.paint.Tone;
import io.vimax.worker.provider.local.frame.place.Places;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextAttribute;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Title and end cards in the look of the episode: a quiet landscape at the edge of night, and type. */
public final class Cards {
    private static final String[] SCENERY = {"mountain range", "open sea", "snow plain", "hill field"};

    private Cards() {}

    /**
     * Draws a title card.
     *
     * @param logline may be empty
     */
    public static void title(
            String title, String logline, String language, long lookSeed, int width, int height, Path png)
            throws IOException {
        BufferedImage card = backdrop(lookSeed, width, height, 0.34);
        Look look = Look.of(lookSeed);
        double unit = 0.75 * Math.sqrt((double) width * height);
        double measure = Math.min(width * 0.84, unit * 1.35);
        Graphics2D g = pen(card);
        Font titleFont = spaced(Fonts.title(title), chinese(language, title) ? 0.12 : 0.03);
        Font textFont = spaced(Fonts.text(logline), chinese(language, logline) ? 0.06 : 0.01);
        TextBlock head = TextBlock.fit(title, titleFont, unit * 0.125, unit * 0.055, measure, 3, g);
        TextBlock under = TextBlock.fit(
                logline,
                textFont,
                unit * (chinese(language, logline) ? 0.034 : 0.047),
                unit * 0.026,
                measure * 0.78,
                4,
                g);
        double gap = unit * 0.06;
        double all = head.height() + (under.empty() ? 0 : gap * 2 + under.height());
        double y = height * 0.48 - all / 2;
        int light = look.family().light();
        head.draw(
                g, width / 2.0, y, Colour.of(light, 1), Colour.of(look.family().shadow(), 0.55), unit * 0.004);
        if (!under.empty()) {
            double ruleY = y + head.height() + gap;
            g.setPaint(Colour.of(look.family().accent(), 0.95));
            g.fill(Shapes.box(
                    width / 2.0 - unit * 0.055, ruleY - unit * 0.0016, unit * 0.11, Math.max(1.5, unit * 0.0032)));
            under.draw(
                    g,
                    width / 2.0,
                    ruleY + gap,
                    Colour.of(light, 0.86),
                    Colour.of(look.family().shadow(), 0.4),
                    unit * 0.003);
        }
        g.dispose();
        PngFile.write(card, "", "", png);
    }

    /**
     * Draws an end card.
     *
     * @param title stands small below; may be empty
     */
    public static void end(String title, String language, long lookSeed, int width, int height, Path png)
            throws IOException {
        BufferedImage card = backdrop(lookSeed ^ 0x51de, lookSeed, width, height, 0.6);
        Look look = Look.of(lookSeed);
        double unit = 0.75 * Math.sqrt((double) width * height);
        Graphics2D g = pen(card);
        boolean zh = language.toLowerCase(Locale.ROOT).startsWith("zh");
        String word = zh ? "完" : "The End";
        TextBlock head =
                TextBlock.fit(word, Fonts.title(word), unit * (zh ? 0.15 : 0.12), unit * 0.05, width * 0.84, 1, g);
        Font small = spaced(Fonts.text(title), chinese(language, title) ? 0.12 : 0.02);
        TextBlock under = TextBlock.fit(title, small, unit * 0.036, unit * 0.024, width * 0.7, 2, g);
        double gap = unit * 0.05;
        double y = height * 0.48 - (head.height() + (under.empty() ? 0 : gap + under.height())) / 2;
        head.draw(
                g,
                width / 2.0,
                y,
                Colour.of(look.family().light(), 1),
                Colour.of(look.family().shadow(), 0.5),
                unit * 0.004);
        under.draw(
                g,
                width / 2.0,
                y + head.height() + gap,
                Colour.of(look.family().light(), 0.7),
                Colour.of(look.family().shadow(), 0.4),
                unit * 0.003);
        g.dispose();
        PngFile.write(card, "", "", png);
    }

    private static BufferedImage backdrop(long lookSeed, int width, int height, double dark) {
        return backdrop(lookSeed, lookSeed, width, height, dark);
    }

    private static BufferedImage backdrop(long chance, long lookSeed, int width, int height, double dark) {
        Random random = new Random(chance * 31 + 3);
        random.nextInt();
        Look look = Look.of(lookSeed);
        Tone tone = Tone.of(look, random.nextInt(3) == 0 ? Tone.Hour.NIGHT : Tone.Hour.DUSK, "clear", "calm");
        Stage stage = new Stage(
                width,
                height,
                tone,
                new Stage.View(1.05, width * 0.5, height * 0.47, random.nextBoolean()),
                false,
                chance,
                chance);
        Places.paint(Places.find(SCENERY[random.nextInt(SCENERY.length)], "", false), stage, "clear");
        Brush veil = stage.frameLayer(1.3, new Sheet.Motion.Still());
        veil.raw(
                Shapes.box(-width, -height, width * 3.0, height * 3.0),
                look.family().shadow(),
                dark);
        for (int i = 0; i < 2; i++) {
            veil.in(
                    width / 2.0,
                    height * 0.48,
                    1,
                    0.55,
                    b -> b.glow(0, 0, width * 0.62, look.family().shadow(), 0.5));
        }
        return new Picture(
                        width, height, stage.seal(stage.unit() * 0.004), stage.living(), 0.5, width / 2.0, height / 2.0)
                .flatten();
    }

    private static Graphics2D pen(BufferedImage card) {
        Graphics2D g = card.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return g;
    }

    private static boolean chinese(String language, String text) {
        return language.toLowerCase(Locale.ROOT).startsWith("zh")
                || text.codePoints().anyMatch(Character::isIdeographic);
    }

    /** @param tracking extra space between letters as a share of the size */
    private static Font spaced(Font font, double tracking) {
        return font.deriveFont(
                Map.of(TextAttribute.TRACKING, (float) tracking, TextAttribute.KERNING, TextAttribute.KERNING_ON));
    }
}
