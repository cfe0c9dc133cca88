package io.vimax.worker.provider.local.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoryboardTest {

    @TempDir
    Path folder;

    @Test
    void drawsTheSamePixelsForTheSameSpec() {
        assertThat(pixels(Specs.aShot())).isEqualTo(pixels(Specs.aShot()));
    }

    @Test
    void stagesTwoShotsOfASceneDifferently() {
        int[] first = pixels(Specs.aShot());

        assertThat(List.of(6L, 7L, 8L, 9L))
                .allSatisfy(seed -> assertThat(distance(first, pixels(Specs.withSeed(Specs.aShot(), seed))))
                        .isGreaterThan(4));
    }

    @ParameterizedTest
    @CsvSource({"wide,medium", "medium,close", "close,detail", "wide,aerial"})
    void framesThatDifferInSizeLookDifferent(String one, String other) {
        int[] a = pixels(Specs.aShotOf("city street", false, one));
        int[] b = pixels(Specs.aShotOf("city street", false, other));

        assertThat(distance(a, b)).isGreaterThan(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dawn", "morning", "day", "dusk", "night"})
    void everyHourHasItsOwnLight(String hour) {
        FrameSpec s = Specs.aShot();
        FrameSpec at = new FrameSpec(
                s.description(),
                s.place(),
                hour,
                "clear",
                false,
                s.mood(),
                "wide",
                "static",
                s.people(),
                "",
                5,
                11,
                320,
                180);
        FrameSpec noon = new FrameSpec(
                s.description(),
                s.place(),
                "day",
                "clear",
                false,
                s.mood(),
                "wide",
                "static",
                s.people(),
                "",
                5,
                11,
                320,
                180);

        double difference = distance(pixels(at), pixels(noon));

        if (hour.equals("day")) {
            assertThat(difference).isZero();
        } else {
            assertThat(difference).isGreaterThan(5);
        }
    }

    @Test
    void episodesDoNotAllLookAlike() {
        Set<Integer> skies = new TreeSet<>();
        for (long look = 0; look < 12; look++) {
            FrameSpec s = Specs.aShotOf("desert", false, "wide");
            skies.add(pixels(new FrameSpec(
                    "", "desert", "day", "clear", false, "calm", "wide", "static", List.of(), "", 3, look, 320, 180))[
                    40 * s.width() + 160]);
        }

        assertThat(skies).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @CsvSource({"720,1280", "640,640", "101,99"})
    void drawsEveryShape(int width, int height) {
        BufferedImage image =
                Storyboard.draw(Specs.aShot().sized(width, height)).flatten();

        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
    }

    @Test
    void pngCarriesItsSpec() throws IOException {
        Path png = folder.resolve("frame.png");

        Storyboard.write(Specs.aShot(), png);

        assertThat(Storyboard.readSpec(png)).contains(Specs.aShot());
        assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(320);
    }

    @Test
    void picturesFromElsewhereHaveNoSpec() throws IOException {
        Path plain = folder.resolve("plain.png");
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", plain.toFile());
        Path text = Files.writeString(folder.resolve("no.png"), "not a picture");
        Path cut = Files.write(folder.resolve("cut.png"), java.util.Arrays.copyOf(Files.readAllBytes(plain), 20));

        assertThat(Storyboard.readSpec(plain)).isEmpty();
        assertThat(Storyboard.readSpec(text)).isEmpty();
        assertThat(Storyboard.readSpec(cut)).isEmpty();
    }

    @Test
    void refusesAbsurdSizes() {
        assertThatThrownBy(() -> Specs.aShot().sized(100_000, 20)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void drawsWordsItDoesNotKnow() {
        FrameSpec odd =
                new FrameSpec("", "", "", "hail of frogs", false, "", "dutch", "", List.of(), "", 1, 1, 320, 180);

        assertThat(contrast(pixels(odd))).isGreaterThan(8);
    }

    static int[] pixels(FrameSpec spec) {
        BufferedImage i = Storyboard.draw(spec).flatten();
        return i.getRGB(0, 0, i.getWidth(), i.getHeight(), null, 0, i.getWidth());
    }

    /** Mean difference of a channel, 0..255. */
    static double distance(int[] a, int[] b) {
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                sum += Math.abs((a[i] >> shift & 255) - (b[i] >> shift & 255));
            }
        }
        return sum / 3.0 / a.length;
    }

    /** Standard deviation of green, 0..127: an empty frame has none. */
    static double contrast(int[] pixels) {
        double mean = 0;
        for (int p : pixels) {
            mean += p >> 8 & 255;
        }
        mean /= pixels.length;
        double sum = 0;
        for (int p : pixels) {
            double d = (p >> 8 & 255) - mean;
            sum += d * d;
        }
        return Math.sqrt(sum / pixels.length);
    }
}
