package io.vimax.editor.render;

import io.vimax.editor.episode.AudioMix;
import io.vimax.editor.episode.EpisodeFacts;
import io.vimax.editor.generation.Work;
import io.vimax.editor.script.Line;
import io.vimax.editor.script.Scene;
import io.vimax.editor.script.Script;
import io.vimax.editor.timeline.Timeline;
import io.vimax.editor.timeline.Timeline.Clip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the renderer is told: the timeline with its media, captions from the voices' places, a chapter for every scene. */
public final class RenderPlan {

    private RenderPlan() {}

    /** Empty while a shot of the timeline has no take, or a voice has not been spoken. */
    public static Optional<Work.Film> of(EpisodeFacts episode, Script script, Timeline timeline) {
        List<Clip> shots = timeline.clips(Timeline.VIDEO).stream()
                .filter(clip -> clip.kind().equals("shot"))
                .toList();
        boolean complete = !shots.isEmpty()
                && shots.stream().allMatch(clip -> clip.assetId() != null)
                && timeline.clips(Timeline.VOICE).stream().allMatch(clip -> clip.assetId() != null);
        if (!complete) {
            return Optional.empty();
        }
        AudioMix audio = episode.audio();
        Optional<Clip> title = first(timeline, "title");
        Optional<Clip> end = first(timeline, "end");
        return Optional.of(new Work.Film(
                episode.title(),
                episode.logline() == null ? "" : episode.logline(),
                episode.language(),
                episode.width(),
                episode.height(),
                episode.fps(),
                title.map(Clip::durationMs).orElse(0L),
                end.map(Clip::durationMs).orElse(0L),
                episode.brief().seed(),
                end.map(Clip::overlapMs).orElse(0L),
                shots.stream().map(RenderPlan::clip).toList(),
                timeline.clips(Timeline.VOICE).stream()
                        .map(voice -> new Work.FilmVoice(
                                asset(voice), voice.startMs(), audio.voice().gainDb()))
                        .toList(),
                audio.music().enabled()
                        ? timeline.clips(Timeline.MUSIC).stream()
                                .findFirst()
                                .map(Clip::assetId)
                                .orElse(null)
                        : null,
                audio.music().gainDb(),
                audio.duckingDb(),
                captions(script, timeline),
                audio.captions().mode(),
                chapters(episode, script, timeline, title.isPresent()),
                AudioMix.LOUDNESS_LUFS));
    }

    private static Optional<Clip> first(Timeline timeline, String kind) {
        return timeline.clips(Timeline.VIDEO).stream()
                .filter(clip -> clip.kind().equals(kind))
                .findFirst();
    }

    private static Work.FilmClip clip(Clip clip) {
        boolean dissolve = clip.overlapMs() > 0;
        return new Work.FilmClip(
                asset(clip),
                clip.inMs(),
                clip.durationMs(),
                dissolve ? Timeline.DISSOLVE : Timeline.CUT,
                clip.overlapMs(),
                clip.label() == null ? clip.id() : clip.label());
    }

    private static List<Work.FilmCaption> captions(Script script, Timeline timeline) {
        Map<UUID, String> speakers = new HashMap<>();
        for (Line line : script.lines()) {
            speakers.put(line.id(), line.speaker());
        }
        return timeline.clips(Timeline.CAPTION).stream()
                .map(clip -> new Work.FilmCaption(
                        clip.startMs(),
                        clip.endMs(),
                        clip.refId() == null ? "" : speakers.getOrDefault(clip.refId(), ""),
                        clip.label() == null ? "" : clip.label()))
                .toList();
    }

    /** Players want the first chapter at the very beginning, so the title card is one. */
    private static List<Work.FilmChapter> chapters(
            EpisodeFacts episode, Script script, Timeline timeline, boolean titled) {
        Map<UUID, Scene> sceneOfShot = new HashMap<>();
        script.scenes().forEach(scene -> scene.shots().forEach(shot -> sceneOfShot.put(shot.id(), scene)));
        var chapters = new ArrayList<Work.FilmChapter>();
        if (titled) {
            chapters.add(new Work.FilmChapter(0, episode.title()));
        }
        Scene present = null;
        for (Clip clip : timeline.clips(Timeline.VIDEO)) {
            Scene scene = clip.refId() == null ? null : sceneOfShot.get(clip.refId());
            if (scene != null && !scene.equals(present)) {
                chapters.add(new Work.FilmChapter(clip.startMs(), scene.heading()));
                present = scene;
            }
        }
        return List.copyOf(chapters);
    }

    private static UUID asset(Clip clip) {
        if (clip.assetId() == null) {
            throw new IllegalStateException("Checked before: every clip has its media");
        }
        return clip.assetId();
    }
}
