package io.vimax.worker.provider.local.music;

import java.util.List;

/** A sine below the chords, in the middle of the room. In tense music it beats like a slow heart. */
final class SubBass implements Instrument {
    /** Two beats a heart makes, seconds; 52 in a minute. */
    private static final double HEART_PERIOD = 60 / 52.0;

    private final List<Score.Chord> chords;
    private final boolean heart;
    private final double rate;
    private double phase;
    private double hertz;
    private double level;

    SubBass(Score score, Mood mood, int sampleRate) {
        chords = score.chords();
        heart = mood == Mood.TENSE;
        rate = sampleRate;
        hertz = Instrument.hertz(chords.getFirst().bass());
    }

    @Override
    public void play(float[] left, float[] right, long firstFrame, int frames) {
        for (var i = 0; i < frames; i++) {
            var seconds = (firstFrame + i) / rate;
            var chord = chords.get(Math.min(
                    chords.size() - 1, (int) (seconds / chords.getFirst().length())));
            hertz += (Instrument.hertz(chord.bass()) - hertz) * 12 / rate;
            level += (chord.energy() * 0.058 - level) * 0.8 / rate;
            phase += hertz / rate;
            phase -= Math.floor(phase);
            var turn = 2 * Math.PI * phase;
            var tone = Math.sin(turn) + 0.22 * Math.sin(2 * turn);
            var sample = (float) (level * tone * (heart ? beat(seconds) : 1));
            left[i] += sample;
            right[i] += sample;
        }
    }

    private static double beat(double seconds) {
        var at = seconds % HEART_PERIOD;
        return 0.45 + 1.5 * thump(at - 0.05) + 0.95 * thump(at - 0.33);
    }

    private static double thump(double seconds) {
        return seconds < 0 ? Math.exp(seconds * 90) : Math.exp(-seconds * 8.5);
    }
}
