package io.vimax.worker.task;

import io.vimax.schemas.generation.v1.CharacterReference;
import io.vimax.schemas.generation.v1.ChatSpec;
import io.vimax.schemas.generation.v1.GenerationKind;
import io.vimax.schemas.generation.v1.GenerationRequested;
import io.vimax.schemas.generation.v1.ImageSpec;
import io.vimax.schemas.generation.v1.MusicSpec;
import io.vimax.schemas.generation.v1.Priority;
import io.vimax.schemas.generation.v1.RenderSpec;
import io.vimax.schemas.generation.v1.ShotFacts;
import io.vimax.schemas.generation.v1.SpeechSpec;
import io.vimax.schemas.generation.v1.VideoSpec;
import io.vimax.worker.progress.Subject;
import io.vimax.worker.provider.Kind;
import io.vimax.worker.provider.Shot;
import io.vimax.worker.provider.Work;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an event asks for, in the worker's own words.
 *
 * @param priority 0 interactive, 1 normal, 2 batch
 * @param trace W3C traceparent of the event
 */
public record TaskRequest(
        Subject subject,
        String provider,
        int priority,
        Work work,
        String inputHash,
        long estimatedCostMicros,
        @Nullable String trace,
        @Nullable String traceId) {

    /** @throws IllegalArgumentException if the event does not carry exactly the spec of its kind */
    public static TaskRequest of(GenerationRequested event, @Nullable String trace, @Nullable String traceId) {
        Work work = work(event);
        var subject = new Subject(
                event.getGenerationId(),
                event.getEpisodeId(),
                event.getUserId(),
                work.kind(),
                event.getTarget().getType().name(),
                event.getTarget().getId(),
                event.getTarget().getLabel(),
                event.getModel(),
                work.lengthMs());
        return new TaskRequest(
                subject,
                event.getProvider(),
                priority(event.getPriority()),
                work,
                event.getInputHash(),
                event.getEstimatedCostMicros(),
                trace,
                traceId);
    }

    private static Work work(GenerationRequested event) {
        List<Work> found = Stream.of(
                        event.getChat().map(TaskRequest::chat),
                        event.getImage().map(TaskRequest::image),
                        event.getVideo().map(TaskRequest::video),
                        event.getSpeech().map(TaskRequest::speech),
                        event.getMusic().map(TaskRequest::music),
                        event.getRender().map(TaskRequest::render))
                .flatMap(Optional::stream)
                .map(Work.class::cast)
                .toList();
        if (found.size() != 1 || !found.getFirst().kind().equals(kind(event.getKind()))) {
            throw new IllegalArgumentException("Generation " + event.getGenerationId() + " of kind " + event.getKind()
                    + " carries " + found.stream().map(Work::kind).toList());
        }
        return found.getFirst();
    }

    private static @Nullable Kind kind(GenerationKind kind) {
        return switch (kind) {
            case UNKNOWN -> null;
            case CHAT -> Kind.CHAT;
            case IMAGE -> Kind.IMAGE;
            case VIDEO -> Kind.VIDEO;
            case SPEECH -> Kind.SPEECH;
            case MUSIC -> Kind.MUSIC;
            case RENDER -> Kind.RENDER;
        };
    }

    private static int priority(Priority priority) {
        return switch (priority) {
            case INTERACTIVE -> 0;
            case UNKNOWN, NORMAL -> 1;
            case BATCH -> 2;
        };
    }

    private static Work chat(ChatSpec spec) {
        return new Work.Chat(
                spec.getIdea().orElse(null),
                spec.getSourceText().orElse(null),
                spec.getSourceFormat(),
                spec.getFilmDurationMs().orElse(null),
                spec.getSceneCount().orElse(null),
                spec.getLanguage(),
                spec.getStyle(),
                spec.getSeed());
    }

    private static Work image(ImageSpec spec) {
        return new Work.Image(
                spec.getPrompt(),
                shot(spec.getShot()),
                spec.getStyle(),
                spec.getWidth(),
                spec.getHeight(),
                spec.getSeed(),
                spec.getLookSeed(),
                List.copyOf(spec.getReferenceAssetIds()),
                likenesses(spec.getCharacters()),
                spec.getPortraitOf().orElse(null),
                spec.getTakenFrom()
                        .map(frame -> new Work.ClipFrame(frame.getAssetId(), frame.getBeforeMs()))
                        .orElse(null));
    }

    private static Work video(VideoSpec spec) {
        return new Work.Video(
                spec.getPrompt(),
                shot(spec.getShot()),
                spec.getKeyframeAssetId().orElse(null),
                spec.getDurationMs(),
                spec.getWidth(),
                spec.getHeight(),
                spec.getFrameRate(),
                spec.getSeed(),
                likenesses(spec.getCharacters()));
    }

    private static List<Work.Likeness> likenesses(List<CharacterReference> characters) {
        return characters.stream()
                .map(character -> new Work.Likeness(character.getName(), character.getAssetId()))
                .toList();
    }

    private static Work speech(SpeechSpec spec) {
        return new Work.Speech(
                spec.getText(),
                spec.getLanguage(),
                spec.getSpeaker(),
                spec.getVoice(),
                spec.getSpeed(),
                spec.getMaxDurationMs());
    }

    private static Work music(MusicSpec spec) {
        return new Work.Music(spec.getMood(), spec.getWeather(), spec.getDurationMs(), spec.getSeed());
    }

    private static Work render(RenderSpec spec) {
        return new Work.Render(
                spec.getTitle(),
                spec.getLogline(),
                spec.getLanguage(),
                spec.getWidth(),
                spec.getHeight(),
                spec.getFrameRate(),
                spec.getTitleCardMs(),
                spec.getEndCardMs(),
                spec.getLookSeed(),
                spec.getEndTransitionMs(),
                spec.getClips().stream()
                        .map(clip -> new Work.Render.Clip(
                                clip.getAssetId(),
                                clip.getInMs(),
                                clip.getDurationMs(),
                                clip.getTransition(),
                                clip.getTransitionMs(),
                                clip.getLabel()))
                        .toList(),
                spec.getVoices().stream()
                        .map(voice -> new Work.Render.Voice(voice.getAssetId(), voice.getStartMs(), voice.getGainDb()))
                        .toList(),
                spec.getMusicAssetId().orElse(null),
                spec.getMusicGainDb(),
                spec.getDuckingDb(),
                spec.getCaptions().stream()
                        .map(caption -> new Work.Render.Caption(
                                caption.getStartMs(), caption.getEndMs(), caption.getSpeaker(), caption.getText()))
                        .toList(),
                spec.getCaptionMode(),
                spec.getChapters().stream()
                        .map(chapter -> new Work.Render.Chapter(chapter.getStartMs(), chapter.getTitle()))
                        .toList(),
                spec.getLoudnessLufs());
    }

    private static Shot shot(ShotFacts facts) {
        return new Shot(
                facts.getDescription(),
                facts.getPlace(),
                facts.getTimeOfDay(),
                facts.getWeather(),
                facts.getInterior(),
                facts.getMood(),
                facts.getFraming(),
                facts.getCameraMove(),
                List.copyOf(Objects.requireNonNull(facts.getPeople())));
    }
}
