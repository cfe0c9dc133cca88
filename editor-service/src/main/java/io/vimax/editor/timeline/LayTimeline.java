package io.vimax.editor.timeline;

import static io.vimax.editor.timeline.FilmLength.DISSOLVE_MS;
import static io.vimax.editor.timeline.FilmLength.END_MS;
import static io.vimax.editor.timeline.FilmLength.TITLE_MS;

import io.vimax.editor.script.Line;
import io.vimax.editor.script.Scene;
import io.vimax.editor.script.Shot;
import io.vimax.editor.script.SpokenLength;
import io.vimax.editor.take.Take;
import io.vimax.editor.timeline.Timeline.Clip;
import io.vimax.editor.timeline.Timeline.Track;
import io.vimax.editor.timeline.Timeline.Transition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Lays the tracks from script, takes and voices: the same material gives the same timeline. */
public final class LayTimeline {

    /** A voice begins when a dissolve into its shot is over; after a cut it takes a breath. */
    private static final long BREATH_MS = 200;

    /**
     * Two frames at 24 per second: a clip that came out this much shorter than asked still counts as long enough, the renderer
     * holds its last frame.
     */
    private static final long ROUNDING_MS = 84;

    private static final Transition DISSOLVE = new Transition(Timeline.DISSOLVE, DISSOLVE_MS);

    private LayTimeline() {}

    public static Timeline of(FilmMaterial material, int revision) {
        List<Clip> video = video(material);
        long end = video.getLast().endMs();
        List<Clip> voices = voices(material, video, end);
        List<Clip> music = material.musicOn()
                ? List.of(new Clip("music", "music", null, "Music", material.music(), 0, end, 0, null))
                : List.of();
        return new Timeline(
                revision,
                List.of(
                        new Track(Timeline.VIDEO, video),
                        new Track(Timeline.VOICE, voices),
                        new Track(Timeline.MUSIC, music),
                        new Track(Timeline.CAPTION, captions(material, voices))));
    }

    private static List<Clip> video(FilmMaterial material) {
        var clips = new ArrayList<Clip>();
        clips.add(new Clip("title", "title", null, material.title(), null, 0, TITLE_MS, 0, Transition.HARD));
        for (Scene scene : material.script().scenes()) {
            for (Shot shot : scene.shots()) {
                Transition in = shot.number() == 1 ? DISSOLVE : Transition.HARD;
                long start = clips.getLast().endMs() - in.durationMs();
                clips.add(new Clip(
                        "shot-" + shot.id(),
                        "shot",
                        shot.id(),
                        FilmMaterial.label(scene, shot),
                        material.selectedTake(shot).map(Take::clipAssetId).orElse(null),
                        start,
                        length(material, shot),
                        0,
                        in));
            }
        }
        clips.add(new Clip("end", "end", null, null, null, clips.getLast().endMs() - DISSOLVE_MS, END_MS, 0, DISSOLVE));
        return List.copyOf(clips);
    }

    /** As planned, unless the take is really shorter. */
    private static long length(FilmMaterial material, Shot shot) {
        return material.selectedTake(shot)
                .filter(take -> take.durationMs() < shot.durationMs() - ROUNDING_MS)
                .map(Take::durationMs)
                .orElse(shot.durationMs());
    }

    /** One after the other, each not before its shot; a late one moves forward so that it ends with the film where it can. */
    private static List<Clip> voices(FilmMaterial material, List<Clip> video, long filmEnd) {
        Map<UUID, Clip> shots = new HashMap<>();
        video.stream().filter(clip -> clip.kind().equals("shot")).forEach(clip -> shots.put(refId(clip), clip));
        var clips = new ArrayList<Clip>();
        long free = 0;
        for (Scene scene : material.script().scenes()) {
            for (Shot shot : scene.shots()) {
                Clip picture = shots.get(shot.id());
                for (Line line : scene.linesOf(shot.id())) {
                    long wanted = picture == null ? free : picture.startMs() + Math.max(BREATH_MS, picture.overlapMs());
                    long length = voiceLength(line);
                    long start = Math.max(free, Math.min(wanted, Math.max(0, filmEnd - length)));
                    clips.add(new Clip(
                            "line-" + line.id(),
                            "line",
                            line.id(),
                            FilmMaterial.label(line),
                            line.voiceAssetId(),
                            start,
                            length,
                            0,
                            null));
                    free = start + length + BREATH_MS;
                }
            }
        }
        return List.copyOf(clips);
    }

    /** Until somebody has said it: as long as reading it aloud takes. */
    private static long voiceLength(Line line) {
        return Math.max(
                1,
                line.voiceDurationMs() != null ? line.voiceDurationMs() : SpokenLength.seconds(line.text()) * 1_000L);
    }

    private static List<Clip> captions(FilmMaterial material, List<Clip> voices) {
        Map<UUID, Line> lines = new HashMap<>();
        material.script().lines().forEach(line -> lines.put(line.id(), line));
        var clips = new ArrayList<Clip>();
        for (Clip voice : voices) {
            Line line = lines.get(refId(voice));
            if (line != null) {
                clips.addAll(Captions.of(line, voice));
            }
        }
        return List.copyOf(clips);
    }

    private static UUID refId(Clip clip) {
        if (clip.refId() == null) {
            throw new IllegalStateException("A " + clip.kind() + " clip names what it shows");
        }
        return clip.refId();
    }

    /**
     * A person's cut with the present results: takes and voices that were chosen or made since are shown, what the script does
     * not have any more falls out, and what follows closes up.
     */
    public static Timeline refresh(Timeline cut, FilmMaterial material) {
        Map<UUID, Shot> shots = new HashMap<>();
        material.script().shots().forEach(shot -> shots.put(shot.id(), shot));
        Map<UUID, Line> lines = new HashMap<>();
        material.script().lines().forEach(line -> lines.put(line.id(), line));
        var video = new ArrayList<Clip>();
        for (Clip clip : cut.clips(Timeline.VIDEO)) {
            Shot shot = clip.refId() == null ? null : shots.get(clip.refId());
            if (clip.kind().equals("shot") && shot == null) {
                continue;
            }
            Clip shown = shot == null
                    ? clip
                    : clip.showing(
                            material.selectedTake(shot).map(Take::clipAssetId).orElse(null));
            video.add(video.isEmpty() ? shown.at(0) : shown.at(video.getLast().endMs() - shown.overlapMs()));
        }
        var voices = new ArrayList<Clip>();
        for (Clip clip : cut.clips(Timeline.VOICE)) {
            Line line = clip.refId() == null ? null : lines.get(clip.refId());
            if (line != null) {
                voices.add(clip.showing(line.voiceAssetId()));
            }
        }
        List<Clip> music = material.musicOn()
                ? cut.clips(Timeline.MUSIC).stream()
                        .map(clip -> clip.showing(material.music()))
                        .toList()
                : List.of();
        List<Clip> captions = cut.clips(Timeline.CAPTION).stream()
                .filter(clip -> clip.refId() == null || lines.containsKey(clip.refId()))
                .toList();
        return new Timeline(
                cut.revision(),
                List.of(
                        new Track(Timeline.VIDEO, List.copyOf(video)),
                        new Track(Timeline.VOICE, List.copyOf(voices)),
                        new Track(Timeline.MUSIC, music),
                        new Track(Timeline.CAPTION, captions)));
    }
}
