package io.vimax.worker.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastFrameTest {

    private static final Ffmpeg FFMPEG = TestClips.ffmpeg();

    @TempDir
    static Path folder;

    private static Path clip;

    /** One second of red, then one of blue. */
    @BeforeAll
    static void makeAClip() throws Exception {
        Path red = TestClips.clip(folder.resolve("red.mp4"), "red", 1, "320x180");
        Path blue = TestClips.clip(folder.resolve("blue.mp4"), "blue", 1, "320x180");
        clip = folder.resolve("both.mp4");
        FFMPEG.run(List.of(
                "-v",
                "error",
                "-i",
                red.toString(),
                "-i",
                blue.toString(),
                "-filter_complex",
                "[0:v:0][1:v:0]concat=n=2:v=1[out]",
                "-map",
                "[out]",
                clip.toString()));
    }

    @ParameterizedTest
    @CsvSource({"500,red", "1000,red", "1100,blue", "2000,blue", "8000,blue", "1,red"})
    void isTheOneBeforeTheMoment(long beforeMs, String colour) throws Exception {
        BufferedImage frame = take(beforeMs, 320, 180);

        int rgb = frame.getRGB(160, 90);
        assertThat((rgb >> 16) & 255).isBetween(colour.equals("red") ? 200 : 0, colour.equals("red") ? 255 : 60);
        assertThat(rgb & 255).isBetween(colour.equals("blue") ? 200 : 0, colour.equals("blue") ? 255 : 60);
    }

    @Test
    void hasTheSizeThatIsAskedForAndIsTheSameEveryTime() throws Exception {
        BufferedImage tall = take(2_000, 90, 160);
        assertThat(tall.getWidth()).isEqualTo(90);
        assertThat(tall.getHeight()).isEqualTo(160);

        byte[] once = Files.readAllBytes(folder.resolve("frame.png"));
        take(2_000, 90, 160);
        assertThat(Files.readAllBytes(folder.resolve("frame.png"))).isEqualTo(once);
    }

    @Test
    void cannotBeTakenOutOfSound() throws Exception {
        Path sound = TestClips.tone(folder.resolve("tone.wav"), 300, 1, 16_000);

        assertThatThrownBy(() -> new LastFrame(FFMPEG).write(sound, 500, 320, 180, folder.resolve("none.png")))
                .isInstanceOf(MediaProblem.class);
    }

    private static BufferedImage take(long beforeMs, int width, int height) throws InterruptedException, IOException {
        Path frame = folder.resolve("frame.png");
        Files.deleteIfExists(frame);
        new LastFrame(FFMPEG).write(clip, beforeMs, width, height, frame);
        return ImageIO.read(frame.toFile());
    }
}
