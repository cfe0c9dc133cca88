package io.vimax.simulator.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MediaTest {

    private static final FrameSize WIDE = new FrameSize(1600, 900);

    private final Media plain = new Media(MediaStyle.PLAIN, 1);
    private final Media drawn = new Media(MediaStyle.DRAWN, 1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void makesPicturesThatDecodeInTheSizeThatWasAskedFor(PictureFormat format) throws IOException {
        for (Media media : new Media[] {plain, drawn}) {
            byte[] picture = media.picture(WIDE, format, "A lighthouse at night", "job-7");

            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
            assertThat(image.getWidth()).isEqualTo(1600);
            assertThat(image.getHeight()).isEqualTo(900);
            assertThat(Stamp.read(picture)).contains("job-7");
        }
    }

    @Test
    void drawsEachPromptInItsOwnWayAndTheSamePromptAlike() {
        byte[] first = drawn.picture(WIDE, PictureFormat.PNG, "A lighthouse", "job");

        assertThat(drawn.picture(WIDE, PictureFormat.PNG, "A lighthouse", "job"))
                .isEqualTo(first);
        assertThat(drawn.picture(WIDE, PictureFormat.PNG, "A harbour", "job")).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "1280, 720, 8, 320x180",
        "720, 1280, 5, 180x320",
        "1024, 1024, 4, 240x240",
        "960, 720, 12, 320x240",
        "720, 960, 2, 240x320",
        "1680, 720, 15, 336x144"
    })
    void makesClipsOfEveryShapeAndLengthThatDecodeWithoutAComplaint(int width, int height, int seconds, String expected)
            throws Exception {
        byte[] clip = plain.clip(new FrameSize(width, height), seconds, "", null, "job-8");

        String report = decode(clip, "mp4");
        assertThat(report)
                .contains("Duration: 00:00:%02d.0".formatted(seconds))
                .contains("Video: h264")
                .contains(expected)
                .contains("24 fps")
                .contains("Audio: aac")
                .containsPattern("frame= *" + seconds * 24)
                .doesNotContain("rror");
        assertThat(Stamp.read(clip)).contains("job-8");
    }

    @Test
    void drawsClipsOverTheFirstFrame() throws Exception {
        byte[] frame = drawn.picture(new FrameSize(640, 360), PictureFormat.PNG, "A harbour", "job");

        byte[] clip = drawn.clip(new FrameSize(320, 180), 1, "A harbour", frame, "job-9");

        assertThat(decode(clip, "mp4"))
                .contains("320x180")
                .contains("Audio: aac")
                .doesNotContain("rror");
        assertThat(Stamp.read(clip)).contains("job-9");
    }

    @Test
    void speaksForAsLongAsTheTextTakes() throws Exception {
        String text = "Fourteen letters are one second, so this takes about five seconds of speech.";
        byte[] wav = plain.speech(text, 1, SpeechFormat.WAV, "job-10");
        byte[] mp3 = plain.speech(text, 2, SpeechFormat.MP3, "job-11");

        try (var sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            assertThat(sound.getFrameLength() / sound.getFormat().getFrameRate())
                    .isBetween(5f, 6f);
        }
        assertThat(decode(mp3, "mp3"))
                .contains("Audio: mp3")
                .contains("time=00:00:02.")
                .doesNotContain("rror");
        assertThat(Stamp.read(wav)).contains("job-10");
        assertThat(Stamp.read(mp3)).contains("job-11");
    }

    @Test
    void speaksChineseSlowerPerCharacter() {
        assertThat(Speech.seconds("一只猫寻找丢失的月亮", 1)).isGreaterThan(Speech.seconds("abcdefghij", 1));
    }

    private String decode(byte[] file, String ending) throws Exception {
        Path path = Files.write(folder.resolve("file." + ending), file);
        Process process = new ProcessBuilder(
                        DrawnClips.locate().toString(), "-nostdin", "-i", path.toString(), "-f", "null", "-")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("report").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readString(folder.resolve("report"));
    }
}
