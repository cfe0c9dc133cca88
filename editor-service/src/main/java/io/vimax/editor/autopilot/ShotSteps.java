package io.vimax.editor.autopilot;

import io.vimax.editor.autopilot.Step.DrawKeyframe;
import io.vimax.editor.autopilot.Step.DrawPortrait;
import io.vimax.editor.autopilot.Step.FilmShot;
import io.vimax.editor.autopilot.Step.KeepWaiting;
import io.vimax.editor.cast.Sitter;
import io.vimax.editor.episode.CastMember;
import io.vimax.editor.generation.Generation;
import io.vimax.editor.generation.TargetType;
import io.vimax.editor.script.Scene;
import io.vimax.editor.script.Shot;
import io.vimax.editor.situation.EpisodeSituation;
import io.vimax.editor.situation.UnitStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What comes next for one shot: portraits of those whom it shows, its keyframe, its clip, each from the one before. */
final class ShotSteps {

    private final EpisodeSituation situation;
    private final Wish wish;

    ShotSteps(EpisodeSituation situation, Wish wish) {
        this.situation = situation;
        this.wish = wish;
    }

    /** The clip when the keyframe lies ready, else the keyframe; nothing while either is under way. */
    List<Step> of(Scene scene, Shot shot) {
        UnitStatus keyframe = situation.keyframeStatus(scene, shot);
        if (keyframe.underWay() || !wish.wants(situation.clipStatus(scene, shot))) {
            return List.of();
        }
        if (keyframe == UnitStatus.READY) {
            return List.of(new FilmShot(shot.id()));
        }
        // A stale keyframe shows other words than the clip shall: where a clip is wanted, it is drawn anew.
        return keyframe == UnitStatus.STALE || wish.wants(keyframe) ? keyframe(shot) : List.of();
    }

    /** A shot that a person asked for and that had to wait: what its keyframe is made from, then the keyframe. */
    List<Step> afterWaiting(Scene scene, Shot shot) {
        return shot.waits() && !situation.keyframeStatus(scene, shot).underWay() ? keyframe(shot) : List.of();
    }

    private List<Step> keyframe(Shot shot) {
        if (situation.continues(shot)) {
            return shotBeforeIsDone(shot) ? List.of(new DrawKeyframe(shot.id())) : waiting(shot, List.of());
        }
        List<CastMember> seen = situation.cast().membersOf(shot);
        List<Step> portraits = seen.stream()
                .filter(this::wantsPortrait)
                .<Step>map(member -> new DrawPortrait(situation.cast().idOf(member), null))
                .toList();
        boolean underWay =
                seen.stream().anyMatch(member -> situation.cast().status(member).underWay());
        return portraits.isEmpty() && !underWay ? List.of(new DrawKeyframe(shot.id())) : waiting(shot, portraits);
    }

    private boolean wantsPortrait(CastMember member) {
        if (!situation.cast().sitter(member).map(Sitter::wanted).orElse(false)) {
            return false;
        }
        UnitStatus status = situation.cast().status(member);
        // Like a keyframe: an old look is not what new pictures shall show.
        return wish.wants(status)
                || status == UnitStatus.STALE && !situation.cast().triedInVain(member);
    }

    private boolean shotBeforeIsDone(Shot shot) {
        Optional<Shot> before = situation.script().findBefore(shot.id());
        if (before.isEmpty() || situation.openingFrame(shot).isEmpty()) {
            return false;
        }
        Scene scene = situation.script().findSceneOfShot(before.get().id()).orElseThrow();
        UnitStatus clip = situation.clipStatus(scene, before.get());
        return !clip.underWay()
                && !situation.keyframeStatus(scene, before.get()).underWay()
                && !before.get().waits()
                && !wish.wants(clip);
    }

    /** By itself the autopilot comes back to the shot; what a person asked for once is written down. */
    private List<Step> waiting(Shot shot, List<Step> meanwhile) {
        var steps = new ArrayList<>(meanwhile);
        if (wish != Wish.MISSING && !shot.waits()) {
            steps.add(new KeepWaiting(shot.id()));
        }
        return List.copyOf(steps);
    }

    /** The shot's newest keyframe lies ready, is of the present words, and no clip was asked for since it was. */
    static boolean clipFollows(EpisodeSituation situation, Scene scene, Shot shot) {
        Optional<Generation> keyframe = situation.latest(TargetType.SHOT_KEYFRAME, shot.id());
        if (keyframe.isEmpty()
                || !keyframe.get().id().equals(shot.keyframeGenerationId())
                || situation.keyframeStatus(scene, shot) != UnitStatus.READY) {
            return false;
        }
        return situation
                .latest(TargetType.SHOT_CLIP, shot.id())
                .map(clip -> clip.createdAt().isBefore(keyframe.get().createdAt()))
                .orElse(true);
    }
}
