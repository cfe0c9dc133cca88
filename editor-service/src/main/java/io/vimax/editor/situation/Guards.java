package io.vimax.editor.situation;

import io.vimax.editor.episode.EpisodeState;
import io.vimax.editor.generation.Generation;
import io.vimax.editor.generation.TargetType;
import io.vimax.editor.script.Line;
import io.vimax.editor.script.Scene;
import io.vimax.editor.script.Shot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What a state asks of an episode before it may be entered, in words for people. */
public final class Guards {

    private static final int MOST_NAMED = 5;
    private static final String WAITS =
            "waits for your decision: nobody knows whether the provider took its job. Send it again or give it up.";

    private Guards() {}

    /** Why it cannot go there now; empty when it can. Going back asks for nothing. */
    public static List<String> against(EpisodeSituation situation, EpisodeState to) {
        EpisodeState from = situation.episode().state();
        if (!from.next().contains(to)) {
            return List.of("An episode in %s cannot go to %s.".formatted(from.label(), to.label()));
        }
        if (to.isBefore(from)) {
            return List.of();
        }
        return switch (to) {
            case SCRIPT_REVIEW -> List.of();
            case SCENE_GENERATION -> script(situation);
            case TIMELINE_EDITING -> material(situation);
            case AUDIO_CUSTOMIZATION -> timeline(situation);
            case COMPLETED -> film(situation);
        };
    }

    private static List<String> script(EpisodeSituation situation) {
        if (situation.scriptStatus().underWay()) {
            return List.of("The script is still being written.");
        }
        if (!situation.script().isEmpty()) {
            return List.of();
        }
        return List.of(
                isUndecided(situation, situation.episode().id(), TargetType.SCRIPT)
                        ? "The script " + WAITS
                        : "There is no script yet.");
    }

    private static List<String> material(EpisodeSituation situation) {
        var reasons = new ArrayList<String>();
        for (Scene scene : situation.script().scenes()) {
            for (Shot shot : scene.shots()) {
                if (situation.selectedTake(shot).isEmpty()) {
                    boolean waits = isUndecided(situation, shot.id(), TargetType.SHOT_KEYFRAME, TargetType.SHOT_CLIP);
                    reasons.add("Scene %d, shot %d %s"
                            .formatted(scene.number(), shot.number(), waits ? WAITS : "has no take."));
                }
            }
            for (Line line : scene.lines()) {
                if (line.voiceAssetId() == null) {
                    boolean waits = isUndecided(situation, line.id(), TargetType.LINE_VOICE);
                    reasons.add("Scene %d, line %d %s"
                            .formatted(scene.number(), line.number(), waits ? WAITS : "has no voice."));
                }
            }
        }
        if (situation.script().isEmpty()) {
            reasons.add("There is no script yet.");
        }
        return shortened(reasons);
    }

    private static List<String> timeline(EpisodeSituation situation) {
        return situation.timeline().isEmpty() ? List.of("There is no timeline yet.") : material(situation);
    }

    private static List<String> film(EpisodeSituation situation) {
        List<String> missing = timeline(situation);
        if (!missing.isEmpty()) {
            return missing;
        }
        return switch (situation.renderStatus()) {
            case READY -> List.of();
            case QUEUED, RUNNING -> List.of("The film is still being rendered.");
            case STALE -> List.of("The film was rendered from an earlier version; render it again.");
            case FAILED, CANCELLED, NOT_STARTED ->
                List.of(
                        isUndecided(situation, situation.episode().id(), TargetType.RENDER)
                                ? "The film " + WAITS
                                : "The film has not been rendered yet.");
        };
    }

    private static boolean isUndecided(EpisodeSituation situation, UUID unit, TargetType... types) {
        return Arrays.stream(types)
                .anyMatch(type -> situation
                        .latest(type, unit)
                        .filter(Generation::undecided)
                        .isPresent());
    }

    private static List<String> shortened(List<String> reasons) {
        if (reasons.size() <= MOST_NAMED) {
            return List.copyOf(reasons);
        }
        var few = new ArrayList<>(reasons.subList(0, MOST_NAMED));
        few.add("And %d more.".formatted(reasons.size() - MOST_NAMED));
        return List.copyOf(few);
    }
}
