package io.vimax.editor.document;

import io.vimax.editor.document.StateDocument.LineView;
import io.vimax.editor.document.StateDocument.SceneView;
import io.vimax.editor.document.StateDocument.ShotView;
import io.vimax.editor.document.StateDocument.StaleView;
import io.vimax.editor.document.StateDocument.TakeView;
import io.vimax.editor.document.StateDocument.VoiceView;
import io.vimax.editor.generation.Generation;
import io.vimax.editor.generation.TargetType;
import io.vimax.editor.money.Money;
import io.vimax.editor.script.Line;
import io.vimax.editor.script.Scene;
import io.vimax.editor.script.Shot;
import io.vimax.editor.situation.EpisodeSituation;
import io.vimax.editor.situation.UnitStatus;
import io.vimax.editor.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The scenes of a state document. */
final class SceneViews {

    private SceneViews() {}

    static List<SceneView> of(EpisodeSituation situation) {
        Map<UUID, Long> starts = new HashMap<>();
        situation.plan().clips(Timeline.VOICE).stream()
                .filter(clip -> clip.refId() != null)
                .forEach(clip -> starts.put(clip.refId(), clip.startMs()));
        Map<UUID, List<UUID>> generations = new HashMap<>();
        situation.generations().stream()
                .filter(generation -> generation.target().type() == TargetType.SHOT_KEYFRAME
                        || generation.target().type() == TargetType.SHOT_CLIP)
                .forEach(generation -> generations
                        .computeIfAbsent(generation.target().id(), _ -> new ArrayList<>())
                        .add(generation.id()));
        var views = new ArrayList<SceneView>();
        int before = 0;
        for (Scene scene : situation.script().scenes()) {
            views.add(scene(situation, scene, before, starts, generations));
            before += scene.shots().size();
        }
        return List.copyOf(views);
    }

    private static SceneView scene(
            EpisodeSituation situation,
            Scene scene,
            int shotsBefore,
            Map<UUID, Long> starts,
            Map<UUID, List<UUID>> generations) {
        List<LineView> lines = scene.lines().stream()
                .map(line -> line(situation, line, starts))
                .toList();
        List<ShotView> shots = scene.shots().stream()
                .map(shot -> shot(situation, scene, shot, shotsBefore, generations))
                .toList();
        return new SceneView(
                scene.id(),
                scene.number(),
                scene.heading(),
                scene.place(),
                scene.timeOfDay(),
                scene.weather(),
                scene.mood(),
                scene.summary(),
                ProgressFigures.together(Stream.concat(
                                shots.stream().map(ShotView::status),
                                lines.stream().map(LineView::status))
                        .toList()),
                lines,
                shots);
    }

    private static LineView line(EpisodeSituation situation, Line line, Map<UUID, Long> starts) {
        return new LineView(
                line.id(),
                line.number(),
                line.shotId(),
                line.speaker(),
                line.kind(),
                line.text(),
                situation.voiceStatus(line),
                line.voiceAssetId() == null
                        ? null
                        : new VoiceView(
                                line.voiceAssetId(), line.voiceDurationMs() == null ? 0 : line.voiceDurationMs()),
                situation
                        .latest(TargetType.LINE_VOICE, line.id())
                        .map(Generation::id)
                        .orElse(null),
                starts.get(line.id()));
    }

    private static ShotView shot(
            EpisodeSituation situation, Scene scene, Shot shot, int shotsBefore, Map<UUID, List<UUID>> generations) {
        return new ShotView(
                shot.id(),
                shot.number(),
                shotsBefore + shot.number(),
                shot.description(),
                shot.prompt(),
                shot.framing(),
                shot.cameraMove(),
                shot.people(),
                shot.durationMs(),
                situation.shotStatus(scene, shot),
                situation.clipStatus(scene, shot) == UnitStatus.STALE,
                shot.continuesPrevious(),
                shot.keyframeAssetId(),
                generations.getOrDefault(shot.id(), List.of()),
                shot.selectedTakeId(),
                situation.takesOf(shot).stream()
                        .map(take -> new TakeView(
                                take.id(),
                                take.number(),
                                take.keyframeAssetId(),
                                take.clipAssetId(),
                                take.durationMs(),
                                take.model(),
                                take.provider(),
                                take.seed(),
                                Money.ofMicros(take.costMicros()),
                                take.createdAt(),
                                situation.isStale(scene, shot, take)))
                        .toList());
    }

    static List<StaleView> stale(EpisodeSituation situation) {
        var stale = new ArrayList<StaleView>();
        for (Scene scene : situation.script().scenes()) {
            for (Shot shot : scene.shots()) {
                if (situation.clipStatus(scene, shot) == UnitStatus.STALE) {
                    stale.add(new StaleView("shot", shot.id(), "The shot was changed after its take was made."));
                }
            }
            for (Line line : scene.lines()) {
                if (situation.voiceStatus(line) == UnitStatus.STALE) {
                    stale.add(new StaleView(
                            "line", line.id(), "The words or the voice were changed after they were spoken."));
                }
            }
        }
        if (situation.episode().audio().music().enabled() && situation.musicStatus() == UnitStatus.STALE) {
            stale.add(new StaleView(
                    "music",
                    situation.episode().id(),
                    "Mood, weather or length of the film changed after the music was made."));
        }
        if (situation.renderStatus() == UnitStatus.STALE) {
            situation
                    .newestRender()
                    .ifPresent(render -> stale.add(new StaleView(
                            "render", render.id(), "The episode was changed after this film was rendered.")));
        }
        return List.copyOf(stale);
    }
}
