package io.vimax.worker.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vimax.worker.render.FilmTimeline.Piece;
import io.vimax.worker.render.RenderPlan.CaptionTrack;
import io.vimax.worker.render.RenderPlan.Card;
import io.vimax.worker.render.RenderPlan.Frame;
import io.vimax.worker.render.RenderPlan.Metadata;
import io.vimax.worker.render.RenderPlan.Picture;
import io.vimax.worker.render.RenderPlan.Sound;
import io.vimax.worker.render.RenderPlan.Transition;
import io.vimax.worker.render.RenderPlan.VideoClip;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FilmTimelineTest {

    private static final Path FILE = Path.of("clip.mp4");

    @Test
    void dissolvesOverlapSoThatTheFilmIsShorterThanItsParts() {
        var timeline = FilmTimeline.of(film(
                new Card(FILE, 2_500, Transition.cut()),
                new Card(FILE, 2_000, Transition.dissolve(500)),
                clip(5_000, 500)));

        assertThat(timeline.durationMs()).isEqualTo(8_500);
        assertThat(timeline.frames()).isEqualTo(204);
        assertThat(timeline.pieces()).hasSize(5);
        assertThat(timeline.pieces().get(1)).isInstanceOfSatisfying(Piece.Blend.class, blend -> {
            assertThat(blend.startFrame()).isEqualTo(48);
            assertThat(blend.from().firstFrame()).isEqualTo(48);
            assertThat(blend.to().firstFrame()).isZero();
            assertThat(blend.frames()).isEqualTo(12);
        });
    }

    @Test
    void piecesFollowEachOtherWithoutGapsWhateverTheTimes() {
        var random = new Random(7);
        for (var round = 0; round < 200; round++) {
            var clips = new ArrayList<VideoClip>();
            for (var i = 0; i < 1 + random.nextInt(30); i++) {
                clips.add(clip(700 + random.nextInt(3_000), random.nextInt(350)));
            }
            var timeline = FilmTimeline.of(film(null, null, clips.toArray(VideoClip[]::new)));

            var at = 0L;
            for (var piece : timeline.pieces()) {
                assertThat(piece.startFrame()).isEqualTo(at);
                assertThat(piece.frames()).isPositive();
                at += piece.frames();
            }
            assertThat(at).isEqualTo(timeline.frames()).isEqualTo(Math.round(timeline.durationMs() * 24 / 1000.0));
        }
    }

    @Test
    void aDissolveMayTakeAWholeClip() {
        var timeline = FilmTimeline.of(film(null, null, clip(1_000, 0), clip(1_000, 500), clip(1_000, 500)));

        assertThat(timeline.pieces()).hasSize(4);
        assertThat(timeline.durationMs()).isEqualTo(2_000);
    }

    @Test
    void refusesDissolvesLongerThanTheClip() {
        assertThatThrownBy(() -> FilmTimeline.of(film(null, null, clip(1_000, 0), clip(1_000, 600), clip(1_000, 600))))
                .isInstanceOf(RenderProblem.PlanRefused.class)
                .hasMessage("The dissolve before shot is longer than what it blends.");
    }

    @Test
    void refusesAFilmOfNothing() {
        assertThatThrownBy(() -> FilmTimeline.of(film(null, null)))
                .isInstanceOf(RenderProblem.PlanRefused.class)
                .hasMessageContaining("no clips");
    }

    private static VideoClip clip(int durationMs, int dissolveMs) {
        return new VideoClip(
                "shot", FILE, 0, durationMs, dissolveMs == 0 ? Transition.cut() : Transition.dissolve(dissolveMs));
    }

    private static RenderPlan film(@Nullable Card title, @Nullable Card end, VideoClip... clips) {
        return new RenderPlan(
                new Frame(320, 180, 24),
                new Picture(title, Arrays.asList(clips), end),
                new Sound(List.of(), null),
                CaptionTrack.NONE,
                new Metadata("Film", List.of()));
    }
}
