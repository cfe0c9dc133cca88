package io.vimax.worker.captions;

import java.util.ArrayList;
import java.util.List;

/**
 * SubRip (.srt): the captions of desktop players and video sites. The format has no escapes, yet most players read
 * {@code <i>} and <code>{\an8}</code> as commands; an invisible word joiner behind the opening mark keeps them text.
 */
public final class SubRip {

    private static final String WORD_JOINER = "\u2060";

    private SubRip() {}

    public static String write(List<CaptionCue> cues) {
        var text = new StringBuilder();
        for (var i = 0; i < cues.size(); i++) {
            var cue = cues.get(i);
            text.append(i + 1).append('\n');
            text.append(Timecode.milliseconds(cue.startMs(), ','))
                    .append(" --> ")
                    .append(Timecode.milliseconds(cue.endMs(), ','))
                    .append('\n');
            text.append(escape(cue.text())).append("\n\n");
        }
        return text.toString();
    }

    static List<CaptionCue> parse(String document) {
        var cues = new ArrayList<CaptionCue>();
        for (var block : document.replace("\r\n", "\n").strip().split("\n{2,}", -1)) {
            var lines = List.of(block.strip().split("\n", -1));
            if (lines.size() < 3) {
                continue;
            }
            var times = lines.get(1).split("-->", -1);
            var body = lines.subList(2, lines.size()).stream()
                    .map(line -> line.replace(WORD_JOINER, ""))
                    .toList();
            cues.add(new CaptionCue(Timecode.parse(times[0]), Timecode.parse(times[1]), body, null));
        }
        return List.copyOf(cues);
    }

    private static String escape(String text) {
        return text.replace("<", "<" + WORD_JOINER)
                .replace("{", "{" + WORD_JOINER)
                .replace("-->", "--" + WORD_JOINER + ">");
    }
}
