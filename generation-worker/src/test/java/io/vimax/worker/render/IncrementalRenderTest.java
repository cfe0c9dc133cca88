package io.vimax.worker.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.worker.media.TestClips;
import io.vimax.worker.render.RenderPlan.CaptionTrack;
import io.vimax.worker.render.RenderPlan.Card;
import io.vimax.worker.render.RenderPlan.Metadata;
import io.vimax.worker.render.RenderPlan.Music;
import io.vimax.worker.render.RenderPlan.Picture;
import io.vimax.worker.render.RenderPlan.Sound;
import io.vimax.worker.render.RenderPlan.Transition;
import io.vimax.worker.render.RenderPlan.VideoClip;
import io.vimax.worker.render.RenderPlan.VoiceClip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a second render of a film encodes, by the files in its work folder as well as by the report. */
class IncrementalRenderTest extends FilmFixture {

    private static final Transition CUT = Transition.cut();
    private static final Transition DISSOLVE = Transition.dissolve(500);

    /** Title, three clips that dissolve into each other, end card: eight pieces, of which three are dissolves. */
    private static final int ALL_PIECES = 8;

    private Map<String, String> before = Map.of();

    @BeforeEach
    void renderOnce() throws Exception {
        var report = renderer.render(film(clips(DISSOLVE), sound(-12, 6, 0)), work, film, FilmFixture::unseen);
        assertThat(report.piecesEncoded()).isEqualTo(ALL_PIECES);
        before = pieces();
        assertThat(before).hasSize(ALL_PIECES);
    }

    @Test
    void changesOfSoundEncodeNoPicture() throws Exception {
        for (var changed : List.of(sound(-20, 6, 0), sound(-12, 15, 0), sound(-12, 6, -4), withoutMusic())) {
            var report = renderer.render(film(clips(DISSOLVE), changed), work, film, FilmFixture::unseen);

            assertThat(report.piecesEncoded()).isZero();
            assertThat(report.piecesReused()).isEqualTo(ALL_PIECES);
            assertThat(report.soundReused()).isFalse();
            assertThat(pieces()).isEqualTo(before);
        }
    }

    @Test
    void anotherClipEncodesItselfAndTheDissolvesAroundIt() throws Exception {
        var clips = new ArrayList<>(clips(DISSOLVE));
        clips.set(1, new VideoClip("shot 2", retake(), 0, 2_000, DISSOLVE));

        var report = renderer.render(film(clips, sound(-12, 6, 0)), work, film, FilmFixture::unseen);

        assertThat(report.piecesEncoded()).isEqualTo(3);
        assertThat(report.soundReused()).isTrue();
        assertThat(kept()).hasSize(ALL_PIECES - 3);
        assertThat(TestClips.colourAt(film, 4.2)[0]).isGreaterThan(200);
    }

    @Test
    void anotherClipBetweenCutsEncodesNothingElse() throws Exception {
        var clips = new ArrayList<>(clips(CUT));
        renderer.render(film(clips, sound(-12, 6, 0)), work, film, FilmFixture::unseen);
        before = pieces();
        clips.set(1, new VideoClip("shot 2", retake(), 0, 2_000, CUT));

        var report = renderer.render(film(clips, sound(-12, 6, 0)), work, film, FilmFixture::unseen);

        assertThat(report.piecesEncoded()).isOne();
        assertThat(kept()).hasSize(before.size() - 1);
    }

    @Test
    void anotherOrderBetweenCutsEncodesNothing() throws Exception {
        var clips = clips(CUT);
        renderer.render(film(clips, sound(-12, 6, 0)), work, film, FilmFixture::unseen);
        before = pieces();

        var report = renderer.render(
                film(List.of(clips.get(1), clips.get(0), clips.get(2)), sound(-12, 6, 0)),
                work,
                film,
                FilmFixture::unseen);

        assertThat(report.piecesEncoded()).isZero();
        assertThat(pieces()).isEqualTo(before);
    }

    private static List<VideoClip> clips(Transition between) {
        return List.of(
                new VideoClip("shot 1", red, 0, 2_000, CUT),
                new VideoClip("shot 2", green, 0, 2_000, between),
                new VideoClip("shot 3", blue, 0, 2_000, between));
    }

    private static Path retake() throws Exception {
        return TestClips.clip(inputs.resolve("retake.mp4"), "white", 3, "320x180");
    }

    private static Sound sound(double musicDb, double duckingDb, double voiceDb) {
        return new Sound(
                List.of(new VoiceClip("line 1", voice, 2_000, voiceDb)),
                new Music(music, musicDb, 200, 200, duckingDb));
    }

    private static Sound withoutMusic() {
        return new Sound(List.of(new VoiceClip("line 1", voice, 2_000, 0)), null);
    }

    private static RenderPlan film(List<VideoClip> clips, Sound sound) {
        return new RenderPlan(
                WIDE,
                new Picture(new Card(card, 2_000, CUT), clips, new Card(card, 2_000, DISSOLVE)),
                sound,
                CaptionTrack.NONE,
                new Metadata("Film", List.of()));
    }

    /** Encoded pieces by name; the value changes when a file is written again. */
    private Map<String, String> pieces() throws IOException {
        var pieces = new TreeMap<String, String>();
        try (var files = Files.newDirectoryStream(work, "piece-*")) {
            for (var file : files) {
                var facts = Files.readAttributes(file, BasicFileAttributes.class);
                pieces.put(file.getFileName().toString(), facts.fileKey() + " " + facts.lastModifiedTime());
            }
        }
        return pieces;
    }

    private Set<Map.Entry<String, String>> kept() throws IOException {
        var kept = pieces().entrySet();
        kept.retainAll(before.entrySet());
        return kept;
    }
}
