package io.vimax.editor.timeline;

import io.vimax.editor.script.Line;
import io.vimax.editor.script.SpokenLength;
import io.vimax.editor.timeline.Timeline.Clip;
import java.util.ArrayList;
import java.util.List;

/** Cuts a line into captions of two short rows and shares the voice's time among them by their length. */
final class Captions {

    /** Two rows of 42 characters, the usual limit of subtitles in Latin script. */
    private static final int LONGEST = 84;

    /** Two rows of 16 characters, the usual limit in Chinese. */
    private static final int LONGEST_CHINESE = 32;

    private static final String ENDS = ".!?…。！？；;";
    private static final String PAUSES = ",:，、：—";

    private Captions() {}

    static List<Clip> of(Line line, Clip voice) {
        List<String> pieces =
                split(line.text(), SpokenLength.language(line.text()).equals("zh") ? LONGEST_CHINESE : LONGEST);
        long letters = pieces.stream().mapToLong(String::length).sum();
        var clips = new ArrayList<Clip>();
        long start = voice.startMs();
        long seen = 0;
        for (String piece : pieces) {
            seen += piece.length();
            long end = voice.startMs() + Math.max(1, voice.durationMs() * seen / letters);
            clips.add(new Clip(
                    "caption-" + line.id() + "-" + (clips.size() + 1),
                    "caption",
                    line.id(),
                    piece,
                    null,
                    start,
                    Math.max(1, end - start),
                    0,
                    null));
            start = end;
        }
        return clips;
    }

    /** Breaks after a sentence, else after a pause, else between words, as late as fits. */
    static List<String> split(String text, int longest) {
        var pieces = new ArrayList<String>();
        String rest = text.strip();
        while (rest.length() > longest) {
            int at = lastAfter(rest, longest, ENDS);
            at = at > longest / 3 ? at : lastAfter(rest, longest, PAUSES);
            at = at > longest / 3 ? at : rest.lastIndexOf(' ', longest);
            at = at > 0 ? at : longest;
            if (Character.isHighSurrogate(rest.charAt(at - 1))) {
                at--;
            }
            pieces.add(rest.substring(0, at).strip());
            rest = rest.substring(at).strip();
        }
        if (!rest.isEmpty()) {
            pieces.add(rest);
        }
        return pieces;
    }

    private static int lastAfter(String text, int longest, String marks) {
        for (int i = longest; i > 0; i--) {
            if (marks.indexOf(text.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
