package io.vimax.worker.provider.local.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Chooses what is told when time is short, over the whole story: first the most important line of every beat, then the
 * second, and so on; a film needs its spark and its ending more than a third sentence about the weather.
 */
final class Selection {
    /** How full of words a film may be when a line of priority 1, 2, 3 is added. */
    private static final double[] FULLEST = {1, 1, 0.94, 0.9};

    private record Candidate(int beat, int round, Beat.Spoken line) {}

    private Selection() {}

    static List<Beat> of(List<Beat> beats, int totalMs) {
        Set<Beat.Spoken> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
        var used = (long) beats.size() * ShotPlan.SHORTEST_MS;
        for (var candidate : candidates(beats)) {
            var lines = beats.get(candidate.beat).lines();
            var before =
                    ShotPlan.leastMs(lines.stream().filter(chosen::contains).toList());
            chosen.add(candidate.line);
            var after = ShotPlan.leastMs(lines.stream().filter(chosen::contains).toList());
            var priority = candidate.line.priority();
            if (priority > 0 && used + after - before > totalMs * FULLEST[priority]) {
                chosen.remove(candidate.line);
            } else {
                used += after - before;
            }
        }
        return beats.stream()
                .map(it -> new Beat(
                        it.setting(),
                        it.heading(),
                        it.act(),
                        it.summary(),
                        it.looks(),
                        it.lines().stream().filter(chosen::contains).toList()))
                .toList();
    }

    private static List<Candidate> candidates(List<Beat> beats) {
        var candidates = new ArrayList<Candidate>();
        for (var b = 0; b < beats.size(); b++) {
            var round = new int[4];
            for (var line : beats.get(b).lines()) {
                candidates.add(new Candidate(b, line.priority() * 100 + Math.min(99, round[line.priority()]++), line));
            }
        }
        candidates.sort(java.util.Comparator.comparingInt(Candidate::round));
        return candidates;
    }
}
