package io.vimax.editor.result;

import io.vimax.editor.episode.Episode;
import io.vimax.editor.episode.Episodes;
import io.vimax.editor.generation.Generation;
import io.vimax.editor.generation.GenerationState;
import io.vimax.editor.generation.Generations;
import io.vimax.editor.generation.TargetType;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what a worker reports into the episode, once, in one transaction under the episode's lock. What follows from it is
 * decided in the next transaction: a result that was paid for is never lost to a fault in what comes after it. A result of a
 * generation that the person cancelled, sent again or gave up is kept as a hidden take; results for an episode that is gone are
 * dropped.
 */
@Component
class PutInPlace {

    private static final Logger log = LoggerFactory.getLogger(PutInPlace.class);

    private final ProcessedEvents processed;
    private final Episodes episodes;
    private final Generations generations;
    private final PlaceAssets assets;

    PutInPlace(ProcessedEvents processed, Episodes episodes, Generations generations, PlaceAssets assets) {
        this.processed = processed;
        this.episodes = episodes;
        this.generations = generations;
        this.assets = assets;
    }

    /** The episode that has something new and may go on. */
    @Transactional
    public Optional<UUID> completed(Result.Completed result) {
        Place place = open(result);
        if (place == null) {
            return Optional.empty();
        }
        Generation generation = place.generation();
        if (generation.state() == GenerationState.CANCELLED || generation.resolution() != null) {
            generations.complete(generation.id(), result.outcome());
            assets.keepHidden(place.episode(), generation, result);
            return Optional.empty();
        }
        Refusal refusal = assets.check(generation, result);
        if (refusal != null) {
            return fail(
                    place,
                    new Result.Failed(
                            result.eventId(),
                            generation.id(),
                            result.outcome(),
                            Result.Ending.FAILED,
                            new Generation.Failure(refusal.code(), refusal.detail(), true)));
        }
        if (!generations.complete(generation.id(), result.outcome())) {
            return Optional.empty();
        }
        assets.put(place.episode(), generation, result);
        return Optional.of(place.episode().id());
    }

    /** Like {@link #completed}. */
    @Transactional
    public Optional<UUID> failed(Result.Failed result) {
        Place place = open(result);
        return place == null ? Optional.empty() : fail(place, result);
    }

    /** @param code stable word, @param detail one sentence for people */
    record Refusal(String code, String detail) {}

    private record Place(Episode episode, Generation generation) {}

    private Optional<UUID> fail(Place place, Result.Failed result) {
        boolean ended = switch (result.ending()) {
            case FAILED -> generations.fail(result.generationId(), result.outcome(), result.failure());
            case AMBIGUOUS -> generations.leaveAmbiguous(result.generationId(), result.outcome(), result.failure());
            // That the workers let go of what the person decided about says nothing about what it cost.
            case CANCELLED ->
                place.generation().state() != GenerationState.AMBIGUOUS
                        && place.generation().resolution() == null
                        && generations.cancelled(result.generationId(), result.outcome());
        };
        if (!ended) {
            return Optional.empty();
        }
        boolean script = place.generation().target().type() == TargetType.SCRIPT;
        episodes.changed(
                place.episode(), script ? new String[] {"generations", "script"} : new String[] {"generations"});
        return Optional.of(place.episode().id());
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
