package io.vimax.worker.captions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * ASS, the format that libass burns into the picture: white letters with a dark outline and a soft shadow, low in the
 * picture, with margins that keep them out of a phone's controls.
 */
public final class AdvancedSubStation {

    private static final String WORD_JOINER = "\u2060";

    private AdvancedSubStation() {}

    public static String write(List<CaptionCue> cues, int width, int height, CaptionStyle style) {
        var text = new StringBuilder(header(width, height, style));
        for (var cue : cues) {
            text.append("Dialogue: 0,")
                    .append(Timecode.centiseconds(cue.startMs()))
                    .append(',')
                    .append(Timecode.centiseconds(cue.endMs()))
                    .append(",Caption,,0,0,0,,")
                    .append(escape(cue.text()).replace("\n", "\\N"))
                    .append('\n');
        }
        return text.toString();
    }

    static List<CaptionCue> parse(String document) {
        var cues = new ArrayList<CaptionCue>();
        for (var line : document.split("\n", -1)) {
            if (line.startsWith("Dialogue: ")) {
                var fields = line.substring("Dialogue: ".length()).split(",", 10);
                cues.add(new CaptionCue(
                        Timecode.parse(fields[1]),
                        Timecode.parse(fields[2]),
                        List.of(unescape(fields[9].replace("\\N", "\n")).split("\n")),
                        null));
            }
        }
        return List.copyOf(cues);
    }

    private static String header(int width, int height, CaptionStyle style) {
        var wide = width >= height;
        var size = Math.round(wide ? height / 17.0 : width / 15.0);
        var outline = Math.max(1.5, size / 16.0);
        var side = Math.round(width * 0.07);
        var below = Math.round(height * (wide ? 0.065 : 0.14));
        return String.format(
                Locale.ROOT,
                """
                [Script Info]
                ScriptType: v4.00+
                WrapStyle: 2
                ScaledBorderAndShadow: yes
                YCbCr Matrix: TV.709
                PlayResX: %d
                PlayResY: %d

                [V4+ Styles]
                Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, \
                Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, \
                MarginR, MarginV, Encoding
                Style: Caption,%s,%d,&H00FFFFFF,&H00FFFFFF,&H30000000,&H90000000,0,0,0,0,100,100,0.2,0,1,%.1f,%.1f,2,%d,%d,%d,1

                [Events]
                Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
                """,
                width,
                height,
                style.font().replace(",", " "),
                size,
                outline,
                outline / 2,
                side,
                side,
                below);
    }

    /** Braces open commands, and a backslash before n, N or h is a space or a new line. */
    private static String escape(String text) {
        return text.replace("\\", "\\" + WORD_JOINER).replace("{", "\\{").replace("}", "\\}");
    }

    private static String unescape(String text) {
        return text.replace("\\{", "{").replace("\\}", "}").replace(WORD_JOINER, "");
    }
}
