package io.vimax.worker.provider.local.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmbientBedTest {
    private static final int RATE = AmbientBed.SAMPLE_RATE;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"calm,sea", "hopeful,clear", "tense,storm", "sad,rain", "joyful,garden", "mysterious,fog", "odd,''"})
    void fillsTheTimeWithSoundThatNeverClipsAndIsWide(String mood, String palette) throws Exception {
        var sound = compose(new MusicSpec(mood, palette, 20_000, 3));

        assertThat(sound).hasDimensions(2, RATE * 20);
        assertThat(peak(sound)).isBetween(0.700, 0.712);
        for (var second = 3; second < 15; second++) {
            assertThat(decibels(sound[0], second * RATE, RATE)).isBetween(-32.0, -8.0);
        }
        assertThat(sideOverMid(sound)).isBetween(0.15, 1.0);
        assertThat(loudestStep(sound[0])).as("clicks").isLessThan(0.3);
        assertThat(Math.abs(sound[0][0])).isLessThan(0.001f);
        assertThat(Math.abs(sound[0][sound[0].length - 1])).isLessThan(0.001f);
    }

    @Test
    void composesTheSameForTheSameSeedOnly() throws Exception {
        var first = compose(new MusicSpec("calm", "sea", 6_000, 1));

        assertThat(compose(new MusicSpec("calm", "sea", 6_000, 1))[0]).isEqualTo(first[0]);
        assertThat(compose(new MusicSpec("calm", "sea", 6_000, 2))[0]).isNotEqualTo(first[0]);
    }

    @Test
    void bringsTheMotifBackAtTheEnd() {
        var score = Score.compose(Mood.HOPEFUL, 60, 11);
        var length = score.chords().getFirst().length();
        var first = score.bells().stream()
                .filter(it -> it.start() >= length && it.start() < 2 * length)
                .map(Score.Bell::pitch)
                .toList();
        var last = score.bells().stream()
                .filter(it -> it.start() >= length * (score.chords().size() - 2)
                        && it.start() < length * (score.chords().size() - 1))
                .map(Score.Bell::pitch)
                .toList();

        assertThat(first).hasSizeBetween(4, 6).isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_001, 4_999, 9_000})
    void isExactlyAsLongAsAsked(int durationMs) throws Exception {
        assertThat(compose(new MusicSpec("sad", "snow", durationMs, 9))[0]).hasSize((int) (durationMs * 48L));
    }

    @Test
    void reportsProgressThatOnlyGrows() throws Exception {
        var seen = new ArrayList<Double>();
        new AmbientBed().compose(new MusicSpec("calm", "", 3_000, 1), folder.resolve("bed.wav"), seen::add);

        assertThat(seen).isSorted().endsWith(1.0);
    }

    @Test
    void stopsWhenInterruptedAndLeavesNoFile() {
        var target = folder.resolve("stopped.wav");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> new AmbientBed().compose(new MusicSpec("calm", "", 60_000, 1), target, _ -> {}))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(target).doesNotExist();
    }

    private float[][] compose(MusicSpec spec) throws Exception {
        var file = folder.resolve("bed.wav");
        new AmbientBed().compose(spec, file, _ -> {});
        var data = ByteBuffer.wrap(Files.readAllBytes(file))
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(44);
        var frames = data.remaining() / 4;
        var sound = new float[2][frames];
        for (var i = 0; i < frames; i++) {
            sound[0][i] = data.getShort() / 32768f;
            sound[1][i] = data.getShort() / 32768f;
        }
        return sound;
    }

    private static double peak(float[][] sound) {
        var peak = 0.0;
        for (var side : sound) {
            for (var sample : side) {
                peak = Math.max(peak, Math.abs(sample));
            }
        }
        return peak;
    }

    private static double decibels(float[] side, int from, int count) {
        var sum = 0.0;
        for (var i = from; i < from + count; i++) {
            sum += side[i] * side[i];
        }
        return 10 * Math.log10(sum / count + 1e-12);
    }

    private static double sideOverMid(float[][] sound) {
        var mid = 0.0;
        var side = 0.0;
        for (var i = 0; i < sound[0].length; i++) {
            mid += Math.pow(sound[0][i] + sound[1][i], 2);
            side += Math.pow(sound[0][i] - sound[1][i], 2);
        }
        return Math.sqrt(side / mid);
    }

    private static double loudestStep(float[] side) {
        var step = 0.0;
        for (var i = 1; i < side.length; i++) {
            step = Math.max(step, Math.abs(side[i] - side[i - 1]));
        }
        return step;
    }
}
