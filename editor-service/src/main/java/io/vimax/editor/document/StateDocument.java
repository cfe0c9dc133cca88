package io.vimax.editor.document;

import io.vimax.editor.episode.AudioMix;
import io.vimax.editor.episode.Brief.ModelChoice;
import io.vimax.editor.episode.EpisodeState;
import io.vimax.editor.episode.Ratio;
import io.vimax.editor.generation.TargetType;
import io.vimax.editor.money.Money;
import io.vimax.editor.situation.UnitStatus;
import io.vimax.editor.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a person sees of an episode.
 *
 * @param costPossible what may have been paid beside {@code cost}, for jobs of which nobody knows whether the provider took them
 * @param costSimulated whether prices of the provider simulator are among them, which nobody pays
 */
public record StateDocument(
        UUID id,
        UUID seriesId,
        String seriesTitle,
        int episodeNumber,
        String title,
        @Nullable String logline,
        String language,
        Ratio ratio,
        int width,
        int height,
        int fps,
        long seed,
        String style,
        @Nullable Integer seconds,
        EpisodeState state,
        UnitStatus status,
        boolean autopilot,
        boolean paused,
        long version,
        Instant createdAt,
        Instant updatedAt,
        BriefView brief,
        List<GuardView> guards,
        ScriptView script,
        List<CharacterView> characters,
        List<SceneView> scenes,
        @Nullable TimelineView timeline,
        AudioView audio,
        List<GenerationView> generations,
        List<StaleView> stale,
        Money cost,
        Money costPossible,
        boolean costSimulated,
        @Nullable Money budget,
        ProgressFigures progress,
        @Nullable RenderView render,
        List<ProblemView> problems) {

    /** Nothing is under way, so nothing changes before the version does. */
    boolean atRest() {
        return generations.stream().noneMatch(generation -> generation.state().underWay());
    }

    public record BriefView(
            @Nullable String idea,
            @Nullable String script,
            @Nullable Integer seconds,
            @Nullable Integer scenes,
            Ratio ratio,
            String language,
            String style,
            long seed,
            ModelChoice models) {}

    public record GuardView(EpisodeState to, boolean allowed, List<String> reasons) {}

    public record ScriptView(UnitStatus status, @Nullable UUID generationId, int sceneCount, int wordCount) {}

    /**
     * @param status of the picture in use
     * @param referenceAssetId the person's own picture, before every portrait
     */
    public record CharacterView(
            UUID id,
            String name,
            String description,
            String look,
            UnitStatus status,
            @Nullable UUID referenceAssetId,
            @Nullable UUID selectedPortraitId,
            List<PortraitView> portraits,
            List<UUID> generationIds) {}

    public record PortraitView(
            UUID id,
            int number,
            UUID assetId,
            String model,
            String provider,
            long seed,
            Money cost,
            Instant createdAt,
            boolean stale) {}

    public record SceneView(
            UUID id,
            int number,
            String heading,
            String place,
            String timeOfDay,
            String weather,
            String mood,
            String summary,
            UnitStatus status,
            List<LineView> lines,
            List<ShotView> shots) {}

    public record LineView(
            UUID id,
            int number,
            UUID shotId,
            String speaker,
            String kind,
            String text,
            UnitStatus status,
            @Nullable VoiceView voice,
            @Nullable UUID generationId,
            @Nullable Long startMs) {}

    public record VoiceView(UUID assetId, long durationMs) {}

    public record ShotView(
            UUID id,
            int number,
            int globalNumber,
            String description,
            @Nullable String prompt,
            String framing,
            String cameraMove,
            List<String> people,
            long durationMs,
            UnitStatus status,
            boolean stale,
            boolean continuesPrevious,
            @Nullable UUID keyframeAssetId,
            List<UUID> generationIds,
            @Nullable UUID selectedTakeId,
            List<TakeView> takes) {}

    public record TakeView(
            UUID id,
            int number,
            UUID keyframeAssetId,
            UUID clipAssetId,
            long durationMs,
            String model,
            String provider,
            long seed,
            Money cost,
            Instant createdAt,
            boolean stale) {}

    public record TimelineView(int revision, long durationMs, List<Timeline.Track> tracks) {}

    public record AudioView(
            AudioMix.Voice voice, MusicView music, double duckingDb, AudioMix.Captions captions, double loudnessLufs) {}

    public record MusicView(
            @Nullable String mood,
            double gainDb,
            boolean enabled,
            UnitStatus status,
            @Nullable UUID assetId) {}

    /** @param type scene, shot, line, music or render */
    public record StaleView(String type, UUID id, String reason) {}

    public record TargetView(TargetType type, UUID id, String label) {}

    /**
     * @param generationId the generation that it is about, or null where it is about the episode
     * @param action resume, retry, edit, or resolve where the person has to decide
     */
    public record ProblemView(
            @Nullable TargetView target,
            @Nullable UUID generationId,
            String code,
            String title,
            String detail,
            @Nullable String action) {}

    public record RenderView(
            UUID id,
            int number,
            UnitStatus status,
            UUID filmAssetId,
            @Nullable UUID captionsVttAssetId,
            @Nullable UUID captionsSrtAssetId,
            @Nullable UUID posterAssetId,
            @Nullable Long durationMs,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Double fps,
            long bytes,
            @Nullable Double loudnessLufs,
            @Nullable Double truePeakDbtp,
            Instant createdAt,
            boolean stale) {}
}
