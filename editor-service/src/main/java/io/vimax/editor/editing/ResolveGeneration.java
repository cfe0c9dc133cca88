package io.vimax.editor.editing;

import io.vimax.editor.autopilot.Autopilot;
import io.vimax.editor.autopilot.GoOn;
import io.vimax.editor.autopilot.TakeSteps;
import io.vimax.editor.episode.Episode;
import io.vimax.editor.episode.Episodes;
import io.vimax.editor.generation.Decision;
import io.vimax.editor.generation.Decisions;
import io.vimax.editor.generation.Generation;
import io.vimax.editor.generation.GenerationException;
import io.vimax.editor.generation.Generations;
import io.vimax.editor.situation.EpisodeSituation;
import io.vimax.editor.situation.Situations;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person says what to do about a generation of which nobody knows whether the provider took it. Sending it again makes a new
 * generation, with a task and a lease of its own; the first keeps what it may have cost. The same decision again changes nothing.
 */
@Component
class ResolveGeneration {

    private final Episodes episodes;
    private final Situations situations;
    private final Stores stores;
    private final TakeSteps steps;
    private final GoOn goOn;

    ResolveGeneration(Episodes episodes, Situations situations, Stores stores, TakeSteps steps, GoOn goOn) {
        this.episodes = episodes;
        this.situations = situations;
        this.stores = stores;
        this.steps = steps;
        this.goOn = goOn;
    }

    /** Where generations and decisions lie. */
    @Component
    record Stores(Generations generations, Decisions decisions) {}

    /** @param successor what was sent instead, or null */
    record Resolved(Generation generation, @Nullable Generation successor) {}

    /**
     * Decides, and lets the episode go on.
     *
     * @throws GenerationException if there is none of this person, it is not ambiguous, or the person decided otherwise before
     * @throws io.vimax.editor.money.BudgetExceeded if the budget does not allow to pay it twice; nothing is decided then
     */
    @Transactional
    public Resolved resolve(UUID userId, UUID generationId, Decision decision) {
        Episode episode = episodes.lock(
                userId, stores.generations().get(userId, generationId).episodeId());
        Generation generation = stores.generations().get(userId, generationId);
        Generation.Resolution before = generation.resolution();
        if (before == null) {
            decide(episode, generation, decision);
            goOn.from(episode);
        } else if (before.decision() != decision) {
            throw new GenerationException.AlreadyDecided(before.decision());
        }
        return resolved(generationId);
    }

    private void decide(Episode episode, Generation generation, Decision decision) {
        if (!generation.undecided()) {
            throw new GenerationException.NotAmbiguous(generation.state());
        }
        switch (decision) {
            case RESUBMIT -> {
                UUID successor = sendAgain(episode, generation);
                stores.decisions().sentAgain(generation, successor, episode.version());
            }
            case GIVE_UP -> {
                episodes.changed(episode, "generations");
                stores.decisions().giveUp(generation, episode.version());
            }
        }
    }

    private UUID sendAgain(Episode episode, Generation generation) {
        EpisodeSituation situation = situations.of(episode.facts());
        if (!situation.has(generation.target())) {
            throw new GenerationException.UnitGone(generation.target());
        }
        var step =
                Autopilot.remake(generation.target().type(), generation.target().id());
        List<UUID> asked = steps.take(episode, situation, List.of(step), TakeSteps.PERSON, true);
        if (asked.isEmpty()) {
            throw new GenerationException.AlreadyUnderWay(episode.id());
        }
        return asked.getFirst();
    }

    private Resolved resolved(UUID generationId) {
        Generation generation = stores.generations().find(generationId).orElseThrow();
        Generation.Resolution resolution = generation.resolution();
        UUID successor = resolution == null ? null : resolution.successorId();
        return new Resolved(
                generation,
                successor == null ? null : stores.generations().find(successor).orElse(null));
    }
}
