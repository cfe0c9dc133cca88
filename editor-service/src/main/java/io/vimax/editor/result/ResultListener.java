package io.vimax.editor.result;

import io.vimax.editor.autopilot.GoOn;
import io.vimax.editor.generation.Generation;
import io.vimax.editor.generation.Generations;
import io.vimax.schemas.generation.v1.FailureKind;
import io.vimax.schemas.generation.v1.GenerationCompleted;
import io.vimax.schemas.generation.v1.GenerationFailed;
import io.vimax.schemas.generation.v1.GenerationProgressed;
import io.vimax.schemas.generation.v1.Output;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Hears the workers. A repeated event changes nothing: completed and failed ones are known by their id, a progress report that
 * is not newer than the last one is passed over.
 */
@Component
class ResultListener {

    private static final Logger log = LoggerFactory.getLogger(ResultListener.class);

    private final PutInPlace putInPlace;
    private final GoOn goOn;
    private final Generations generations;

    ResultListener(PutInPlace putInPlace, GoOn goOn, Generations generations) {
        this.putInPlace = putInPlace;
        this.goOn = goOn;
        this.generations = generations;
    }

    @KafkaListener(
            id = "generation-results",
            idIsGroup = false,
            topics = "#{T(io.vimax.schemas.Topics).GENERATION_COMPLETED.name()}",
            concurrency = "2")
    void on(GenerationCompleted event) {
        goOn(putInPlace.completed(new Result.Completed(
                event.getEventId(),
                event.getGenerationId(),
                new Generations.Outcome(
                        event.getVersion(),
                        event.getCostMicros(),
                        event.getAttempt(),
                        event.getStartedAt(),
                        event.getFinishedAt()),
                event.getProvider(),
                event.getModel(),
                event.getOutputs().stream().map(ResultListener::asset).toList(),
                event.getText().orElse(null))));
    }

    @KafkaListener(
            id = "generation-failures",
            idIsGroup = false,
            topics = "#{T(io.vimax.schemas.Topics).GENERATION_FAILED.name()}")
    void on(GenerationFailed event) {
        goOn(putInPlace.failed(new Result.Failed(
                event.getEventId(),
                event.getGenerationId(),
                new Generations.Outcome(
                        event.getVersion(), event.getCostMicros(), event.getAttempt(), null, event.getOccurredAt()),
                ending(event.getFailure()),
                new Generation.Failure(
                        event.getFailure() == FailureKind.AMBIGUOUS ? "ambiguous" : event.getCode(),
                        event.getDetail(),
                        event.getRetryable()))));
    }

    @KafkaListener(
            id = "generation-progress",
            idIsGroup = false,
            topics = "#{T(io.vimax.schemas.Topics).GENERATION_PROGRESSED.name()}")
    void on(GenerationProgressed event) {
        generations.report(
                event.getGenerationId(),
                event.getVersion(),
                !event.getState().equals("queued"),
                event.getOccurredAt(),
                new Generation.Reported(
                        event.getStage(),
                        event.getStageIndex(),
                        event.getStageCount(),
                        event.getProgress().orElse(null),
                        event.getProgressKind().name().toLowerCase(Locale.ROOT),
                        event.getQueuePosition().orElse(null),
                        event.getEtaP50Ms().orElse(null),
                        event.getEtaP90Ms().orElse(null),
                        event.getEtaSamples(),
                        event.getAttempt()));
    }

    /** The result is committed: whatever goes wrong from here on is left to the sweep. */
    private void goOn(Optional<UUID> episode) {
        try {
            episode.ifPresent(goOn::with);
        } catch (RuntimeException e) {
            log.error("Episode {} waits for the next sweep", episode.orElse(null), e);
        }
    }

    private static Result.Ending ending(FailureKind failure) {
        return switch (failure) {
            case CANCELLED -> Result.Ending.CANCELLED;
            case AMBIGUOUS -> Result.Ending.AMBIGUOUS;
            case FAILED, UNKNOWN -> Result.Ending.FAILED;
        };
    }

    private static Result.Asset asset(Output output) {
        Result.Role role = switch (output.getRole()) {
            case KEYFRAME -> Result.Role.KEYFRAME;
            case CLIP -> Result.Role.CLIP;
            case VOICE -> Result.Role.VOICE;
            case MUSIC -> Result.Role.MUSIC;
            case FILM -> Result.Role.FILM;
            case CAPTIONS_VTT -> Result.Role.CAPTIONS_VTT;
            case CAPTIONS_SRT -> Result.Role.CAPTIONS_SRT;
            case POSTER -> Result.Role.POSTER;
            case UNKNOWN -> Result.Role.OTHER;
        };
        return new Result.Asset(
                output.getAssetId(),
                role,
                output.getBytes(),
                output.getDurationMs().orElse(null),
                output.getWidth().orElse(null),
                output.getHeight().orElse(null),
                output.getFrameRate().orElse(null),
                output.getLoudnessLufs().orElse(null),
                output.getTruePeakDbtp().orElse(null));
    }
}
