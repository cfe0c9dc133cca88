package io.vimax.worker.provider.local;

import io.vimax.worker.asset.Assets;
import io.vimax.worker.captions.CaptionCue;
import io.vimax.worker.captions.CaptionLayout;
import io.vimax.worker.captions.Captions;
import io.vimax.worker.captions.SpokenLine;
import io.vimax.worker.provider.Job;
import io.vimax.worker.provider.Work;
import io.vimax.worker.render.RenderPlan;
import io.vimax.worker.render.RenderPlan.Transition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the renderer's plan: draws the cards, finds the files, sets the captions. */
@Component
class FilmPlans {

    static final String FILM = "film.mp4";
    static final String WEB_VTT = "captions.vtt";
    static final String SUBRIP = "captions.srt";

    private static final int MUSIC_FADE_IN_MS = 1_200;
    private static final int MUSIC_FADE_OUT_MS = 2_500;
    private static final double CEILING_DBTP = -1.0;
    private static final String NARRATOR = "Narrator";

    private final Assets assets;
    private final FilmCards cards;

    FilmPlans(Assets assets, FilmCards cards) {
        this.assets = assets;
        this.cards = cards;
    }

    RenderPlan plan(Job<Work.Render> job, Path folder) throws IOException {
        Work.Render film = job.work();
        UUID owner = job.ownerId();
        var picture = new RenderPlan.Picture(
                title(film, folder),
                film.clips().stream().map(clip -> clip(clip, owner)).toList(),
                end(film, folder));
        var metadata = new RenderPlan.Metadata(
                film.title(),
                film.chapters().stream()
                        .map(chapter -> new RenderPlan.Chapter(chapter.title(), chapter.startMs()))
                        .toList());
        var bare = new RenderPlan(
                new RenderPlan.Frame(film.width(), film.height(), film.frameRate()),
                picture,
                sound(film, owner),
                RenderPlan.CaptionTrack.NONE,
                metadata);
        return new RenderPlan(bare.frame(), picture, bare.sound(), captions(film, bare.durationMs(), folder), metadata);
    }

    private RenderPlan.@Nullable Card title(Work.Render film, Path folder) throws IOException {
        return film.titleCardMs() <= 0
                ? null
                : new RenderPlan.Card(
                        cards.title(film, folder), Math.toIntExact(film.titleCardMs()), new Transition.Cut());
    }

    private RenderPlan.@Nullable Card end(Work.Render film, Path folder) throws IOException {
        return film.endCardMs() <= 0
                ? null
                : new RenderPlan.Card(
                        cards.end(film, folder),
                        Math.toIntExact(film.endCardMs()),
                        transition("dissolve", film.endTransitionMs()));
    }

    private RenderPlan.VideoClip clip(Work.Render.Clip clip, UUID owner) {
        return new RenderPlan.VideoClip(
                clip.label(),
                assets.getPath(clip.assetId(), owner),
                Math.toIntExact(clip.inMs()),
                Math.toIntExact(clip.durationMs()),
                transition(clip.transition(), clip.transitionMs()));
    }

    private RenderPlan.Sound sound(Work.Render film, UUID owner) {
        List<Work.Render.Voice> voices = film.voices();
        UUID music = film.musicAssetId();
        return new RenderPlan.Sound(
                IntStream.range(0, voices.size())
                        .mapToObj(index -> new RenderPlan.VoiceClip(
                                "line " + (index + 1),
                                assets.getPath(voices.get(index).assetId(), owner),
                                voices.get(index).startMs(),
                                voices.get(index).gainDb()))
                        .toList(),
                music == null
                        ? null
                        : new RenderPlan.Music(
                                assets.getPath(music, owner),
                                film.musicGainDb(),
                                MUSIC_FADE_IN_MS,
                                MUSIC_FADE_OUT_MS,
                                Math.abs(film.duckingDb())),
                film.loudnessLufs(),
                CEILING_DBTP);
    }

    private RenderPlan.CaptionTrack captions(Work.Render film, long filmMs, Path folder) throws IOException {
        List<SpokenLine> lines = film.captions().stream()
                .map(caption -> new SpokenLine(
                        caption.text(),
                        caption.startMs(),
                        Math.max(1, caption.endMs() - caption.startMs()),
                        caption.speaker().equals(NARRATOR) ? null : caption.speaker()))
                .toList();
        List<CaptionCue> cues = Captions.of(lines, CaptionLayout.forFrame(film.width(), film.height()), filmMs);
        if (cues.isEmpty()) {
            return RenderPlan.CaptionTrack.NONE;
        }
        boolean burned =
                film.captionMode().equals("burned") || film.captionMode().equals("both");
        // A film with burned captions has sidecar files too: they cost nothing, and search and screen readers use them.
        return new RenderPlan.CaptionTrack(
                cues, burned, cards.captionStyle(), folder.resolve(WEB_VTT), folder.resolve(SUBRIP));
    }

    private static Transition transition(String kind, long ms) {
        return kind.equals("dissolve") && ms > 0 ? Transition.dissolve(Math.toIntExact(ms)) : new Transition.Cut();
    }
}
