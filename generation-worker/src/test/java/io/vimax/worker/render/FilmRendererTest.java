package io.vimax.worker.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vimax.worker.captions.CaptionCue;
import io.vimax.worker.captions.CaptionStyle;
import io.vimax.worker.media.LoudnessMeter;
import io.vimax.worker.media.MediaProbe;
import io.vimax.worker.media.TestClips;
import io.vimax.worker.render.RenderPlan.CaptionTrack;
import io.vimax.worker.render.RenderPlan.Card;
import io.vimax.worker.render.RenderPlan.Chapter;
import io.vimax.worker.render.RenderPlan.Frame;
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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilmRendererTest extends FilmFixture {

    @Test
    void makesAFilmOfCardsClipsVoicesAndMusic() throws Exception {
        var seen = new ArrayList<Double>();
        var vtt = film.resolveSibling("film.vtt");
        var srt = film.resolveSibling("film.srt");
        var captions =
                new CaptionTrack(List.of(new CaptionCue(2_000, 3_000, "Hello")), true, CaptionStyle.DEFAULT, vtt, srt);
        var plan = new RenderPlan(
                WIDE,
                new Picture(
                        new Card(card, 1_500, Transition.cut()),
                        List.of(
                                new VideoClip("shot 1", red, 0, 2_500, Transition.dissolve(500)),
                                new VideoClip("shot 2", green, 500, 2_000, Transition.cut())),
                        new Card(card, 1_500, Transition.dissolve(500))),
                new Sound(List.of(new VoiceClip("line 1", voice, 2_000, 0)), new Music(music, -12, 200, 500, 9)),
                captions,
                new Metadata("A = \"title\"", List.of(new Chapter("One; #1", 0), new Chapter("Two", 3_500))));

        var report = renderer.render(plan, work, film, seen::add);

        assertThat(plan.durationMs()).isEqualTo(6_500);
        assertThat(report.frames()).isEqualTo(156);
        assertThat(report.bytes()).isEqualTo(Files.size(film));
        var facts = new MediaProbe(ffmpeg).probe(film);
        assertThat(facts.durationMs()).isCloseTo(6_500, within(42L));
        assertThat(facts.fps()).isEqualTo(24);
        assertThat(facts.width()).isEqualTo(320);
        assertThat(facts.height()).isEqualTo(180);
        assertThat(facts.videoCodec()).isEqualTo("h264");
        assertThat(facts.audioCodec()).isEqualTo("aac");
        assertThat(facts.audioChannels()).isEqualTo(2);
        assertThat(facts.sampleRate()).isEqualTo(48_000);
        assertThat(new MediaProbe(ffmpeg).frames(film)).isEqualTo(156);

        assertThat(seen).isSorted().last().isEqualTo(1.0);
        assertThat(vtt).content().startsWith("WEBVTT");
        assertThat(srt).content().contains("00:00:02,000 --> 00:00:03,000");
        assertThat(describe(film))
                .contains("title=A \\= \"title\"", "comment=AI-generated animatic by ViMax")
                .contains("START=0", "END=3500", "title=One\\; \\#1", "START=3500", "title=Two");
        assertThat(indexStandsAtTheFront(film)).isTrue();
        try (var files = Files.list(film.getParent())) {
            assertThat(files).containsExactlyInAnyOrder(film, vtt, srt);
        }
    }

    @Test
    void blendsWhereADissolveIsAndNowhereElse() throws Exception {
        renderer.render(
                silent(
                        WIDE,
                        new VideoClip("shot 1", red, 0, 2_000, Transition.cut()),
                        new VideoClip("shot 2", green, 0, 2_000, Transition.dissolve(1_000)),
                        new VideoClip("shot 3", blue, 0, 2_000, Transition.cut())),
                work,
                film,
                FilmFixture::unseen);

        assertThat(TestClips.colourAt(film, 0.9)).satisfies(rgb -> mostly(rgb, 0));
        var blend = TestClips.colourAt(film, 1.5);
        assertThat(blend[0]).isBetween(90, 165);
        assertThat(blend[1]).isBetween(90, 165);
        assertThat(TestClips.colourAt(film, 2.1)).satisfies(rgb -> mostly(rgb, 1));
        assertThat(TestClips.colourAt(film, 2.94)).satisfies(rgb -> mostly(rgb, 1));
        assertThat(TestClips.colourAt(film, 3.01)).satisfies(rgb -> mostly(rgb, 2));
        assertThat(TestClips.colourAt(film, 4.9)).satisfies(rgb -> mostly(rgb, 2));
        assertThat(log(film, "blackdetect=d=0.01:pix_th=0.1")).noneMatch(line -> line.contains("black_start"));
    }

    @Test
    void cardsComeFromBlackAndGoToBlack() throws Exception {
        var plan = new RenderPlan(
                WIDE,
                new Picture(
                        new Card(card, 2_000, Transition.cut()),
                        List.of(),
                        new Card(card, 2_000, Transition.dissolve(500))),
                new Sound(List.of(), null),
                CaptionTrack.NONE,
                new Metadata("Cards", List.of()));

        renderer.render(plan, work, film, FilmFixture::unseen);

        assertThat(TestClips.colourAt(film, 0)[0]).isLessThan(20);
        assertThat(TestClips.colourAt(film, 0.3)[0]).isBetween(80, 180);
        assertThat(TestClips.colourAt(film, 1.75)[0]).isGreaterThan(240);
        assertThat(TestClips.colourAt(film, 3.44)[0]).isLessThan(20);
    }

    @Test
    void voicesSoundWhereThePlanHasThem() throws Exception {
        var plan = new RenderPlan(
                WIDE,
                new Picture(null, List.of(new VideoClip("shot 1", red, 0, 3_000, Transition.cut())), null),
                new Sound(List.of(new VoiceClip("line 1", voice, 1_234, 0)), null),
                CaptionTrack.NONE,
                new Metadata("Voice", List.of()));

        renderer.render(plan, work, film, FilmFixture::unseen);

        var sound = TestClips.sound(film);
        assertThat(firstAbove(sound, 0.05f) / 48.0).isCloseTo(1_234, within(4.0));
        assertThat(lastAbove(sound, 0.05f) / 48.0).isCloseTo(2_234, within(4.0));
    }

    @Test
    void isAsLoudAsAskedAndNeverOverTheCeiling() throws Exception {
        var plan = new RenderPlan(
                WIDE,
                new Picture(null, List.of(new VideoClip("shot 1", red, 0, 3_000, Transition.cut())), null),
                new Sound(List.of(), new Music(music, 0, 0, 0, 0)),
                CaptionTrack.NONE,
                new Metadata("Loud", List.of()));

        var report = renderer.render(plan, work, film, FilmFixture::unseen);

        var measured = new LoudnessMeter(ffmpeg).measure(film);
        assertThat(measured.integratedLufs()).isCloseTo(-14, within(0.5));
        assertThat(measured.truePeakDbtp()).isLessThan(-1);
        assertThat(report.integratedLufs()).isCloseTo(measured.integratedLufs(), within(0.1));
        assertThat(report.truePeakDbtp()).isCloseTo(measured.truePeakDbtp(), within(0.1));
    }

    @Test
    void encodesOnlyWhatChanged() throws Exception {
        var shots = List.of(
                new VideoClip("shot 1", red, 0, 2_000, Transition.cut()),
                new VideoClip("shot 2", green, 0, 2_000, Transition.dissolve(500)),
                new VideoClip("shot 3", blue, 0, 2_000, Transition.dissolve(500)));
        var quiet = new Sound(List.of(), new Music(music, -20, 0, 0, 6));

        var first = renderer.render(plan(shots, quiet), work, film, FilmFixture::unseen);
        var again = renderer.render(plan(shots, quiet), work, film, FilmFixture::unseen);
        var music = renderer.render(plan(shots, new Sound(List.of(), null)), work, film, FilmFixture::unseen);
        var retake = new VideoClip("shot 3", blue, 500, 2_000, Transition.dissolve(500));
        var changed = renderer.render(
                plan(List.of(shots.get(0), shots.get(1), retake), quiet), work, film, FilmFixture::unseen);

        assertThat(first.piecesEncoded()).isEqualTo(5);
        assertThat(again.piecesEncoded()).isZero();
        assertThat(again.soundReused()).isTrue();
        assertThat(music.piecesEncoded()).isZero();
        assertThat(music.soundReused()).isFalse();
        assertThat(changed.piecesEncoded()).isEqualTo(2);
        assertThat(changed.piecesReused()).isEqualTo(3);
        assertThat(changed.frames()).isEqualTo(first.frames());
    }

    @Test
    void fitsClipsIntoTallAndSquareFrames() throws Exception {
        for (var frame : List.of(new Frame(180, 320, 24), new Frame(240, 240, 24))) {
            renderer.render(
                    silent(frame, new VideoClip("shot 1", red, 0, 1_000, Transition.cut())),
                    work,
                    film,
                    FilmFixture::unseen);

            var facts = new MediaProbe(ffmpeg).probe(film);
            assertThat(facts.width()).isEqualTo(frame.width());
            assertThat(facts.height()).isEqualTo(frame.height());
            assertThat(facts.durationMs()).isCloseTo(1_000, within(42L));
        }
    }

    @Test
    void joinsManyClips() throws Exception {
        var shots = new ArrayList<VideoClip>();
        for (var i = 0; i < 60; i++) {
            var transition = i % 3 == 0 ? Transition.dissolve(210) : Transition.cut();
            shots.add(new VideoClip("shot " + i, List.of(red, green, blue).get(i % 3), i * 10, 733, transition));
        }
        var plan = plan(shots, new Sound(List.of(), null));

        var report = renderer.render(plan, work, film, FilmFixture::unseen);

        assertThat(plan.durationMs()).isEqualTo(60 * 733 - 19 * 210);
        assertThat(report.frames()).isEqualTo(Math.round(plan.durationMs() * 24 / 1000.0));
        assertThat(new MediaProbe(ffmpeg).frames(film)).isEqualTo(report.frames());
        assertThat(new MediaProbe(ffmpeg).probe(film).durationMs()).isCloseTo(plan.durationMs(), within(42L));
    }

    private static void mostly(int[] rgb, int channel) {
        for (var i = 0; i < 3; i++) {
            if (i == channel) {
                assertThat(rgb[i]).isGreaterThan(220);
            } else {
                assertThat(rgb[i]).isLessThan(40);
            }
        }
    }

    private String describe(Path film) throws InterruptedException, IOException {
        var target = folder.resolve("described.ffmeta");
        ffmpeg.run(List.of("-v", "error", "-i", film.toString(), "-f", "ffmetadata", target.toString()));
        return Files.readString(target);
    }

    private List<String> log(Path film, String filter) throws InterruptedException {
        return ffmpeg.run(List.of("-v", "info", "-i", film.toString(), "-vf", filter, "-f", "null", "-"))
                .log();
    }

    private static boolean indexStandsAtTheFront(Path film) throws IOException {
        var text = new String(Files.readAllBytes(film), java.nio.charset.StandardCharsets.ISO_8859_1);
        return text.indexOf("moov") < text.indexOf("mdat");
    }

    private static int firstAbove(float[] sound, float level) {
        for (var i = 0; i < sound.length; i++) {
            if (Math.abs(sound[i]) > level) {
                return i;
            }
        }
        return -1;
    }

    private static int lastAbove(float[] sound, float level) {
        for (var i = sound.length - 1; i >= 0; i--) {
            if (Math.abs(sound[i]) > level) {
                return i;
            }
        }
        return -1;
    }
}
