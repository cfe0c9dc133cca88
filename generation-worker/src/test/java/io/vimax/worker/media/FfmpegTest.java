package io.vimax.worker.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegTest {

    private final Ffmpeg ffmpeg = TestClips.ffmpeg();

    @TempDir
    Path folder;

    @Test
    void reportsProgressThatItMeasured() throws Exception {
        var seen = new ArrayList<Double>();

        var run = ffmpeg.run(
                List.of("-f", "lavfi", "-i", "testsrc2=s=640x360:d=4:r=24", "-f", "null", "-"),
                null,
                Duration.ofSeconds(4),
                seen::add);

        assertThat(run.frames()).isEqualTo(96);
        assertThat(run.outTime()).isEqualTo(Duration.ofSeconds(4));
        assertThat(seen).isSorted().last().isEqualTo(1.0);
    }

    @Test
    void anInterruptEndsTheChildBeforeTheCallReturns() throws Exception {
        var started = new CountDownLatch(1);
        var thrown = new AtomicReference<Throwable>();
        var target = folder.resolve("endless.mp4");
        var thread = Thread.ofPlatform().start(() -> {
            try {
                ffmpeg.run(
                        List.of("-re", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=24", "-f", "mp4", target.toString()),
                        null,
                        Duration.ofHours(1),
                        _ -> started.countDown());
            } catch (Throwable e) {
                thrown.set(e);
            }
        });
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();

        thread.interrupt();
        thread.join(Duration.ofSeconds(5));

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        // Other tests of this JVM have servers as children.
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(ProcessHandle::isAlive)
                        .filter(child -> child.info().command().orElse("").contains("ffmpeg")))
                .isEmpty();
    }

    @Test
    void namesTheFileThatCannotBeRead() throws Exception {
        var broken = Files.writeString(folder.resolve("broken clip.mp4"), "not a film");

        assertThatThrownBy(() -> ffmpeg.run(List.of("-v", "error", "-i", broken.toString(), "-f", "null", "-")))
                .isInstanceOfSatisfying(
                        MediaProblem.Unreadable.class,
                        problem -> assertThat(problem.file()).isEqualTo(broken))
                .hasMessage("The file broken clip.mp4 cannot be read: it is damaged or of an unknown kind.");
    }

    @Test
    void saysThatTheDiskIsFull() {
        assertThatThrownBy(() -> ffmpeg.run(List.of(
                        "-v", "error", "-f", "lavfi", "-i", "testsrc2=s=320x180:d=4", "-f", "rawvideo", "/dev/full")))
                .isInstanceOf(MediaProblem.DiskFull.class);
    }

    @Test
    void aProgramThatCannotBeRunIsNoFfmpeg() {
        assertThatThrownBy(() -> Ffmpeg.locate(folder.resolve("nothing"), null, folder))
                .isInstanceOf(MediaProblem.NoFfmpeg.class);
    }

    @Test
    void theBundledProgramIsUnpackedOnceAndRuns() throws Exception {
        var first = FfmpegBinary.unpackBundled(folder);
        var written = Files.getLastModifiedTime(first);

        assertThat(FfmpegBinary.unpackBundled(folder)).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(first)).isEqualTo(written);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(first);
        }
        var clip = TestClips.clip(folder.resolve("clip.mp4"), "blue", 1, "160x90");
        assertThat(new MediaProbe(Ffmpeg.locate(first, null, folder)).frames(clip))
                .isEqualTo(24);
    }

    @Test
    void measuresLoudness() throws Exception {
        var meter = new LoudnessMeter(ffmpeg);

        var tone = meter.measure(TestClips.tone(folder.resolve("tone.wav"), 1000, 3, 48_000));
        ffmpeg.run(List.of(
                "-f",
                "lavfi",
                "-i",
                "anullsrc",
                "-t",
                "1",
                folder.resolve("silence.wav").toString()));

        // FFmpeg's sine is at -18 dBFS, mono: EBU R128 reads that as -21 LUFS.
        assertThat(tone.integratedLufs()).isBetween(-21.6, -20.6);
        assertThat(tone.truePeakDbtp()).isBetween(-18.3, -17.9);
        assertThat(meter.measure(folder.resolve("silence.wav")).silent()).isTrue();
    }

    @Test
    void takesAPosterOutOfAFilm() throws Exception {
        var clip = TestClips.clip(folder.resolve("clip.mp4"), "blue", 1, "640x360");
        var poster = folder.resolve("poster.jpg");

        new PosterFrame(ffmpeg).write(clip, 500, 320, poster);

        assertThat(MediaType.sniff(poster)).isEqualTo(MediaType.JPEG);
        assertThat(new MediaProbe(ffmpeg).probe(poster).width()).isEqualTo(320);
        assertThatThrownBy(() -> new PosterFrame(ffmpeg).write(clip, 5_000, 320, folder.resolve("late.jpg")))
                .isInstanceOf(MediaProblem.class);
        assertThat(folder.resolve("late.jpg")).doesNotExist();
    }
}
