package io.vimax.worker.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckingTest {

    @TempDir
    Path folder;

    @Test
    void theMusicIsDownWhileSomebodySpeaksAndBackAfterwards() throws Exception {
        try (var voice = Samples.silence(folder.resolve("voice.f32"), 10L * Samples.RATE)) {
            speak(voice, 3_000, 4_000);
            speak(voice, 4_600, 6_000);

            var ducking = Ducking.under(voice, 1, 12);

            assertThat(db(ducking, 2_500)).isCloseTo(0, within(0.01));
            assertThat(db(ducking, 3_000)).isCloseTo(-12, within(0.5));
            assertThat(db(ducking, 3_500)).isCloseTo(-12, within(0.01));
            assertThat(db(ducking, 4_300)).as("a short pause").isCloseTo(-12, within(0.01));
            assertThat(db(ducking, 6_600)).isBetween(-11.0, -1.0);
            assertThat(db(ducking, 7_500)).isCloseTo(0, within(0.01));
        }
    }

    @Test
    void itNeverJumps() throws Exception {
        try (var voice = Samples.silence(folder.resolve("voice.f32"), 5L * Samples.RATE)) {
            speak(voice, 1_000, 2_000);

            var ducking = Ducking.under(voice, 1, 20);

            for (var ms = 1; ms < 5_000; ms++) {
                assertThat(Math.abs(db(ducking, ms) - db(ducking, ms - 1))).isLessThan(0.3);
            }
        }
    }

    private static void speak(Samples voice, int fromMs, int toMs) {
        for (var i = fromMs * 48L; i < toMs * 48L; i++) {
            voice.set(i, (float) (0.2 * Math.sin(i * 0.05)));
        }
    }

    private static double db(Ducking ducking, int ms) {
        return 20 * Math.log10(ducking.gainAt(ms * 48L));
    }
}
