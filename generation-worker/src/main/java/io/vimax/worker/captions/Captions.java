package io.vimax.worker.captions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes cues from spoken lines. A long line becomes several cues that share its time by the length of their text; a cue
 * may stay a little longer than the voice, but always ends {@link #GAP_MS} before the next one.
 */
public final class Captions {

    /** Two frames at 24 fps: without a gap the eye does not notice that the text changed. */
    static final long GAP_MS = 84;

    /** Shorter text flashes by unread. */
    static final long SHORTEST_MS = 1_000;

    /** How long a cue stays after its voice where nothing follows. */
    private static final long LINGER_MS = 400;

    /** A pause in the voice, in columns of text: a sentence end costs as much time as five letters. */
    private static final int SENTENCE_PAUSE = 5;

    private Captions() {}

    /** Cues in order of time, without overlaps, none after {@code filmMs}. Blank lines give none. */
    public static List<CaptionCue> of(List<SpokenLine> lines, CaptionLayout layout, long filmMs) {
        var breaker = new LineBreaker(layout);
        var timed = new ArrayList<CaptionCue>();
        lines.stream()
                .sorted(Comparator.comparingLong(SpokenLine::startMs))
                .forEach(line -> timed.addAll(cues(line, breaker.blocks(line.text()))));
        return spaced(timed, filmMs);
    }

    private static List<CaptionCue> cues(SpokenLine line, List<List<String>> blocks) {
        var total = blocks.stream().mapToInt(Captions::weight).sum();
        var cues = new ArrayList<CaptionCue>();
        var before = 0;
        for (var block : blocks) {
            var start = line.startMs() + line.durationMs() * before / total;
            before += weight(block);
            var end = line.startMs() + line.durationMs() * before / total;
            cues.add(new CaptionCue(start, Math.max(end, start + 1), block, line.speaker()));
        }
        return cues;
    }

    private static int weight(List<String> block) {
        return block.stream().mapToInt(LineBreaker::units).sum() + SENTENCE_PAUSE;
    }

    private static List<CaptionCue> spaced(List<CaptionCue> timed, long filmMs) {
        var cues = new ArrayList<CaptionCue>();
        for (var i = 0; i < timed.size(); i++) {
            var cue = timed.get(i);
            var latest = i + 1 < timed.size() ? timed.get(i + 1).startMs() - GAP_MS : filmMs;
            var wanted = Math.max(cue.endMs() + LINGER_MS, cue.startMs() + SHORTEST_MS);
            var end = Math.min(Math.min(wanted, latest), filmMs);
            if (end > cue.startMs()) {
                cues.add(new CaptionCue(cue.startMs(), end, cue.lines(), cue.speaker()));
            }
        }
        return List.copyOf(cues);
    }
}
