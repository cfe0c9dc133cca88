package io.vimax.worker.provider.local.story;

import io.vimax.worker.provider.local.story.text.ReadingTime;
import io.vimax.worker.provider.local.story.text.Sentences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Times a story: chooses the lines that can be told, spreads them over shots and gives every shot its length. The lengths
 * add up exactly; a shot lasts 2.5 to 8 s, and at least as long as its lines, as far as the total allows it.
 */
final class ShotPlan {
    static final int TITLE_MS = 2500;
    static final int END_MS = 2000;
    static final int DISSOLVE_MS = 500;
    static final int SHORTEST_MS = 2500;
    static final int LONGEST_MS = 8000;

    /** A line longer than this is said in several breaths, each in a shot of its own. */
    static final int BREATH_MS = 7600;

    /** What a shot lasts when nothing else decides. */
    private static final int USUAL_MS = 3900;

    private ShotPlan() {}

    /** What the shots of a film have to add up to: cards and dissolves overlap them. */
    static int shotsTotalMs(int seconds, int scenes) {
        return seconds * 1000 - TITLE_MS - END_MS + DISSOLVE_MS * (scenes + 1);
    }

    /** The shots of one beat, exactly {@code capMs} long. */
    static List<Screenplay.Shot> shots(Beat beat, int capMs) {
        var groups = groups(told(beat.lines(), capMs));
        merge(groups, capMs);
        var lengths = lengths(groups, capMs);
        var shots = new ArrayList<Screenplay.Shot>();
        for (var i = 0; i < groups.size(); i++) {
            var look = look(beat, groups.get(i), i, groups.size());
            var lines = groups.get(i).stream().map(Beat.Spoken::line).toList();
            shots.add(new Screenplay.Shot(
                    look.description(), look.framing(), look.cameraMove(), look.people(), lengths[i], lines));
        }
        return shots;
    }

    /** Time that the lines of a beat need when nothing is left out, in shots of at least the shortest length. */
    static int naturalMs(Beat beat) {
        var total = 0;
        for (var group : groups(beat.lines())) {
            total += Math.max(SHORTEST_MS, need(group));
        }
        return Math.max(SHORTEST_MS, total);
    }

    /** The least time in which these lines can be told, when short ones share a shot. */
    static int leastMs(List<Beat.Spoken> lines) {
        var groups = groups(lines);
        merge(groups, 0);
        return groups.stream().mapToInt(ShotPlan::least).sum();
    }

    /** The lines that fit, important ones first, in their order. */
    private static List<Beat.Spoken> told(List<Beat.Spoken> lines, int capMs) {
        var chosen = new ArrayList<Beat.Spoken>();
        var used = 0;
        var byPriority = lines.stream()
                .sorted(Comparator.comparingInt(Beat.Spoken::priority))
                .toList();
        for (var line : byPriority) {
            if (line.priority() == 0 || used + line.needMs() <= capMs) {
                chosen.add(line);
                used += line.needMs();
            }
        }
        return lines.stream().filter(chosen::contains).toList();
    }

    /** One line for each shot; short ones that belong together share one. */
    private static List<List<Beat.Spoken>> groups(List<Beat.Spoken> lines) {
        var groups = new ArrayList<List<Beat.Spoken>>();
        for (var line : lines) {
            var last = groups.isEmpty() ? List.<Beat.Spoken>of() : groups.getLast();
            if (!last.isEmpty() && need(last) + line.needMs() <= USUAL_MS) {
                last.add(line);
            } else {
                groups.add(new ArrayList<>(List.of(line)));
            }
        }
        if (groups.isEmpty()) {
            groups.add(new ArrayList<>());
        }
        return groups;
    }

    private static int need(List<Beat.Spoken> group) {
        return group.stream().mapToInt(Beat.Spoken::needMs).sum();
    }

    private static int least(List<Beat.Spoken> group) {
        return Math.max(SHORTEST_MS, need(group));
    }

    private static void merge(List<List<Beat.Spoken>> groups, int capMs) {
        var total = groups.stream().mapToInt(ShotPlan::least).sum();
        while (total > capMs && groups.size() > 1) {
            var best = -1;
            var gain = 0;
            for (var i = 0; i + 1 < groups.size(); i++) {
                var together = need(groups.get(i)) + need(groups.get(i + 1));
                var saved = least(groups.get(i)) + least(groups.get(i + 1)) - Math.max(SHORTEST_MS, together);
                if (saved > gain && together <= LONGEST_MS) {
                    best = i;
                    gain = saved;
                }
            }
            if (best < 0) {
                return;
            }
            groups.get(best).addAll(groups.remove(best + 1));
            total -= gain;
        }
    }

    private static int[] lengths(List<List<Beat.Spoken>> groups, int capMs) {
        // Silent shots let the pictures breathe: one to open with, then in between.
        var wanted = Math.max(Math.ceilDiv(capMs, LONGEST_MS), Math.round(capMs / (float) USUAL_MS));
        var total = groups.stream().mapToInt(ShotPlan::least).sum();
        while (groups.size() < wanted && total + SHORTEST_MS <= capMs) {
            var silent = groups.stream().filter(List::isEmpty).count();
            groups.add((int) Math.min(groups.size(), silent * 2), new ArrayList<>());
            total += SHORTEST_MS;
        }
        while (groups.size() * LONGEST_MS < capMs) {
            if (total + SHORTEST_MS <= capMs) {
                groups.add(new ArrayList<>());
            } else if (!divide(groups, capMs - total)) {
                break;
            }
            total = groups.stream().mapToInt(ShotPlan::least).sum();
        }
        var lengths = new int[groups.size()];
        if (total > capMs) {
            squeeze(groups, lengths, capMs);
        } else {
            stretch(groups, lengths, capMs - total);
        }
        return lengths;
    }

    /** Makes two shots of the longest one where both stay long enough; at worst leaves out a line that may be left out. */
    private static boolean divide(List<List<Beat.Spoken>> groups, int spareMs) {
        var at = 0;
        for (var i = 1; i < groups.size(); i++) {
            at = need(groups.get(i)) > need(groups.get(at)) ? i : at;
        }
        var lines = groups.get(at);
        var allowed = least(lines) + spareMs;
        for (var cut = lines.size() - 1; cut > 0; cut--) {
            var head = lines.subList(0, cut);
            var tail = lines.subList(cut, lines.size());
            if (least(head) + least(tail) <= allowed) {
                replace(groups, at, head, tail);
                return true;
            }
        }
        if (lines.size() == 1) {
            // One long line: said in two breaths it fills two shots.
            var line = lines.getFirst();
            var breaths = Sentences.breaths(line.text(), line.needMs() / 2 + ReadingTime.AIR_MS + 600);
            if (breaths.size() == 2) {
                var head = List.of(line.saying(breaths.getFirst()));
                var tail = List.of(line.saying(breaths.getLast()));
                if (least(head) + least(tail) <= allowed) {
                    replace(groups, at, head, tail);
                    return true;
                }
            }
        }
        return !lines.isEmpty() && lines.getLast().priority() > 0 && lines.remove(lines.getLast());
    }

    private static void replace(
            List<List<Beat.Spoken>> groups, int at, List<Beat.Spoken> head, List<Beat.Spoken> tail) {
        var after = new ArrayList<>(tail);
        groups.set(at, new ArrayList<>(head));
        groups.add(at + 1, after);
    }

    /** Too much text for the time: everything is hurried alike, and no word is left out. */
    private static void squeeze(List<List<Beat.Spoken>> groups, int[] lengths, int capMs) {
        var weights = groups.stream().mapToInt(it -> Math.max(1, need(it))).toArray();
        var all = 0L;
        for (var weight : weights) {
            all += weight;
        }
        var before = 0L;
        for (var i = 0; i < lengths.length; i++) {
            lengths[i] = (int) (capMs * (before + weights[i]) / all - capMs * before / all);
            before += weights[i];
        }
    }

    private static void stretch(List<List<Beat.Spoken>> groups, int[] lengths, int slackMs) {
        for (var i = 0; i < lengths.length; i++) {
            lengths[i] = least(groups.get(i));
        }
        // Water fills the lowest places first, in steps of a tenth of a second so that the lengths stay readable.
        var slack = slackMs;
        while (slack > 0) {
            var lowest = 0;
            for (var i = 1; i < lengths.length; i++) {
                if (lengths[i] < lengths[lowest]) {
                    lowest = i;
                }
            }
            var step = Math.min(slack, 100);
            lengths[lowest] += step;
            slack -= step;
        }
    }

    /** The looks of the beat in their order; when there are more shots than looks they come again from elsewhere. */
    private static Beat.Look look(Beat beat, List<Beat.Spoken> lines, int index, int count) {
        var own = lines.isEmpty() ? null : lines.getFirst().look();
        if (own != null) {
            return own;
        }
        var looks = beat.looks();
        if (index >= looks.size()) {
            var again = looks.get(index % looks.size());
            var moves = List.of("static", "pan_left", "push_in", "pan_right", "pull_out", "tilt_up", "tilt_down");
            var framings = List.of("medium", "detail", "wide", "close");
            var framing =
                    framings.get((framings.indexOf(again.framing()) + 1 + index / looks.size()) % framings.size());
            return new Beat.Look(framing, moves.get(index % moves.size()), again.people(), again.description());
        }
        if (count < looks.size()
                && index == count - 1
                && index > 0
                && lines.stream().anyMatch(Beat.Spoken::dialogue)) {
            // Who speaks is seen.
            return looks.stream()
                    .filter(it -> it.framing().equals("close"))
                    .findFirst()
                    .orElse(looks.get(index));
        }
        return looks.get(index);
    }
}
