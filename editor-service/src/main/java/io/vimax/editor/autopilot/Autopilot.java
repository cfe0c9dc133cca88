package io.vimax.editor.autopilot;

import io.vimax.editor.autopilot.Step.Compose;
import io.vimax.editor.autopilot.Step.DrawKeyframe;
import io.vimax.editor.autopilot.Step.FilmShot;
import io.vimax.editor.autopilot.Step.LayTracks;
import io.vimax.editor.autopilot.Step.Move;
import io.vimax.editor.autopilot.Step.RenderFilm;
import io.vimax.editor.autopilot.Step.SpeakLine;
import io.vimax.editor.autopilot.Step.WriteScript;
import io.vimax.editor.episode.EpisodeState;
import io.vimax.editor.generation.TargetType;
import io.vimax.editor.script.Line;
import io.vimax.editor.script.Scene;
import io.vimax.editor.script.Shot;
import io.vimax.editor.situation.ContentHashes;
import io.vimax.editor.situation.EpisodeSituation;
import io.vimax.editor.situation.Guards;
import io.vimax.editor.situation.UnitStatus;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides what comes next, from the situation alone. A step that is taken changes the situation so that it is not decided
 * again: a request leaves a generation under way, a move another state. Nothing that failed or was cancelled is asked for again
 * unless a person wants it, so no money is spent in circles; stale results stay in use. What may have been sent already waits
 * until the person has decided ({@link OpenQuestions}).
 */
public final class Autopilot {

    private Autopilot() {}

    /** What follows by itself after any change; nothing while the episode is paused. */
    public static List<Step> decide(EpisodeSituation situation) {
        if (situation.episode().paused()) {
            return List.of();
        }
        Set<Step> steps = new LinkedHashSet<>(openEnds(situation));
        if (situation.episode().autopilot()) {
            steps.addAll(stage(situation, Wish.MISSING));
        }
        return OpenQuestions.unhindered(situation, steps);
    }

    /** What a person who says "go on" wants: also what failed or was cancelled, of the present stage. */
    public static List<Step> resume(EpisodeSituation situation) {
        Set<Step> steps = new LinkedHashSet<>(openEnds(situation));
        steps.addAll(stage(situation, Wish.AGAIN));
        if (!situation.episode().autopilot()) {
            steps.removeIf(step -> step instanceof Move || step instanceof LayTracks);
        }
        return OpenQuestions.unhindered(situation, steps);
    }

    /**
     * Keyframes, clips, voices and music of the whole script, after it was settled who gets a portrait.
     *
     * @param onlyMissing false asks also for what is stale
     */
    public static List<Step> scenes(EpisodeSituation situation, boolean onlyMissing) {
        return OpenQuestions.unhindered(situation, sceneUnits(situation, onlyMissing ? Wish.AGAIN : Wish.FRESH));
    }

    /** The one step that makes a unit again, for a person who points at it. */
    public static Step remake(TargetType type, java.util.UUID unit) {
        return switch (type) {
            case SCRIPT -> new WriteScript();
            case SHOT_KEYFRAME -> new DrawKeyframe(unit);
            case SHOT_CLIP -> new FilmShot(unit);
            case LINE_VOICE -> new SpeakLine(unit);
            case MUSIC -> new Compose();
            case RENDER -> new RenderFilm();
            case CHARACTER_PORTRAIT -> new Step.DrawPortrait(unit, null);
        };
    }

    private static List<Step> stage(EpisodeSituation situation, Wish wish) {
        return switch (situation.episode().state()) {
            case SCRIPT_REVIEW -> script(situation, wish);
            case SCENE_GENERATION -> scenesThenTimeline(situation, wish);
            case TIMELINE_EDITING -> moveIfAllowed(situation, EpisodeState.AUDIO_CUSTOMIZATION, new LayTracks());
            case AUDIO_CUSTOMIZATION -> film(situation, wish);
            case COMPLETED -> List.of();
        };
    }

    private static List<Step> script(EpisodeSituation situation, Wish wish) {
        if (!situation.script().isEmpty()) {
            return moveIfAllowed(situation, EpisodeState.SCENE_GENERATION, null);
        }
        return wish.wants(situation.scriptStatus()) ? List.of(new WriteScript()) : List.of();
    }

    private static List<Step> scenesThenTimeline(EpisodeSituation situation, Wish wish) {
        // Before anything is drawn it is settled of whom there shall be portraits; the next decision finds it settled.
        if (wish == Wish.MISSING && !situation.cast().unsettled().isEmpty() && !done(situation)) {
            return List.of(new Step.CastPeople());
        }
        List<Step> units = sceneUnits(situation, wish);
        List<Step> moves = moveIfAllowed(situation, EpisodeState.TIMELINE_EDITING, new LayTracks());
        var steps = new ArrayList<>(units);
        steps.addAll(moves);
        return steps;
    }

    private static boolean done(EpisodeSituation situation) {
        return situation.script().shots().stream()
                .allMatch(shot -> situation.selectedTake(shot).isPresent());
    }

    /** Lays the timeline first where there is none, so that the next decision finds it. */
    private static List<Step> moveIfAllowed(
            EpisodeSituation situation, EpisodeState to, @org.jspecify.annotations.Nullable Step before) {
        if (before != null && situation.timeline().isEmpty() && to == EpisodeState.AUDIO_CUSTOMIZATION) {
            return List.of(before);
        }
        if (!Guards.against(situation, to).isEmpty()) {
            return List.of();
        }
        return before != null && situation.timeline().isEmpty() ? List.of(before, new Move(to)) : List.of(new Move(to));
    }

    private static List<Step> sceneUnits(EpisodeSituation situation, Wish wish) {
        Set<Step> steps = new LinkedHashSet<>();
        var shots = new ShotSteps(situation, wish);
        for (Scene scene : situation.script().scenes()) {
            for (Shot shot : scene.shots()) {
                steps.addAll(shots.of(scene, shot));
            }
        }
        for (Line line : situation.script().lines()) {
            if (wish.wants(situation.voiceStatus(line))) {
                steps.add(new SpeakLine(line.id()));
            }
        }
        if (situation.episode().audio().music().enabled()
                && !situation.script().isEmpty()
                && wish.wants(situation.musicStatus())) {
            steps.add(new Compose());
        }
        return List.copyOf(steps);
    }

    private static List<Step> film(EpisodeSituation situation, Wish wish) {
        if (situation.episode().audio().music().enabled()) {
            UnitStatus music = situation.musicStatus();
            if (wish.wants(music)) {
                return List.of(new Compose());
            }
            if (!music.hasResult()) {
                return List.of();
            }
        }
        UnitStatus render = situation.renderStatus();
        // A film of an earlier version is no film of this one; it is the end of the autopilot's way, so it is made
        // again.
        if (situation.film().isPresent()
                && (wish.wants(render) || (render == UnitStatus.STALE && !renderFailed(situation, wish)))) {
            return List.of(new RenderFilm());
        }
        return List.of();
    }

    private static boolean renderFailed(EpisodeSituation situation, Wish wish) {
        return wish == Wish.MISSING
                && situation
                        .latest(TargetType.RENDER, situation.episode().id())
                        .filter(last -> last.contentHash()
                                .equals(situation
                                        .film()
                                        .map(ContentHashes::film)
                                        .orElse("")))
                        .isPresent();
    }

    /** What was begun ends without a further word: a brief gets its script, a clip follows its new keyframe, a keyframe those portraits that it waited for, a finished film completes the episode. */
    private static List<Step> openEnds(EpisodeSituation situation) {
        var steps = new ArrayList<Step>();
        if (situation.script().isEmpty()
                && situation.latest(TargetType.SCRIPT, situation.episode().id()).isEmpty()) {
            steps.add(new WriteScript());
        }
        var waiting = new ShotSteps(situation, Wish.MISSING);
        for (Scene scene : situation.script().scenes()) {
            for (Shot shot : scene.shots()) {
                if (ShotSteps.clipFollows(situation, scene, shot)) {
                    steps.add(new FilmShot(shot.id()));
                }
                steps.addAll(waiting.afterWaiting(scene, shot));
            }
        }
        if (situation.episode().state() == EpisodeState.AUDIO_CUSTOMIZATION
                && Guards.against(situation, EpisodeState.COMPLETED).isEmpty()) {
            steps.add(new Move(EpisodeState.COMPLETED));
        }
        return steps;
    }
}
