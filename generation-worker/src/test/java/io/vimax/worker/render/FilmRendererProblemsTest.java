package io.vimax.worker.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vimax.worker.media.MediaProbe;
import io.vimax.worker.media.TestClips;
import io.vimax.worker.render.RenderPlan.Frame;
import io.vimax.worker.render.RenderPlan.Sound;
import io.vimax.worker.render.RenderPlan.Transition;
import io.vimax.worker.render.RenderPlan.VideoClip;
import io.vimax.worker.render.RenderPlan.VoiceClip;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FilmRendererProblemsTest extends FilmFixture {

    @Test
    void damagedPiecesOfAnEarlierRenderAreMadeAgainAtTheNextTry() throws Exception {
        var shots = List.of(
                new VideoClip("shot 1", red, 0, 1_000, Transition.cut()),
                new VideoClip("shot 2", blue, 0, 1_000, Transition.cut()));
        var plan = plan(shots, new Sound(List.of(), null));
        renderer.render(plan, work, film, FilmFixture::unseen);
        try (var parts = Files.newDirectoryStream(work, "{piece,video}-*.mp4")) {
            for (var part : parts) {
                if (part.getFileName().toString().startsWith("video-")) {
                    Files.delete(part);
                } else {
                    Files.write(part, new byte[0]);
                }
            }
        }

        assertThatThrownBy(() -> renderer.render(plan, work, film, FilmFixture::unseen))
                .isInstanceOf(RenderProblem.Failed.class);
        assertThat(renderer.render(plan, work, film, FilmFixture::unseen).piecesEncoded())
                .isEqualTo(2);
    }

    @Test
    void saysWhichClipIsTheProblemAndLeavesNothing() throws Exception {
        var page = Files.writeString(folder.resolve("page.mp4"), "<html>");
        var gone = folder.resolve("gone.mp4");

        assertThatThrownBy(() -> render(new VideoClip("shot 7", gone, 0, 1_000, Transition.cut())))
                .isInstanceOf(RenderProblem.InputMissing.class)
                .hasMessage("The file of shot 7 is missing.");
        assertThatThrownBy(() -> render(new VideoClip("shot 8", page, 0, 1_000, Transition.cut())))
                .isInstanceOf(RenderProblem.InputBroken.class)
                .hasMessage("The file of shot 8 is broken or of an unknown kind.");
        assertThatThrownBy(() -> render(new VideoClip("shot 9", red, 1_000, 4_000, Transition.cut())))
                .isInstanceOf(RenderProblem.ClipTooShort.class)
                .hasMessage("The clip of shot 9 is too short: 5.0 s are needed and it has 3.0 s.");
        assertThatThrownBy(() -> render(new VideoClip("shot 10", voice, 0, 1_000, Transition.cut())))
                .isInstanceOf(RenderProblem.InputBroken.class)
                .hasMessageContaining("shot 10");
        var brokenVoice =
                new Sound(List.of(new VoiceClip("line 1", voice, 0, 0), new VoiceClip("line 2", page, 0, 0)), null);
        assertThatThrownBy(() -> renderer.render(
                        plan(List.of(new VideoClip("shot 1", red, 0, 1_000, Transition.cut())), brokenVoice),
                        work,
                        film,
                        FilmFixture::unseen))
                .isInstanceOf(RenderProblem.InputBroken.class)
                .hasMessageContaining("line 2");
        assertThat(film.getParent()).isEmptyDirectory();
        assertThat(work.resolve("scratch")).doesNotExist();
    }

    @Test
    void holdsTheLastPictureOfAClipThatIsAFrameShort() throws Exception {
        var report = renderer.render(
                silent(WIDE, new VideoClip("shot 1", red, 0, 3_080, Transition.cut())),
                work,
                film,
                FilmFixture::unseen);

        assertThat(report.frames()).isEqualTo(74);
        assertThat(new MediaProbe(ffmpeg).frames(film)).isEqualTo(74);
    }

    @Test
    void anInterruptLeavesNoFileAndNoProcess() throws Exception {
        var started = new CountDownLatch(1);
        var thrown = new AtomicReference<Throwable>();
        var longClip = TestClips.clip(folder.resolve("long.mp4"), "gray", 60, "1280x720");
        var plan = silent(new Frame(1920, 1080, 24), new VideoClip("shot 1", longClip, 0, 60_000, Transition.cut()));
        var thread = Thread.ofPlatform().start(() -> {
            try {
                renderer.render(plan, work, film, done -> {
                    if (done > 0.01) {
                        started.countDown();
                    }
                });
            } catch (Throwable e) {
                thrown.set(e);
            }
        });
        assertThat(started.await(60, TimeUnit.SECONDS)).isTrue();

        thread.interrupt();
        assertThat(thread.join(Duration.ofSeconds(10))).isTrue();

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        // Other tests of this JVM have servers as children.
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(ProcessHandle::isAlive)
                        .filter(child -> child.info().command().orElse("").contains("ffmpeg")))
                .isEmpty();
        assertThat(film.getParent()).isEmptyDirectory();
        assertThat(work.resolve("scratch")).doesNotExist();
    }

    @Test
    void refusesASecondRenderInTheSameFolder() throws Exception {
        try (var _ = WorkFolder.open(work)) {
            assertThatThrownBy(() -> render(new VideoClip("shot 1", red, 0, 1_000, Transition.cut())))
                    .isInstanceOf(RenderProblem.FolderBusy.class);
        }
        render(new VideoClip("shot 1", red, 0, 1_000, Transition.cut()));
        assertThat(film).exists();
    }
}
