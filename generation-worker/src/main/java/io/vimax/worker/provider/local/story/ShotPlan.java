package io.vimax.worker.provider.local.story;

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
        while (groups.size() * LONGEST_MS < capMs && divide(groups)) {
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

    /** Takes the last line out of the shot with the most lines, into one of its own. */
    private static boolean divide(List<List<Beat.Spoken>> groups) {
        var fullest = 0;
        for (var i = 1; i < groups.size(); i++) {
            fullest = groups.get(i).size() > groups.get(fullest).size() ? i : fullest;
        }
        if (groups.get(fullest).size() < 2) {
            return false;
        }
        groups.add(fullest + 1, new ArrayList<>(List.of(groups.get(fullest).removeLast())));
        return true;
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
