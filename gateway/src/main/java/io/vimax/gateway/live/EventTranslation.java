package io.vimax.gateway.live;

import io.vimax.schemas.Topic;
import io.vimax.schemas.Topics;
import io.vimax.schemas.episode.v1.EpisodeChanged;
import io.vimax.schemas.episode.v1.EpisodeStageChanged;
import io.vimax.schemas.episode.v1.SceneRegenerated;
import io.vimax.schemas.generation.v1.GenerationCompleted;
import io.vimax.schemas.generation.v1.GenerationFailed;
import io.vimax.schemas.generation.v1.GenerationProgressed;
import io.vimax.schemas.generation.v1.GenerationRequested;
import io.vimax.schemas.key.v1.KeyRateLimited;
import io.vimax.schemas.key.v1.KeyStateChanged;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * Avro records in the words of the API. What a client does not need (prompts, key details, texts of any length) stays behind; the
 * document of the episode has it.
 */
final class EventTranslation {

    /** The topics that people watch. */
    static final List<Topic<?>> SOURCES = List.of(
            Topics.GENERATION_REQUESTED,
            Topics.GENERATION_PROGRESSED,
            Topics.GENERATION_COMPLETED,
            Topics.GENERATION_FAILED,
            Topics.SCENE_REGENERATED,
            Topics.EPISODE_STAGE_CHANGED,
            Topics.EPISODE_CHANGED,
            Topics.KEY_RATE_LIMITED,
            Topics.KEY_STATE_CHANGED);

    private EventTranslation() {}

    /** Empty for a record type that no client watches. */
    static Optional<LiveEvent> of(SpecificRecordBase event) {
        return Optional.ofNullable(
                switch (event) {
                    case GenerationRequested it ->
                        new LiveEvent(
                                it.getEventId(),
                                it.getUserId(),
                                "generation.requested",
                                ofEpisode(it.getEpisodeId()),
                                it.getOccurredAt(),
                                Optional.of(it.getGenerationId()),
                                GenerationData.of(it));
                    case GenerationProgressed it ->
                        new LiveEvent(
                                it.getEventId(),
                                it.getUserId(),
                                LiveEvent.PROGRESS,
                                ofEpisode(it.getEpisodeId()),
                                it.getOccurredAt(),
                                Optional.of(it.getGenerationId()),
                                GenerationData.of(it));
                    case GenerationCompleted it ->
                        new LiveEvent(
                                it.getEventId(),
                                it.getUserId(),
                                "generation.completed",
                                ofEpisode(it.getEpisodeId()),
                                it.getOccurredAt(),
                                Optional.of(it.getGenerationId()),
                                GenerationData.of(it));
                    case GenerationFailed it ->
                        new LiveEvent(
                                it.getEventId(),
                                it.getUserId(),
                                "generation.failed",
                                ofEpisode(it.getEpisodeId()),
                                it.getOccurredAt(),
                                Optional.of(it.getGenerationId()),
                                GenerationData.of(it));
                    case SceneRegenerated it ->
                        new LiveEvent(
                                it.getEventId(),
                                it.getUserId(),
                                "scene.regenerated",
                                ofEpisode(it.getEpisodeId()),
                                it.getOccurredAt(),
                                Optional.empty(),
                                dataOf(it));
                    case EpisodeStageChanged it ->
                        new LiveEvent(
                                it.getEventId(),
                                it.getUserId(),
                                "episode.stage_changed",
                                ofEpisode(it.getEpisodeId()),
                                it.getOccurredAt(),
                                Optional.empty(),
                                dataOf(it));
                    case EpisodeChanged it ->
                        new LiveEvent(
                                it.getEventId(),
                                it.getUserId(),
                                "episode.changed",
                                ofEpisode(it.getEpisodeId()),
                                it.getOccurredAt(),
                                Optional.empty(),
                                dataOf(it));
                    case KeyRateLimited it ->
                        new LiveEvent(
                                it.getEventId(),
                                it.getUserId(),
                                "key.rate_limited",
                                List.of(WatchedTopics.KEYS),
                                it.getOccurredAt(),
                                Optional.empty(),
                                dataOf(it));
                    case KeyStateChanged it ->
                        new LiveEvent(
                                it.getEventId(),
                                it.getUserId(),
                                "key.state_changed",
                                List.of(WatchedTopics.KEYS),
                                it.getOccurredAt(),
                                Optional.empty(),
                                dataOf(it));
                    default -> null;
                });
    }

    private static List<String> ofEpisode(UUID episodeId) {
        return List.of(WatchedTopics.episode(episodeId), WatchedTopics.LIBRARY);
    }

    private static Map<String, @Nullable Object> dataOf(SceneRegenerated it) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("series_id", it.getSeriesId());
        data.put("episode_id", it.getEpisodeId());
        data.put("scene_id", it.getSceneId());
        data.put("scene_number", it.getSceneNumber());
        data.put("shot_id", it.getShotId());
        data.put("shot_number", it.getShotNumber());
        data.put("take_id", it.getTakeId());
        data.put("take_number", it.getTakeNumber());
        data.put("selected", it.getSelected());
        data.put("generation_id", it.getGenerationId());
        data.put("keyframe_asset_id", it.getKeyframeAssetId());
        data.put("clip_asset_id", it.getClipAssetId());
        data.put("duration_ms", it.getDurationMs());
        data.put("provider", it.getProvider());
        data.put("model", it.getModel());
        data.put("cost", GenerationData.money(it.getCostMicros()));
        data.put("version", it.getVersion());
        return data;
    }

    private static Map<String, @Nullable Object> dataOf(EpisodeStageChanged it) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("episode_id", it.getEpisodeId());
        data.put("from", it.getFromStage());
        data.put("to", it.getToStage());
        data.put("checkpoint_id", it.getCheckpointId());
        data.put("moved_by", it.getMovedBy());
        data.put("version", it.getVersion());
        return data;
    }

    private static Map<String, @Nullable Object> dataOf(EpisodeChanged it) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("series_id", it.getSeriesId());
        data.put("episode_id", it.getEpisodeId());
        data.put("parts", it.getParts());
        data.put("version", it.getVersion());
        return data;
    }

    private static Map<String, @Nullable Object> dataOf(KeyRateLimited it) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("key_id", it.getKeyId());
        data.put("scope_id", it.getScopeId());
        data.put("service", it.getService());
        data.put("model", it.getModel().orElse(null));
        data.put("until", it.getUntil());
        data.put("limit", it.getLimit());
        data.put("reason", it.getReason());
        data.put("version", it.getVersion());
        return data;
    }

    private static Map<String, @Nullable Object> dataOf(KeyStateChanged it) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("key_id", it.getKeyId());
        data.put("scope_id", it.getScopeId());
        data.put("service", it.getService());
        data.put("from", it.getFromState());
        data.put("to", it.getToState());
        data.put("reason", it.getReason());
        data.put("version", it.getVersion());
        return data;
    }
}
