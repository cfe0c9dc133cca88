package io.vimax.worker.provider.local.story;

import io.vimax.worker.provider.local.story.script.Script;
import io.vimax.worker.provider.local.story.text.Sentences;
import io.vimax.worker.provider.local.story.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a script into beats, one for each scene: cut where the author cut, or else into parts of equal weight. */
final class ScriptBeats {
    private static final Pattern NEW_SCENE = Pattern.compile(
            "(?i)^(the next (day|morning|night|evening)|next morning|later|meanwhile|that (night|evening|morning|afternoon)"
                    + "|years? later|in the (morning|evening)|at (dawn|dusk|night|noon|midnight)|one (day|night|morning|evening)"
                    + "|when (morning|night) came|第二天|后来|这天|那天|一天|夜里|清晨|傍晚|与此同时|多年后).*");

    private record Cut(@Nullable String heading, List<Beat.Spoken> lines, List<Integer> paragraphStarts) {
        int weight() {
            return lines.stream().mapToInt(Beat.Spoken::needMs).sum();
        }
    }

    private final Script script;
    private final boolean chinese;
    private final boolean synopsis;

    ScriptBeats(Script script, boolean chinese, boolean synopsis) {
        this.script = script;
        this.chinese = chinese;
        this.synopsis = synopsis;
    }

    List<Beat> beats(OptionalInt count, OptionalInt seconds, int most) {
        var cuts = new ArrayList<Cut>();
        for (var section : script.sections()) {
            cuts.add(cut(section));
        }
        if (count.isPresent() || cuts.size() == 1) {
            // As for ideas: four scenes for half a minute, longer ones in longer films.
            var length = seconds.orElse(
                    Math.max(5, cuts.stream().mapToInt(Cut::weight).sum() / 1000));
            var wanted = count.orElse(Math.clamp(Math.round(length / (7 + length / 75.0)), 1, most));
            while (cuts.size() < wanted && split(cuts)) {}
            merge(cuts, wanted);
        }
        merge(cuts, most);
        var beats = new ArrayList<Beat>();
        var facts = SceneFacts.start(chinese);
        for (var i = 0; i < cuts.size(); i++) {
            var cut = cuts.get(i);
            facts = facts.next(cut.heading, cut.lines);
            beats.add(beat(cut, facts, act(i, cuts.size())));
        }
        return beats;
    }

    private static String act(int index, int count) {
        if (index == 0) {
            return "beginning";
        }
        var place = (index + 0.5) / count;
        return index == count - 1 || place > 0.85
                ? "end"
                : place < 0.2 ? "beginning" : place < 0.62 ? "rising" : "turn";
    }

    private Cut cut(Script.Section section) {
        var lines = new ArrayList<Beat.Spoken>();
        var starts = new ArrayList<Integer>();
        for (var paragraph : section.paragraphs()) {
            starts.add(lines.size());
            for (var piece : paragraph.pieces()) {
                for (var sentence : Sentences.split(piece.text())) {
                    for (var breath : Sentences.breaths(sentence, ShotPlan.BREATH_MS)) {
                        var speaker = piece.speaker() == null ? chinese ? "旁白" : "Narrator" : piece.speaker();
                        lines.add(new Beat.Spoken(speaker, piece.speaker() != null, breath, 0));
                    }
                }
            }
        }
        return new Cut(section.heading(), lines, starts);
    }

    /** Splits the longest part near its middle; better between paragraphs, best where time moves on. */
    private static boolean split(List<Cut> cuts) {
        var longest = -1;
        for (var i = 0; i < cuts.size(); i++) {
            if (cuts.get(i).lines.size() > 1
                    && (longest < 0 || cuts.get(i).weight() > cuts.get(longest).weight())) {
                longest = i;
            }
        }
        if (longest < 0) {
            return false;
        }
        var cut = cuts.get(longest);
        var half = cut.weight() / 2.0;
        var before = 0;
        var best = 1;
        var least = Double.MAX_VALUE;
        for (var i = 1; i < cut.lines.size(); i++) {
            before += cut.lines.get(i - 1).needMs();
            var paragraph = cut.paragraphStarts.contains(i);
            var bonus = NEW_SCENE.matcher(cut.lines.get(i).text()).matches() ? 0.35 : paragraph ? 0.75 : 1.5;
            var cost = (Math.abs(before - half) + 0.08 * half) * bonus;
            if (cost < least) {
                least = cost;
                best = i;
            }
        }
        var at = best;
        var head = new Cut(
                cut.heading,
                cut.lines.subList(0, at),
                cut.paragraphStarts.stream().filter(it -> it < at).toList());
        var tail = new Cut(
                cut.heading,
                cut.lines.subList(at, cut.lines.size()),
                cut.paragraphStarts.stream()
                        .filter(it -> it >= at)
                        .map(it -> it - at)
                        .toList());
        cuts.set(longest, head);
        cuts.add(longest + 1, tail);
        return true;
    }

    private static void merge(List<Cut> cuts, int most) {
        while (cuts.size() > most) {
            var best = 0;
            for (var i = 1; i + 1 < cuts.size(); i++) {
                var weight = cuts.get(i).weight() + cuts.get(i + 1).weight();
                if (weight < cuts.get(best).weight() + cuts.get(best + 1).weight()) {
                    best = i;
                }
            }
            var second = cuts.remove(best + 1);
            var lines = new ArrayList<>(cuts.get(best).lines);
            lines.addAll(second.lines);
            cuts.set(best, new Cut(cuts.get(best).heading, lines, List.of(0)));
        }
    }

    private Beat beat(Cut cut, SceneFacts facts, String act) {
        var framings = List.of("wide", "medium", "close", "medium", "detail", "wide", "close");
        var moves = List.of(
                "push_in", "static", "pan_right", "static", "push_in", "pan_left", "static", "pull_out", "tilt_up");
        var lines = new ArrayList<Beat.Spoken>();
        for (var i = 0; i < cut.lines.size(); i++) {
            var line = cut.lines.get(i);
            var people = facts.peopleIn(line);
            var framing = line.dialogue() ? i % 2 == 0 ? "close" : "medium" : framings.get(i % framings.size());
            var seen = line.dialogue()
                    ? line.speaker()
                            + (chinese ? "在" : " speaking, ")
                            + facts.setting().place()
                            + (chinese ? "说话" : "")
                    : line.text().replaceAll("[,;，；]$", "");
            var look = new Beat.Look(framing, moves.get((i + facts.number()) % moves.size()), people, seen);
            var priority = synopsis ? Math.min(i, 2) + 1 : 0;
            lines.add(new Beat.Spoken(line.speaker(), line.dialogue(), line.text(), priority, look));
        }
        var place = facts.setting().place();
        var sky = Sky.of(chinese, facts.setting().weather(), facts.setting().timeOfDay());
        var opening = chinese
                ? sky + "下的" + place
                : Words.capitalized(place) + (facts.setting().interior() ? "" : " under " + sky);
        var looks = List.of(
                new Beat.Look("wide", "push_in", List.of(), opening),
                new Beat.Look("aerial", "pan_right", List.of(), opening),
                new Beat.Look("detail", "static", List.of(), opening));
        var summary = cut.lines.stream()
                .filter(it -> !it.dialogue())
                .findFirst()
                .orElse(cut.lines.getFirst())
                .text();
        return new Beat(facts.setting(), facts.heading().toUpperCase(Locale.ROOT), act, summary, looks, lines);
    }
}
