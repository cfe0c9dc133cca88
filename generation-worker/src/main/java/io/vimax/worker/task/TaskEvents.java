package io.vimax.worker.task;

import io.vimax.schemas.Topics;
import io.vimax.schemas.generation.v1.FailureKind;
import io.vimax.schemas.generation.v1.GenerationCompleted;
import io.vimax.schemas.generation.v1.GenerationFailed;
import io.vimax.schemas.generation.v1.Output;
import io.vimax.schemas.generation.v1.OutputRole;
import io.vimax.worker.event.EventIds;
import io.vimax.worker.event.Events;
import io.vimax.worker.progress.Subject;
import io.vimax.worker.provider.Product;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a task ended, written into the outbox within the transaction that ends it. */
@Component
public class TaskEvents {

    private final Events events;
    private final Clock clock;

    TaskEvents(Events events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    public void completed(Task task, List<Kept> outputs, @Nullable String text, long costMicros) {
        Instant now = clock.instant();
        Subject subject = task.subject();
        var event = GenerationCompleted.newBuilder()
                .setEventId(EventIds.next(now))
                .setOccurredAt(now)
                .setUserId(subject.userId())
                .setVersion(task.version())
                .setGenerationId(task.id())
                .setEpisodeId(subject.episodeId())
                .setKind(subject.avroKind())
                .setTarget(subject.avroTarget())
                .setProvider(task.provider())
                .setModel(subject.model())
                .setInputHash(task.inputHash())
                .setOutputs(outputs.stream().map(TaskEvents::output).toList())
                .setText(text)
                .setCostMicros(costMicros)
                .setAttempt(task.attempt())
                .setStartedAt(task.startedAt() == null ? now : task.startedAt())
                .setFinishedAt(now)
                .build();
        events.publish(Topics.GENERATION_COMPLETED, task.id(), event);
    }

    public void failed(Task task, String code, String detail, boolean retryable, long costMicros) {
        publish(task, FailureKind.FAILED, code, detail, retryable, costMicros);
    }

    public void ambiguous(Task task, String detail) {
        publish(task, FailureKind.AMBIGUOUS, "ambiguous-submission", detail, false, 0);
    }

    public void cancelled(Task task, String reason) {
        publish(task, FailureKind.CANCELLED, "cancelled", reason, true, 0);
    }

    private void publish(
            Task task, FailureKind failure, String code, String detail, boolean retryable, long costMicros) {
        Instant now = clock.instant();
        Subject subject = task.subject();
        var event = GenerationFailed.newBuilder()
                .setEventId(EventIds.next(now))
                .setOccurredAt(now)
                .setUserId(subject.userId())
                .setVersion(task.version())
                .setGenerationId(task.id())
                .setEpisodeId(subject.episodeId())
                .setKind(subject.avroKind())
                .setTarget(subject.avroTarget())
                .setFailure(failure)
                .setCode(code)
                .setDetail(detail)
                .setRetryable(retryable)
                .setCostMicros(costMicros)
                .setAttempt(task.attempt())
                .build();
        events.publish(Topics.GENERATION_FAILED, task.id(), event);
    }

    private static Output output(Kept kept) {
        return Output.newBuilder()
                .setAssetId(kept.assetId())
                .setRole(role(kept.product().role()))
                .setMediaType(kept.file().mediaType())
                .setBytes(kept.file().bytes())
                .setSha256(kept.file().sha256())
                .setDurationMs(kept.file().durationMs())
                .setWidth(kept.file().width())
                .setHeight(kept.file().height())
                .setFrameRate(kept.file().frameRate())
                .setLoudnessLufs(kept.product().loudnessLufs())
                .setTruePeakDbtp(kept.product().truePeakDbtp())
                .build();
    }

    private static OutputRole role(Product.Role role) {
        return switch (role) {
            case KEYFRAME -> OutputRole.KEYFRAME;
            case CLIP -> OutputRole.CLIP;
            case VOICE -> OutputRole.VOICE;
            case MUSIC -> OutputRole.MUSIC;
            case FILM -> OutputRole.FILM;
            case CAPTIONS_VTT -> OutputRole.CAPTIONS_VTT;
            case CAPTIONS_SRT -> OutputRole.CAPTIONS_SRT;
            case POSTER -> OutputRole.POSTER;
        };
    }
}
