package io.vimax.worker.provider.local.music;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The composition: which chord sounds when, and every bell. Times are seconds, pitches MIDI numbers.
 *
 * @param chords in order, without gaps; the last one is the tonic
 * @param bells in order of time
 */
record Score(String key, List<Chord> chords, List<Bell> bells) {
    /** @param energy how full this part of the piece is, 0..1 */
    record Chord(double start, double length, int bass, List<Integer> notes, double energy) {}

    /** @param pan -1 left, 1 right */
    record Bell(double start, double pitch, double loudness, double pan) {}

    private record Step(double beat, int degree) {}

    private static final List<String> NAMES =
            List.of("C", "C sharp", "D", "E flat", "E", "F", "F sharp", "G", "A flat", "A", "B flat", "B");

    static Score compose(Mood mood, double seconds, long seed) {
        var random = new Random(seed * 0x9E3779B97F4A7C15L + mood.ordinal());
        // Roots between A2 and E flat 3 keep the pads in their warm middle.
        var root = 45 + random.nextInt(7);
        var progression = degrees(
                mood.progressions().get(random.nextInt(mood.progressions().size())));
        var answer = degrees(
                mood.progressions().get(random.nextInt(mood.progressions().size())));
        var count = Math.max(2, (int) Math.round(seconds / mood.chordSeconds()));
        var length = seconds / count;

        var chords = new ArrayList<Chord>();
        var previous = List.of(root + 12, root + 19, root + 24, root + 28);
        for (var i = 0; i < count; i++) {
            var phrase = i / 4 % 4 == 2 ? answer : progression;
            var degree = i == count - 1 ? 0 : phrase[i % 4];
            var notes = nearest(previous, mood, root, degree, i % 4 == 3);
            var place = (i + 0.5) / count;
            var energy = 0.35 + 0.65 * Math.sin(Math.PI * Math.pow(place, 0.85));
            chords.add(new Chord(i * length, length, bass(root, mood, degree), notes, energy));
            previous = notes;
        }
        var motif = motif(mood, random);
        return new Score(
                NAMES.get(root % 12) + " " + mood.mode(),
                List.copyOf(chords),
                bells(mood, root, length, count, motif, random));
    }

    private static int[] degrees(String progression) {
        return java.util.Arrays.stream(progression.split(" "))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static int bass(int root, Mood mood, int degree) {
        var bass = root - 12 + mood.semitones(degree);
        return bass > root - 3 ? bass - 12 : bass;
    }

    /** Root, fifth, third and a colour (ninth or seventh), each in the octave that is nearest to where the hand lies. */
    private static List<Integer> nearest(List<Integer> previous, Mood mood, int root, int degree, boolean seventh) {
        var steps = new int[] {degree, degree + 4, seventh ? degree + 6 : degree + 8, degree + 2};
        var notes = new ArrayList<Integer>();
        for (var i = 0; i < steps.length; i++) {
            var pitchClass = Math.floorMod(root + mood.semitones(steps[i]), 12);
            var target = previous.get(i);
            var best = target + Math.floorMod(pitchClass - target + 6, 12) - 6;
            while (best < root + 7) {
                best += 12;
            }
            while (best > root + 33) {
                best -= 12;
            }
            if (notes.contains(best)) {
                best += 12;
            }
            notes.add(best);
        }
        return List.copyOf(notes);
    }

    /** Four to six notes that mostly step, leap once and come to rest on a note of the tonic chord. */
    private static List<Step> motif(Mood mood, Random random) {
        var rhythms = new double[][] {{0, 1, 1.5, 2.5}, {0, 0.5, 1, 2.5, 3}, {0, 1.5, 2, 3}, {0, 0.5, 1.5, 2, 3, 3.5}};
        var rhythm = rhythms[mood.liveliness() > 0.7 ? 1 + 2 * random.nextInt(2) : random.nextInt(3)];
        var degree = new int[] {4, 2, 7}[random.nextInt(3)];
        var leapAt = 1 + random.nextInt(rhythm.length - 2);
        var direction = degree >= 4 ? -1 : 1;
        var steps = new ArrayList<Step>();
        for (var i = 0; i < rhythm.length; i++) {
            if (i == leapAt) {
                degree -= direction * 3;
            } else if (i > 0) {
                degree += direction * (random.nextInt(4) == 0 ? 2 : 1);
            }
            steps.add(new Step(rhythm[i], Math.clamp(degree, -1, 9)));
        }
        var rest = new int[] {0, 2, 4, 7};
        var last = steps.getLast();
        var goal = rest[0];
        for (var candidate : rest) {
            if (Math.abs(candidate - last.degree) < Math.abs(goal - last.degree)) {
                goal = candidate;
            }
        }
        steps.set(steps.size() - 1, new Step(last.beat, goal));
        return List.copyOf(steps);
    }

    private static List<Bell> bells(Mood mood, int root, double length, int count, List<Step> motif, Random random) {
        var bells = new ArrayList<Bell>();
        var beat = length / 8;
        var last = lastStatement(count);
        for (var i = 0; i < count; i++) {
            var states = i == last || i % 4 == 1 && i < last;
            var start = i * length + (count == 2 ? beat : beat * 0.5);
            if (states) {
                // Told as it is at the beginning and at the end; turned a little in between.
                var plain = i == last || i == 1;
                var shift = plain ? 0 : new int[] {-2, 0, 2, 1}[random.nextInt(4)];
                for (var step : motif) {
                    var pitch = root + 24 + mood.semitones(step.degree + shift);
                    var loudness = (i == last ? 0.85 : 0.7) * (0.85 + 0.3 * random.nextDouble());
                    var lateness = random.nextDouble() * 0.018;
                    bells.add(new Bell(
                            start + step.beat * beat + lateness, pitch, loudness, (random.nextDouble() - 0.5)));
                }
            } else if (random.nextDouble() < mood.liveliness() && i > 0 && i < count - 1) {
                var notes = mood.liveliness() > 0.7 ? 4 : 2;
                for (var n = 0; n < notes; n++) {
                    var degree = new int[] {0, 4, 2, 7}[(n + i) % 4];
                    var at = i * length + beat * (n * (8.0 / notes) + random.nextInt(2));
                    var pitch = root + 24 + mood.semitones(degree);
                    bells.add(new Bell(at, pitch, 0.28 + 0.15 * random.nextDouble(), random.nextDouble() * 1.4 - 0.7));
                }
            }
        }
        bells.sort(java.util.Comparator.comparingDouble(Bell::start));
        return List.copyOf(bells);
    }

    /** The chord over which the motif returns: late, but early enough to ring out. */
    private static int lastStatement(int count) {
        return Math.max(count == 2 ? 0 : 1, count - 2);
    }
}
