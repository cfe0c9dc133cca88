package io.vimax.editor.result;

import io.vimax.editor.autopilot.GoOn;
import io.vimax.editor.episode.Episode;
import io.vimax.editor.episode.Episodes;
import io.vimax.editor.generation.Generation;
import io.vimax.editor.generation.GenerationState;
import io.vimax.editor.generation.Generations;
import io.vimax.editor.generation.TargetType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what a worker reports into the episode, once, and lets the episode go on: one transaction under the episode's lock. A
 * result of a generation that the person cancelled is kept as a hidden take; results for an episode that is gone are dropped.
 */
@Component
class PutInPlace {

    private static final Logger log = LoggerFactory.getLogger(PutInPlace.class);

    private final ProcessedEvents processed;
    private final Episodes episodes;
    private final Generations generations;
    private final PlaceAssets assets;
    private final GoOn goOn;

    PutInPlace(ProcessedEvents processed, Episodes episodes, Generations generations, PlaceAssets assets, GoOn goOn) {
        this.processed = processed;
        this.episodes = episodes;
        this.generations = generations;
        this.assets = assets;
        this.goOn = goOn;
    }

    @Transactional
    public void completed(Result.Completed result) {
        Place place = open(result);
        if (place == null) {
            return;
        }
        Generation generation = place.generation();
        if (generation.state() == GenerationState.CANCELLED) {
            generations.complete(generation.id(), result.outcome());
            assets.keepHidden(place.episode(), generation, result);
            return;
        }
        Refusal refusal = assets.check(generation, result);
        if (refusal != null) {
            fail(
                    place,
                    new Result.Failed(
                            result.eventId(),
                            generation.id(),
                            result.outcome(),
                            false,
                            new Generation.Failure(refusal.code(), refusal.detail(), true)));
            return;
        }
        if (generations.complete(generation.id(), result.outcome())) {
            assets.put(place.episode(), generation, result);
            goOn.from(place.episode());
        }
    }

    @Transactional
    public void failed(Result.Failed result) {
        Place place = open(result);
        if (place != null) {
            fail(place, result);
        }
    }

    /** @param code stable word, @param detail one sentence for people */
    record Refusal(String code, String detail) {}

    private record Place(Episode episode, Generation generation) {}

    private void fail(Place place, Result.Failed result) {
        boolean ended = result.cancelled()
                ? generations.cancelled(result.generationId(), result.outcome())
                : generations.fail(result.generationId(), result.outcome(), result.failure());
        if (ended) {
            boolean script = place.generation().target().type() == TargetType.SCRIPT;
            episodes.changed(
                    place.episode(), script ? new String[] {"generations", "script"} : new String[] {"generations"});
            goOn.from(place.episode());
        }
    }

    /** The episode locked and its generation as it then stands; null when there is nothing to do. */
    private @org.jspecify.annotations.Nullable Place open(Result result) {
        Generation asked = generations.find(result.generationId()).orElse(null);
        Episode episode =
                asked == null ? null : episodes.findAndLock(asked.episodeId()).orElse(null);
        if (episode == null) {
            log.info("Nobody waits for generation {} any more", result.generationId());
            return null;
        }
        if (!processed.isNew(result.eventId())) {
            return null;
        }
        return new Place(episode, generations.find(result.generationId()).orElseThrow());
    }
}
