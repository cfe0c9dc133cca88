package io.vimax.editor.autopilot;

import io.vimax.editor.episode.Episode;
import io.vimax.editor.episode.Episodes;
import io.vimax.editor.models.ModelsException;
import io.vimax.editor.money.BudgetExceeded;
import io.vimax.editor.situation.EpisodeSituation;
import io.vimax.editor.situation.Situations;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets an episode go on until nothing follows by itself, in the transaction of what happened. */
@Component
public class GoOn {

    private static final Logger log = LoggerFactory.getLogger(GoOn.class);

    /** Five states and what lies between them; more rounds than that would be a circle. */
    private static final int MOST_ROUNDS = 12;

    private final Situations situations;
    private final TakeSteps steps;
    private final Episodes episodes;

    GoOn(Situations situations, TakeSteps steps, Episodes episodes) {
        this.situations = situations;
        this.steps = steps;
        this.episodes = episodes;
    }

    /** Locks an episode and lets it go on, in a transaction of its own. */
    @Transactional
    public void with(UUID episodeId) {
        episodes.findAndLock(episodeId).ifPresent(this::from);
    }

    /**
     * Takes every step that follows. A budget that is used up stops the autopilot and tells the person why; models that cannot
     * be read leave the step to the next event or sweep.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void from(Episode episode) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            episodes.flush();
            EpisodeSituation situation = situations.of(episode.facts());
            List<Step> next = Autopilot.decide(situation);
            if (next.isEmpty()) {
                return;
            }
            try {
                steps.take(episode, situation, next, TakeSteps.AUTOPILOT, false);
            } catch (BudgetExceeded e) {
                episode.halt("budget-exceeded", String.valueOf(e.getMessage()));
                episodes.changed(episode, "settings");
                return;
            } catch (ModelsException.Unknown e) {
                episode.halt("unknown-model", String.valueOf(e.getMessage()));
                episodes.changed(episode, "settings");
                return;
            } catch (ModelsException.Unavailable _) {
                log.info("Episode {} waits for the list of models", episode.id());
                return;
            }
        }
        log.error("Episode {} went round {} times without coming to rest", episode.id(), MOST_ROUNDS);
    }
}
