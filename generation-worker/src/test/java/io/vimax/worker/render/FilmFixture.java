package io.vimax.worker.render;

import io.vimax.worker.media.Ffmpeg;
import io.vimax.worker.media.TestClips;
import io.vimax.worker.render.RenderPlan.CaptionTrack;
import io.vimax.worker.render.RenderPlan.Frame;
import io.vimax.worker.render.RenderPlan.Metadata;
import io.vimax.worker.render.RenderPlan.Picture;
import io.vimax.worker.render.RenderPlan.Sound;
import io.vimax.worker.render.RenderPlan.VideoClip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Three clips, a card, a voice and music, and new folders for every test. */
abstract class FilmFixture {

    static final Frame WIDE = new Frame(320, 180, 24);

    @TempDir
    static Path inputs;

    static Path red;
    static Path green;
    static Path blue;
    static Path card;
    static Path voice;
    static Path music;

    final Ffmpeg ffmpeg = TestClips.ffmpeg();
    final FilmRenderer renderer = new FilmRenderer(ffmpeg);

    @TempDir
    Path folder;

    Path work;
    Path film;

    @BeforeAll
    static void makeInputs() throws Exception {
        red = TestClips.clip(inputs.resolve("it's 100% \"red\" 红.mp4"), "red", 3, "320x180");
        green = TestClips.clip(inputs.resolve("green.mp4"), "lime", 3, "640x360");
        blue = TestClips.clip(inputs.resolve("blue.mp4"), "blue", 3, "320x180");
        card = TestClips.picture(inputs.resolve("card %03d.png"), "white", "400x400");
        voice = TestClips.tone(inputs.resolve("voice.wav"), 300, 1, 16_000);
        music = TestClips.spikyMusic(inputs.resolve("music.wav"), 2);
    }

    @BeforeEach
    void chooseTargets() throws IOException {
        work = folder.resolve("work of 'Mara'");
        film = Files.createDirectory(folder.resolve("films")).resolve("The \"light\" 灯塔.mp4");
    }

    static void unseen(double done) {}

    void render(VideoClip clip) throws InterruptedException {
        renderer.render(silent(WIDE, clip), work, film, FilmFixture::unseen);
    }

    static RenderPlan silent(Frame frame, VideoClip... clips) {
        return new RenderPlan(
                frame,
                new Picture(null, List.of(clips), null),
                new Sound(List.of(), null),
                CaptionTrack.NONE,
                new Metadata("Silent", List.of()));
    }

    static RenderPlan plan(List<VideoClip> clips, Sound sound) {
        return new RenderPlan(
                WIDE, new Picture(null, clips, null), sound, CaptionTrack.NONE, new Metadata("Plan", List.of()));
    }
}
