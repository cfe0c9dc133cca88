package io.vimax.editor.generation;

import io.vimax.schemas.generation.v1.CharacterReference;
import io.vimax.schemas.generation.v1.ChatSpec;
import io.vimax.schemas.generation.v1.ClipFrame;
import io.vimax.schemas.generation.v1.GenerationCancelRequested;
import io.vimax.schemas.generation.v1.GenerationRequested;
import io.vimax.schemas.generation.v1.ImageSpec;
import io.vimax.schemas.generation.v1.MusicSpec;
import io.vimax.schemas.generation.v1.Priority;
import io.vimax.schemas.generation.v1.RenderCaption;
import io.vimax.schemas.generation.v1.RenderChapter;
import io.vimax.schemas.generation.v1.RenderClip;
import io.vimax.schemas.generation.v1.RenderSpec;
import io.vimax.schemas.generation.v1.RenderVoice;
import io.vimax.schemas.generation.v1.ShotFacts;
import io.vimax.schemas.generation.v1.SpeechSpec;
import io.vimax.schemas.generation.v1.VideoSpec;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Puts orders into the words of the event. */
final class GenerationMessages {

    private GenerationMessages() {}

    /** @param version of the episode after the change */
    static GenerationRequested requested(
            UUID eventId, Instant now, UUID userId, long version, UUID id, UUID episodeId, GenerationOrder order) {
        var message = GenerationRequested.newBuilder()
                .setEventId(eventId)
                .setOccurredAt(now)
                .setUserId(userId)
                .setVersion(version)
                .setGenerationId(id)
                .setEpisodeId(episodeId)
                .setKind(io.vimax.schemas.generation.v1.GenerationKind.valueOf(
                        order.target().type().kind().name()))
                .setTarget(new io.vimax.schemas.generation.v1.Target(
                        io.vimax.schemas.generation.v1.TargetType.valueOf(
                                order.target().type().name()),
                        order.target().id(),
                        order.target().label()))
                .setProvider(order.provider())
                .setModel(order.model())
                .setPriority(order.interactive() ? Priority.INTERACTIVE : Priority.NORMAL)
                .setInputHash(order.inputHash())
                .setEstimatedCostMicros(order.estimatedMicros());
        switch (order.work()) {
            case Work.Story story -> message.setChat(chat(story));
            case Work.Keyframe keyframe -> message.setImage(image(keyframe));
            case Work.Portrait portrait -> message.setImage(image(portrait));
            case Work.TakenFrame taken -> message.setImage(image(taken));
            case Work.Clip clip -> message.setVideo(video(clip));
            case Work.Speech speech ->
                message.setSpeech(new SpeechSpec(
                        speech.text(),
                        speech.language(),
                        speech.speaker(),
                        speech.voice(),
                        speech.speed(),
                        speech.longestMs()));
            case Work.Music music ->
                message.setMusic(new MusicSpec(music.mood(), music.weather(), music.durationMs(), music.seed()));
            case Work.Film film -> message.setRender(render(film));
        }
        return message.build();
    }

    /** @param version of the episode after the change, @param reason words for people */
    static GenerationCancelRequested cancelRequested(
            UUID eventId, Instant now, Generation generation, long version, String reason) {
        return new GenerationCancelRequested(
                eventId, now, generation.userId(), version, generation.id(), generation.episodeId(), reason);
    }

    private static ChatSpec chat(Work.Story story) {
        return new ChatSpec(
                story.idea(),
                story.sourceText(),
                story.sourceFormat(),
                story.filmMs(),
                story.sceneCount(),
                story.language(),
                story.style(),
                story.seed());
    }

    private static ShotFacts facts(Work.Picture shot) {
        return new ShotFacts(
                shot.description(),
                shot.place(),
                shot.timeOfDay(),
                shot.weather(),
                shot.interior(),
                shot.mood(),
                shot.framing(),
                shot.cameraMove(),
                shot.people());
    }

    private static ImageSpec image(Work.Keyframe keyframe) {
        return new ImageSpec(
                keyframe.prompt(),
                facts(keyframe.shot()),
                keyframe.style(),
                keyframe.width(),
                keyframe.height(),
                keyframe.seed(),
                keyframe.lookSeed(),
                keyframe.likenesses().stream().map(Work.Likeness::assetId).toList(),
                characters(keyframe.likenesses()),
                null,
                null);
    }

    private static ImageSpec image(Work.Portrait portrait) {
        return new ImageSpec(
                portrait.prompt(),
                facts(portrait.shot()),
                portrait.style(),
                portrait.width(),
                portrait.height(),
                portrait.seed(),
                portrait.lookSeed(),
                List.of(),
                List.of(),
                portrait.name(),
                null);
    }

    private static ImageSpec image(Work.TakenFrame taken) {
        return new ImageSpec(
                taken.shot().description(),
                facts(taken.shot()),
                "",
                taken.width(),
                taken.height(),
                0L,
                0L,
                List.of(),
                List.of(),
                null,
                new ClipFrame(taken.frame().assetId(), taken.frame().beforeMs()));
    }

    private static List<CharacterReference> characters(List<Work.Likeness> likenesses) {
        return likenesses.stream()
                .map(likeness -> new CharacterReference(likeness.name(), likeness.assetId()))
                .toList();
    }

    private static VideoSpec video(Work.Clip clip) {
        return new VideoSpec(
                clip.prompt(),
                facts(clip.shot()),
                clip.keyframeAssetId(),
                clip.durationMs(),
                clip.width(),
                clip.height(),
                clip.fps(),
                clip.seed(),
                characters(clip.likenesses()));
    }

    private static RenderSpec render(Work.Film film) {
        return new RenderSpec(
                film.title(),
                film.logline(),
                film.language(),
                film.width(),
                film.height(),
                film.fps(),
                film.titleCardMs(),
                film.endCardMs(),
                film.lookSeed(),
                film.endTransitionMs(),
                film.clips().stream()
                        .map(clip -> new RenderClip(
                                clip.assetId(),
                                clip.inMs(),
                                clip.durationMs(),
                                clip.transition(),
                                clip.transitionMs(),
                                clip.label()))
                        .toList(),
                film.voices().stream()
                        .map(voice -> new RenderVoice(voice.assetId(), voice.startMs(), voice.gainDb()))
                        .toList(),
                film.musicAssetId(),
                film.musicGainDb(),
                film.duckingDb(),
                film.captions().stream()
                        .map(caption -> new RenderCaption(
                                caption.startMs(), caption.endMs(), caption.speaker(), caption.text()))
                        .toList(),
                film.captionMode(),
                film.chapters().stream()
                        .map(chapter -> new RenderChapter(chapter.startMs(), chapter.title()))
                        .toList(),
                film.loudnessLufs());
    }
}
