package io.vimax.editor.autopilot;

import io.vimax.editor.generation.Generation;
import io.vimax.editor.generation.Target;
import io.vimax.editor.generation.TargetType;
import io.vimax.editor.situation.EpisodeSituation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Generations of which nobody knows whether the provider took them hold back what would be sent in their place, until the person
 * has decided: otherwise an edit, or a click on "go on", would pay twice without saying so.
 */
public final class OpenQuestions {

    private OpenQuestions() {}

    /** The generation that has to be decided about before this step; none for steps that ask for nothing. */
    public static Optional<Generation> before(EpisodeSituation situation, Step step) {
        return situation.undecided().stream()
                .filter(generation -> holdsBack(generation.target(), step, situation))
                .findFirst();
    }

    /** The steps that nothing holds back. The whole film waits for its last shot, so that it is not made of an older take meanwhile. */
    static List<Step> unhindered(EpisodeSituation situation, Collection<Step> steps) {
        List<Generation> undecided = situation.undecided();
        if (undecided.isEmpty()) {
            return List.copyOf(steps);
        }
        return steps.stream()
                .filter(step -> switch (step) {
                    case Step.Move _, Step.LayTracks _, Step.RenderFilm _ -> false;
                    case Step.WriteScript _,
                            Step.CastPeople _,
                            Step.DrawPortrait _,
                            Step.KeepWaiting _,
                            Step.DrawKeyframe _,
                            Step.FilmShot _,
                            Step.SpeakLine _,
                            Step.Compose _ ->
                        undecided.stream().noneMatch(generation -> holdsBack(generation.target(), step, situation));
                })
                .toList();
    }

    private static boolean holdsBack(Target target, Step step, EpisodeSituation situation) {
        return switch (step) {
            case Step.WriteScript _ -> target.type() == TargetType.SCRIPT;
            case Step.DrawPortrait(UUID character, var _) -> target.sameUnit(TargetType.CHARACTER_PORTRAIT, character);
            case Step.KeepWaiting(UUID shot) -> isOf(target, shot);
            case Step.DrawKeyframe(UUID shot) -> isOf(target, shot);
            case Step.FilmShot(UUID shot) -> isOf(target, shot);
            case Step.SpeakLine(UUID line) -> target.sameUnit(TargetType.LINE_VOICE, line);
            case Step.Compose _ -> target.type() == TargetType.MUSIC;
            case Step.RenderFilm _ ->
                target.sameUnit(TargetType.RENDER, situation.episode().id());
            case Step.CastPeople _, Step.LayTracks _, Step.Move _ -> false;
        };
    }

    /** A clip is made from its shot's keyframe: either holds back both. */
    private static boolean isOf(Target target, UUID shot) {
        return target.sameUnit(TargetType.SHOT_KEYFRAME, shot) || target.sameUnit(TargetType.SHOT_CLIP, shot);
    }
}
