package io.vimax.editor.script;

import java.util.ArrayList;
import java.util.List;

/** Makes shots add up to a wanted length. */
public final class ShotLengths {

    private ShotLengths() {}

    /**
     * The lengths in proportion, so that they add up to the total exactly; none gets shorter than the shortest shot. Lengths
     * that already add up, and totals that cannot be reached, leave them as they are. All in milliseconds.
     */
    public static List<Long> fit(List<Long> lengths, long total) {
        long sum = lengths.stream().mapToLong(Long::longValue).sum();
        if (sum == total || lengths.isEmpty() || total < lengths.size() * Vocabulary.SHORTEST_SHOT_MS) {
            return lengths;
        }
        var fitted = new ArrayList<Long>();
        for (long length : lengths) {
            fitted.add(Math.max(Vocabulary.SHORTEST_SHOT_MS, length * total / sum));
        }
        // What rounding and the lower bound left over goes to, or comes from, the longest shots.
        long rest = total - fitted.stream().mapToLong(Long::longValue).sum();
        while (rest != 0) {
            int longest = indexOfLongest(fitted);
            long step = rest > 0 ? rest : Math.max(rest, Vocabulary.SHORTEST_SHOT_MS - fitted.get(longest));
            fitted.set(longest, fitted.get(longest) + step);
            rest -= step;
        }
        return List.copyOf(fitted);
    }

    private static int indexOfLongest(List<Long> lengths) {
        int longest = 0;
        for (int i = 1; i < lengths.size(); i++) {
            if (lengths.get(i) > lengths.get(longest)) {
                longest = i;
            }
        }
        return longest;
    }
}
