package io.vimax.worker.provider.local.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.vimax.worker.provider.local.frame.Specs;
import io.vimax.worker.provider.local.frame.Storyboard;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnimaticTest {
    private static final String BUNDLED = "/ws/schild/jave/nativebin/ffmpeg-amd64";

    @TempDir
    static Path tools;

    @TempDir
    Path folder;

    static Path ffmpeg = Path.of("ffmpeg");

    @BeforeAll
    static void findFfmpeg() throws IOException {
        try (InputStream in = AnimaticTest.class.getResourceAsStream(BUNDLED)) {
            if (in != null) {
                ffmpeg = tools.resolve("ffmpeg");
                Files.copy(in, ffmpeg);
                assertThat(ffmpeg.toFile().setExecutable(true)).isTrue();
                return;
            }
        }
        Optional<Path> onPath = Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .map(p -> Path.of(p, "ffmpeg"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeThat(onPath).as("an FFmpeg").isPresent();
        ffmpeg = onPath.orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"1000,24,24,push_in", "1042,24,25,pan_left", "700,30,21,tilt_up", "20,24,1,static"})
    void hasExactlyTheFramesOfItsLength(int ms, int fps, int frames, String move) throws Exception {
        Path clip = folder.resolve("clip.mp4");
        List<Double> progress = new ArrayList<>();

        Animatic.film(new ClipSpec(keyframe(), move, ms, fps, 320, 180, 1), clip, ffmpeg, progress::add);

        String facts = decode(clip);
        assertThat(frames(facts)).isEqualTo(frames);
        assertThat(facts).contains("320x180").contains("yuv420p").contains("h264");
        assertThat(progress).isSorted().startsWith(0.0).endsWith(1.0);
    }

    @Test
    void filmsTheSameClipForTheSameSeed() throws Exception {
        Path one = folder.resolve("1.mp4");
        Path two = folder.resolve("2.mp4");
        ClipSpec spec = new ClipSpec(keyframe(), "push_in", 500, 24, 320, 180, 9);

        Animatic.film(spec, one, ffmpeg, _ -> {});
        Animatic.film(spec, two, ffmpeg, _ -> {});

        assertThat(one).hasSameBinaryContentAs(two);
    }

    @Test
    void movesOverPicturesFromElsewhere() throws Exception {
        Path photo = folder.resolve("photo.png");
        ImageIO.write(new BufferedImage(500, 900, BufferedImage.TYPE_INT_RGB), "png", photo.toFile());
        Path clip = folder.resolve("clip.mp4");

        Animatic.film(new ClipSpec(photo, "pan_right", 500, 24, 320, 180, 1), clip, ffmpeg, _ -> {});

        assertThat(frames(decode(clip))).isEqualTo(12);
    }

    @Test
    void interruptLeavesNoFileAndNoProcess() throws Exception {
        Path clip = folder.resolve("clip.mp4");
        Path keyframe = keyframe();
        CountDownLatch filming = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                Animatic.film(new ClipSpec(keyframe, "push_in", 600_000, 24, 640, 360, 1), clip, ffmpeg, p -> {
                    if (p > 0) {
                        filming.countDown();
                    }
                });
            } catch (Exception e) {
                thrown.set(e);
            }
        });
        assertThat(filming.await(60, TimeUnit.SECONDS)).isTrue();

        thread.interrupt();

        assertThat(thread.join(java.time.Duration.ofSeconds(20))).isTrue();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(clip).doesNotExist();
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(ProcessHandle::isAlive)
                        .flatMap(p -> Arrays.stream(p.info().arguments().orElse(new String[0]))))
                .doesNotContain(clip.toString());
    }

    @Test
    void saysWhatFfmpegSaidAndLeavesNoFile() throws Exception {
        Path nowhere = folder.resolve("missing").resolve("clip.mp4");
        ClipSpec spec = new ClipSpec(keyframe(), "static", 500, 24, 320, 180, 1);

        assertThatThrownBy(() -> Animatic.film(spec, nowhere, ffmpeg, _ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No such file");
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void refusesWhatIsNoPicture() throws Exception {
        Path text = Files.writeString(folder.resolve("a.png"), "words");

        assertThatThrownBy(() -> Animatic.film(
                        new ClipSpec(text, "static", 500, 24, 320, 180, 1), folder.resolve("b.mp4"), ffmpeg, _ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no picture");
    }

    private Path keyframe() throws IOException {
        Path png = folder.resolve("keyframe.png");
        Storyboard.write(Specs.aShot(), png);
        return png;
    }

    private String decode(Path clip) throws Exception {
        Path log = folder.resolve("decode.log");
        Process process = new ProcessBuilder(
                        ffmpeg.toString(),
                        "-hide_banner",
                        "-nostdin",
                        "-i",
                        clip.toString(),
                        "-map",
                        "0:v",
                        "-f",
                        "null",
                        "-")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(log);
    }

    private static int frames(String log) {
        Matcher m = Pattern.compile("frame=\\s*(\\d+)").matcher(log);
        int last = -1;
        while (m.find()) {
            last = Integer.parseInt(m.group(1));
        }
        return last;
    }
}
