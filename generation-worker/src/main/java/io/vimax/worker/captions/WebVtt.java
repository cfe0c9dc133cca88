package io.vimax.worker.captions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** WebVTT (W3C): the captions of web players. Speakers are voice spans, so that a player may show or style them. */
public final class WebVtt {

    private WebVtt() {}

    public static String write(List<CaptionCue> cues) {
        var text = new StringBuilder("WEBVTT\n");
        for (var i = 0; i < cues.size(); i++) {
            var cue = cues.get(i);
            text.append('\n').append(i + 1).append('\n');
            text.append(Timecode.milliseconds(cue.startMs(), '.'))
                    .append(" --> ")
                    .append(Timecode.milliseconds(cue.endMs(), '.'))
                    .append('\n');
            if (cue.speaker() != null) {
                text.append("<v ").append(escape(cue.speaker())).append('>');
            }
            text.append(escape(cue.text())).append('\n');
        }
        return text.toString();
    }

    /** Reads what {@link #write} wrote, and plain files of others; settings and styles are passed over. */
    static List<CaptionCue> parse(String document) {
        if (!document.startsWith("WEBVTT")) {
            throw new IllegalArgumentException("a WebVTT file starts with WEBVTT");
        }
        var cues = new ArrayList<CaptionCue>();
        for (var block : document.replace("\r\n", "\n").split("\n{2,}", -1)) {
            var lines = block.strip().split("\n", -1);
            var timing =
                    Arrays.stream(lines).filter(line -> line.contains("-->")).findFirst();
            if (timing.isEmpty()) {
                continue;
            }
            var times = timing.get().split("-->", -1);
            var body =
                    String.join("\n", List.of(lines).subList(List.of(lines).indexOf(timing.get()) + 1, lines.length));
            String speaker = null;
            if (body.startsWith("<v ")) {
                var end = body.indexOf('>');
                speaker = unescape(body.substring(3, end));
                body = body.substring(end + 1);
            }
            cues.add(new CaptionCue(
                    Timecode.parse(times[0]),
                    Timecode.parse(times[1].strip().split("\\s", -1)[0]),
                    List.of(unescape(body).split("\n", -1)),
                    speaker));
        }
        return List.copyOf(cues);
    }

    /** Markup characters become entities; that also breaks up an arrow, which would start a new cue. */
    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
