package io.vimax.editor.document;

import io.vimax.editor.document.StateDocument.ProblemView;
import io.vimax.editor.document.StateDocument.TargetView;
import io.vimax.editor.generation.Generation;
import io.vimax.editor.generation.GenerationState;
import io.vimax.editor.generation.Target;
import io.vimax.editor.situation.EpisodeSituation;
import java.util.ArrayList;
import java.util.List;

/** What keeps an episode from going on, and what the person can do about it. */
final class OpenProblems {

    private OpenProblems() {}

    static List<ProblemView> of(EpisodeSituation situation) {
        var problems = new ArrayList<ProblemView>();
        var episode = situation.episode();
        if (episode.haltCode() != null) {
            problems.add(new ProblemView(
                    null,
                    episode.haltCode(),
                    GenerationView.title(episode.haltCode()),
                    episode.haltDetail() == null ? "" : episode.haltDetail(),
                    "resume"));
        }
        for (Generation generation : situation.generations()) {
            Generation.Failure failure = generation.failure();
            if (generation.state() == GenerationState.FAILED
                    && failure != null
                    && isNewest(situation, generation)
                    && isStillThere(situation, generation)) {
                Target target = generation.target();
                problems.add(new ProblemView(
                        new TargetView(target.type(), target.id(), target.label()),
                        failure.code(),
                        "%s: %s".formatted(target.label(), failure.code().replace('-', ' ')),
                        failure.detail(),
                        failure.retryable() ? "retry" : "edit"));
            }
        }
        return List.copyOf(problems);
    }

    private static boolean isNewest(EpisodeSituation situation, Generation generation) {
        return situation
                .latest(generation.target().type(), generation.target().id())
                .filter(generation::equals)
                .isPresent();
    }

    private static boolean isStillThere(EpisodeSituation situation, Generation generation) {
        return switch (generation.target().type()) {
            case SCRIPT, MUSIC, RENDER -> true;
            case SHOT_KEYFRAME, SHOT_CLIP ->
                situation.script().findShot(generation.target().id()).isPresent();
            case CHARACTER_PORTRAIT ->
                situation.cast().findMember(generation.target().id()).isPresent();
            case LINE_VOICE ->
                situation.script().lines().stream()
                        .anyMatch(line -> line.id().equals(generation.target().id()));
        };
    }
}
