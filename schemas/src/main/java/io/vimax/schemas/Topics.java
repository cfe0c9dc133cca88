package io.vimax.schemas;

import io.vimax.schemas.conversation.v1.BriefApproved;
import io.vimax.schemas.conversation.v1.EditRequested;
import io.vimax.schemas.episode.v1.EpisodeChanged;
import io.vimax.schemas.episode.v1.EpisodeStageChanged;
import io.vimax.schemas.episode.v1.SceneRegenerated;
import io.vimax.schemas.generation.v1.GenerationCancelRequested;
import io.vimax.schemas.generation.v1.GenerationCompleted;
import io.vimax.schemas.generation.v1.GenerationFailed;
import io.vimax.schemas.generation.v1.GenerationProgressed;
import io.vimax.schemas.generation.v1.GenerationRequested;
import io.vimax.schemas.key.v1.KeyRateLimited;
import io.vimax.schemas.key.v1.KeyStateChanged;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.avro.specific.SpecificRecordBase;

/** Every topic of ViMax. A breaking change of a record is a new topic beside the old one, never a change here. */
public final class Topics {

    private static final String EDITOR = "editor-service";
    private static final String WORKER = "generation-worker";
    private static final String CONVERSATION = "conversation-service";
    private static final String KEY_POOL = "key-pool-service";
    private static final String GATEWAY = "gateway";

    /** Requests are work not yet taken over into a worker's table: long enough for a worker that was away over a weekend. */
    private static final Duration WEEK = Duration.ofDays(7);

    /** Progress is of no use once it is old. */
    private static final Duration HOUR = Duration.ofHours(1);

    public static final Topic<GenerationRequested> GENERATION_REQUESTED = new Topic<>(
            "vimax.generation.requested.v1",
            GenerationRequested.class,
            GenerationRequested.getClassSchema(),
            "episode id",
            6,
            WEEK,
            List.of(EDITOR),
            List.of(WORKER, GATEWAY));
    public static final Topic<GenerationProgressed> GENERATION_PROGRESSED = new Topic<>(
            "vimax.generation.progressed.v1",
            GenerationProgressed.class,
            GenerationProgressed.getClassSchema(),
            "generation id",
            3,
            HOUR,
            List.of(WORKER),
            List.of(EDITOR, GATEWAY));
    public static final Topic<GenerationCompleted> GENERATION_COMPLETED = new Topic<>(
            "vimax.generation.completed.v1",
            GenerationCompleted.class,
            GenerationCompleted.getClassSchema(),
            "generation id",
            3,
            WEEK,
            List.of(WORKER),
            List.of(EDITOR, GATEWAY));
    public static final Topic<GenerationFailed> GENERATION_FAILED = new Topic<>(
            "vimax.generation.failed.v1",
            GenerationFailed.class,
            GenerationFailed.getClassSchema(),
            "generation id",
            3,
            WEEK,
            List.of(WORKER),
            List.of(EDITOR, GATEWAY));
    public static final Topic<GenerationCancelRequested> GENERATION_CANCEL_REQUESTED = new Topic<>(
            "vimax.generation.cancel-requested.v1",
            GenerationCancelRequested.class,
            GenerationCancelRequested.getClassSchema(),
            "generation id",
            3,
            WEEK,
            List.of(EDITOR),
            List.of(WORKER));
    public static final Topic<SceneRegenerated> SCENE_REGENERATED = new Topic<>(
            "vimax.scene.regenerated.v1",
            SceneRegenerated.class,
            SceneRegenerated.getClassSchema(),
            "episode id",
            3,
            WEEK,
            List.of(EDITOR),
            List.of(GATEWAY));
    public static final Topic<EpisodeStageChanged> EPISODE_STAGE_CHANGED = new Topic<>(
            "vimax.episode.stage-changed.v1",
            EpisodeStageChanged.class,
            EpisodeStageChanged.getClassSchema(),
            "episode id",
            3,
            WEEK,
            List.of(EDITOR),
            List.of(GATEWAY));
    public static final Topic<EpisodeChanged> EPISODE_CHANGED = new Topic<>(
            "vimax.episode.changed.v1",
            EpisodeChanged.class,
            EpisodeChanged.getClassSchema(),
            "episode id",
            3,
            HOUR,
            List.of(EDITOR),
            List.of(GATEWAY));
    public static final Topic<BriefApproved> BRIEF_APPROVED = new Topic<>(
            "vimax.conversation.brief-approved.v1",
            BriefApproved.class,
            BriefApproved.getClassSchema(),
            "conversation id",
            3,
            WEEK,
            List.of(CONVERSATION),
            List.of(EDITOR));
    public static final Topic<EditRequested> EDIT_REQUESTED = new Topic<>(
            "vimax.conversation.edit-requested.v1",
            EditRequested.class,
            EditRequested.getClassSchema(),
            "conversation id",
            3,
            WEEK,
            List.of(CONVERSATION),
            List.of(EDITOR));
    public static final Topic<KeyRateLimited> KEY_RATE_LIMITED = new Topic<>(
            "vimax.key.rate-limited.v1",
            KeyRateLimited.class,
            KeyRateLimited.getClassSchema(),
            "key id",
            3,
            WEEK,
            List.of(KEY_POOL),
            List.of(GATEWAY));
    public static final Topic<KeyStateChanged> KEY_STATE_CHANGED = new Topic<>(
            "vimax.key.state-changed.v1",
            KeyStateChanged.class,
            KeyStateChanged.getClassSchema(),
            "key id",
            3,
            WEEK,
            List.of(KEY_POOL),
            List.of(GATEWAY));

    /** All of them, in the order in which a film needs them. */
    public static final List<Topic<?>> ALL = List.of(
            BRIEF_APPROVED,
            EDIT_REQUESTED,
            GENERATION_REQUESTED,
            GENERATION_PROGRESSED,
            GENERATION_COMPLETED,
            GENERATION_FAILED,
            GENERATION_CANCEL_REQUESTED,
            SCENE_REGENERATED,
            EPISODE_STAGE_CHANGED,
            EPISODE_CHANGED,
            KEY_RATE_LIMITED,
            KEY_STATE_CHANGED);

    private Topics() {}

    /**
     * The topic of a record type.
     *
     * @throws NoSuchElementException if no topic carries it
     */
    public static Topic<?> of(Class<? extends SpecificRecordBase> type) {
        return ALL.stream()
                .filter(topic -> topic.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No topic carries " + type.getName()));
    }
}
