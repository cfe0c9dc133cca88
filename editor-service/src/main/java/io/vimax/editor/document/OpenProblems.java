package io.vimax.editor.document;

import io.vimax.editor.document.StateDocument.ProblemView;
import io.vimax.editor.document.StateDocument.TargetView;
import io.vimax.editor.generation.Generation;
import io.vimax.editor.generation.GenerationState;
import io.vimax.editor.generation.Target;
import io.vimax.editor.money.Money;
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
                    null,
                    episode.haltCode(),
                    GenerationView.title(episode.haltCode()),
                    episode.haltDetail() == null ? "" : episode.haltDetail(),
                    "resume"));
        }
        situation.undecided().forEach(generation -> problems.add(undecided(generation)));
        for (Generation generation : situation.generations()) {
            if (generation.state() == GenerationState.FAILED
                    && isNewest(situation, generation)
                    && situation.has(generation.target())) {
                Generation.Failure failure = generation.failure();
                if (failure != null) {
                    problems.add(failed(generation, failure));
                }
            }
        }
        return List.copyOf(problems);
    }

    private static ProblemView failed(Generation generation, Generation.Failure failure) {
        return new ProblemView(
                view(generation.target()),
                generation.id(),
                failure.code(),
                "%s: %s".formatted(generation.target().label(), failure.code().replace('-', ' ')),
                failure.detail(),
                failure.retryable() ? "retry" : "edit");
    }

    /** What happened, what it may have cost and what the person can do, in plain sentences. */
    private static ProblemView undecided(Generation generation) {
        long possible = generation.cost().openMicros();
        String cost = possible == 0
                ? "What it may have cost is not known."
                : generation.cost().simulated()
                        ? "It may have cost $%s at the simulator's prices, which nobody pays."
                                .formatted(Money.ofMicros(possible).amount())
                        : "It may have cost $%s, which is counted in the budget."
                                .formatted(Money.ofMicros(possible).amount());
        return new ProblemView(
                view(generation.target()),
                generation.id(),
                "ambiguous",
                "%s: nobody knows whether the provider took this job"
                        .formatted(generation.target().label()),
                "%s You can send it again, which may be paid twice, or give it up; until you decide, nothing is sent in its place. %s"
                        .formatted(cause(generation), cost)
                        .strip(),
                "resolve");
    }

    private static String cause(Generation generation) {
        Generation.Failure failure = generation.failure();
        return failure == null ? "" : failure.detail();
    }

    private static TargetView view(Target target) {
        return new TargetView(target.type(), target.id(), target.label());
    }

    private static boolean isNewest(EpisodeSituation situation, Generation generation) {
        return situation
                .latest(generation.target().type(), generation.target().id())
                .filter(generation::equals)
                .isPresent();
    }
}
