package io.vimax.worker.provider.local.story;

import java.util.ArrayList;
import java.util.List;

/** Groups beats into scenes and gives each its share of the time. */
final class Scenes {
    private Scenes() {}

    static List<Screenplay.Scene> timed(List<Beat> all, int count, int totalMs, String style) {
        var beats = Selection.of(all, totalMs);
        var shares = shares(beats, totalMs);
        var scenes = new ArrayList<Screenplay.Scene>();
        for (var number = 0; number < count; number++) {
            var from = number * beats.size() / count;
            var to = (number + 1) * beats.size() / count;
            var shots = new ArrayList<Screenplay.Shot>();
            for (var i = from; i < to; i++) {
                shots.addAll(ShotPlan.shots(beats.get(i), shares[i]));
            }
            var first = beats.get(from);
            var setting = first.setting();
            scenes.add(new Screenplay.Scene(
                    first.heading(),
                    setting.place(),
                    setting.timeOfDay(),
                    setting.weather(),
                    setting.interior(),
                    setting.mood(),
                    first.act(),
                    first.summary(),
                    styled(shots, style)));
        }
        return List.copyOf(scenes);
    }

    private static List<Screenplay.Shot> styled(List<Screenplay.Shot> shots, String style) {
        if (style.isBlank() || style.equalsIgnoreCase("storyboard") || style.equalsIgnoreCase("default")) {
            return List.copyOf(shots);
        }
        return shots.stream()
                .map(it -> new Screenplay.Shot(
                        it.description() + ", " + style.strip(),
                        it.framing(),
                        it.cameraMove(),
                        it.people(),
                        it.durationMs(),
                        it.lines()))
                .toList();
    }

    /** What must be told counts; the rest is shared evenly. Whole tenths of a second, the last beat takes what is left. */
    private static int[] shares(List<Beat> beats, int totalMs) {
        var must = beats.stream().mapToInt(Scenes::must).toArray();
        var mustAll = 0L;
        for (var each : must) {
            mustAll += each;
        }
        var shares = new int[beats.size()];
        var left = totalMs;
        for (var i = 0; i < shares.length; i++) {
            var exact = mustAll > totalMs
                    ? totalMs * (must[i] / (double) mustAll)
                    : must[i] + (double) (totalMs - mustAll) / shares.length;
            var rounded = mustAll > totalMs ? (int) exact : Math.max(must[i], (int) (exact / 100) * 100);
            shares[i] = i == shares.length - 1 ? left : rounded;
            left -= shares[i];
        }
        settle(beats, shares);
        return shares;
    }

    /**
     * One long line can neither fill more than the longest shot nor leave room for a second one: what is too much goes to
     * the neighbour.
     */
    private static void settle(List<Beat> beats, int[] shares) {
        for (var i = 0; i + 1 < shares.length; i++) {
            var tooMuch = shares[i] - ShotPlan.LONGEST_MS;
            var oneLine = beats.get(i).lines().size() == 1;
            if (oneLine && tooMuch > 0 && shares[i] < must(beats.get(i)) + ShotPlan.SHORTEST_MS) {
                shares[i] -= tooMuch;
                shares[i + 1] += tooMuch;
            }
        }
        for (var i = shares.length - 1; i > 0; i--) {
            var tooMuch = shares[i] - ShotPlan.LONGEST_MS;
            var oneLine = beats.get(i).lines().size() == 1;
            if (oneLine && tooMuch > 0 && shares[i] < must(beats.get(i)) + ShotPlan.SHORTEST_MS) {
                shares[i] -= tooMuch;
                shares[i - 1] += tooMuch;
            }
        }
    }

    private static int must(Beat beat) {
        var fixed = beat.lines().stream().anyMatch(it -> it.priority() == 0);
        return fixed ? ShotPlan.naturalMs(beat) : ShotPlan.leastMs(beat.lines());
    }
}
