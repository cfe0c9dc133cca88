package io.vimax.simulator.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenePainterTest {

    private static final String SHOT =
            "Mara waits %s shot of %s, %s, %s weather, calm mood, in the style of x. Mara: a red coat.";

    @ParameterizedTest
    @CsvSource({
        "the harbour, SEA",
        "a clearing, FOREST",
        "a street in the old town, CITY",
        "the dunes, DESERT",
        "the summit, MOUNTAIN",
        "a silent valley on a far planet, SPACE",
        "the kitchen, FIELD",
        "老城的街道, CITY"
    })
    void knowsThePlaceThatAPromptSpeaksOf(String place, Sight.Ground ground) {
        Sight sight = Sight.of(SHOT.formatted("close", place, "night", "rain"), 1);

        assertThat(sight.ground()).isEqualTo(ground);
        assertThat(sight.hour()).isEqualTo(Sight.Hour.NIGHT);
        assertThat(sight.sky()).isEqualTo(Sight.Sky.RAIN);
        assertThat(sight.framing()).isEqualTo(Sight.Framing.CLOSE);
        assertThat(sight.being()).isEqualTo(Sight.Being.PERSON);
    }

    @Test
    void paintsNightDarkerThanDayAndPeopleInTheirColour() {
        BufferedImage night = paint(SHOT.formatted("wide", "the harbour", "night", "clear"));
        BufferedImage day = paint(SHOT.formatted("wide", "the harbour", "day", "clear"));
        BufferedImage near = paint(SHOT.formatted("close", "the harbour", "day", "clear"));

        assertThat(brightness(night)).isLessThan(brightness(day) * 0.6);
        assertThat(reds(near)).isGreaterThan(10 * Math.max(1, reds(day)) / 2);
    }

    @Test
    void paintsAnyWordsAndAnyShape() {
        for (String prompt : new String[] {"", "?", "wide shot of", "x".repeat(4_000), "🐙 at sea"}) {
            assertThatCode(() -> ScenePainter.paint(90, 160, prompt, 7)).doesNotThrowAnyException();
        }
        assertThatCode(() -> ScenePainter.paint(1, 1, "a forest", 7)).doesNotThrowAnyException();
    }

    private static BufferedImage paint(String prompt) {
        return ScenePainter.paint(320, 180, prompt, 7);
    }

    private static double brightness(BufferedImage image) {
        double sum = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                int pixel = image.getRGB(x, y);
                sum += (pixel >> 16 & 0xff) + (pixel >> 8 & 0xff) + (pixel & 0xff);
            }
        }
        return sum;
    }

    private static int reds(BufferedImage image) {
        int count = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                int pixel = image.getRGB(x, y);
                int red = pixel >> 16 & 0xff;
                count += red > 100 && red > 2 * (pixel >> 8 & 0xff) && red > 2 * (pixel & 0xff) ? 1 : 0;
            }
        }
        return count;
    }
}
