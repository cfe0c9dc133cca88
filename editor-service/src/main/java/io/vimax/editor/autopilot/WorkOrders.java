package io.vimax.editor.autopilot;

import io.vimax.editor.episode.CastMember;
import io.vimax.editor.episode.EpisodeException;
import io.vimax.editor.episode.EpisodeFacts;
import io.vimax.editor.generation.GenerationKind;
import io.vimax.editor.generation.GenerationOrder;
import io.vimax.editor.generation.Target;
import io.vimax.editor.generation.TargetType;
import io.vimax.editor.generation.Work;
import io.vimax.editor.models.Model;
import io.vimax.editor.models.ModelCatalogue;
import io.vimax.editor.script.ContentHash;
import io.vimax.editor.script.Line;
import io.vimax.editor.script.Scene;
import io.vimax.editor.script.Shot;
import io.vimax.editor.script.SpokenLength;
import io.vimax.editor.situation.ContentHashes;
import io.vimax.editor.situation.EpisodeSituation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns steps into orders: what exactly a worker is told, of which model, at which expected cost. */
@Component
class WorkOrders {

    private static final long LEAST_VOICE_MS = 1_000;

    private final ModelCatalogue models;

    WorkOrders(ModelCatalogue models) {
        this.models = models;
    }

    GenerationOrder script(EpisodeSituation situation, boolean interactive) {
        EpisodeFacts episode = situation.episode();
        var brief = episode.brief();
        var story = new Work.Story(
                brief.idea(),
                brief.script(),
                brief.scriptFormat(),
                brief.seconds() == null ? null : brief.seconds() * 1_000L,
                brief.scenes(),
                brief.language(),
                brief.style(),
                brief.seed());
        long characters = brief.script() != null
                ? brief.script().length()
                : brief.idea() == null ? 0 : brief.idea().length();
        return order(
                episode,
                new Target(TargetType.SCRIPT, episode.id(), "Script"),
                story,
                ContentHashes.script(episode),
                model(episode, GenerationKind.CHAT),
                brief.seed(),
                interactive,
                0,
                characters,
                null);
    }

    /** The portrait of a character, whole and before nothing in particular, so that only the character is taken from it. */
    GenerationOrder portrait(EpisodeSituation situation, Step.DrawPortrait step, boolean interactive) {
        EpisodeFacts episode = situation.episode();
        CastMember member = situation
                .cast()
                .findMember(step.characterId())
                .orElseThrow(() -> new EpisodeException.PartNotFound("character", step.characterId()));
        long seed = step.seed() == null ? episode.brief().seed() : step.seed();
        var work = new Work.Portrait(
                member.name(),
                Portraits.prompt(episode, member),
                Portraits.picture(member),
                episode.brief().style(),
                Portraits.SIDE,
                Portraits.SIDE,
                seed,
                episode.brief().seed());
        return order(
                episode,
                new Target(TargetType.CHARACTER_PORTRAIT, step.characterId(), "Portrait of " + member.name()),
                work,
                situation.cast().hash(member),
                model(episode, GenerationKind.IMAGE),
                seed,
                interactive,
                0,
                work.prompt().length(),
                null);
    }

    /** Drawn, or taken out of the clip of the shot before. */
    GenerationOrder keyframe(EpisodeSituation situation, UUID shotId, boolean interactive) {
        return situation.continues(shot(situation, shotId))
                ? takenFrame(situation, shotId, interactive)
                : drawnKeyframe(situation, shotId, interactive);
    }

    private GenerationOrder takenFrame(EpisodeSituation situation, UUID shotId, boolean interactive) {
        EpisodeFacts episode = situation.episode();
        Scene scene = sceneOf(situation, shotId);
        Shot shot = shot(situation, shotId);
        var frame = situation
                .openingFrame(shot)
                .orElseThrow(() -> new EpisodeException.NotYet(label(scene, shot)
                        + " goes on from the shot before it, which has no take yet; make that one first."));
        return order(
                episode,
                new Target(TargetType.SHOT_KEYFRAME, shotId, label(scene, shot)),
                new Work.TakenFrame(frame, picture(scene, shot), episode.width(), episode.height()),
                situation.keyframeHash(scene, shot),
                models.frameTaker(),
                shot.seed(),
                interactive,
                0,
                0,
                "It is the last frame of the shot before it.");
    }

    private GenerationOrder drawnKeyframe(EpisodeSituation situation, UUID shotId, boolean interactive) {
        EpisodeFacts episode = situation.episode();
        Scene scene = sceneOf(situation, shotId);
        Shot shot = shot(situation, shotId);
        Model model = shot.model() == null
                ? model(episode, GenerationKind.IMAGE)
                : models.getModel(shot.model(), GenerationKind.IMAGE);
        Likenesses likenesses = Likenesses.of(situation, shot, model);
        var work = new Work.Keyframe(
                likenesses.behind(prompt(episode, scene, shot)),
                picture(scene, shot),
                episode.brief().style(),
                episode.width(),
                episode.height(),
                shot.seed(),
                episode.brief().seed(),
                likenesses.sent());
        return order(
                episode,
                new Target(TargetType.SHOT_KEYFRAME, shotId, label(scene, shot)),
                work,
                situation.keyframeHash(scene, shot),
                model,
                shot.seed(),
                interactive,
                0,
                work.prompt().length(),
                likenesses.note(model));
    }

    /** @throws EpisodeException.NotYet if the shot has no keyframe */
    GenerationOrder clip(EpisodeSituation situation, UUID shotId, boolean interactive) {
        EpisodeFacts episode = situation.episode();
        Scene scene = sceneOf(situation, shotId);
        Shot shot = shot(situation, shotId);
        if (shot.keyframeAssetId() == null) {
            throw new EpisodeException.NotYet(label(scene, shot) + " has no keyframe yet; regenerate the shot.");
        }
        Model model = model(episode, GenerationKind.VIDEO);
        Likenesses likenesses = Likenesses.of(situation, shot, model);
        var work = new Work.Clip(
                prompt(episode, scene, shot),
                picture(scene, shot),
                shot.keyframeAssetId(),
                shot.durationMs(),
                episode.width(),
                episode.height(),
                episode.fps(),
                shot.seed(),
                likenesses.sent());
        return order(
                episode,
                new Target(TargetType.SHOT_CLIP, shotId, label(scene, shot)),
                work,
                situation.clipHash(scene, shot),
                model,
                shot.seed(),
                interactive,
                shot.durationMs(),
                work.prompt().length(),
                null);
    }

    GenerationOrder voice(EpisodeSituation situation, UUID lineId, boolean interactive) {
        EpisodeFacts episode = situation.episode();
        Scene scene = situation.script().scenes().stream()
                .filter(candidate ->
                        candidate.lines().stream().anyMatch(line -> line.id().equals(lineId)))
                .findFirst()
                .orElseThrow(() -> new EpisodeException.PartNotFound("line", lineId));
        Line line = scene.lines().stream()
                .filter(candidate -> candidate.id().equals(lineId))
                .findFirst()
                .orElseThrow(() -> new EpisodeException.PartNotFound("line", lineId));
        var voice = episode.audio().voice();
        var work = new Work.Speech(
                line.text(),
                episode.language(),
                line.speaker(),
                voice.name(),
                voice.speed(),
                longestVoice(scene, line));
        return order(
                episode,
                new Target(
                        TargetType.LINE_VOICE, lineId, "Scene %d · line %d".formatted(scene.number(), line.number())),
                work,
                ContentHashes.voice(episode, line),
                model(episode, GenerationKind.SPEECH),
                episode.brief().seed(),
                interactive,
                work.longestMs(),
                line.text().length(),
                null);
    }

    /** The lines of a shot share its time by their words. */
    private static long longestVoice(Scene scene, Line line) {
        long shotMs = scene.shots().stream()
                .filter(shot -> shot.id().equals(line.shotId()))
                .mapToLong(Shot::durationMs)
                .sum();
        List<Line> together = scene.linesOf(line.shotId());
        int words = together.stream()
                .mapToInt(other -> SpokenLength.words(other.text()))
                .sum();
        return Math.max(LEAST_VOICE_MS, words == 0 ? shotMs : shotMs * SpokenLength.words(line.text()) / words);
    }

    GenerationOrder music(EpisodeSituation situation, boolean interactive) {
        EpisodeFacts episode = situation.episode();
        var work = new Work.Music(
                situation.musicMood(),
                situation.musicWeather(),
                situation.plan().durationMs(),
                episode.brief().seed());
        return order(
                episode,
                new Target(TargetType.MUSIC, episode.id(), "Music"),
                work,
                situation.musicHash(),
                model(episode, GenerationKind.MUSIC),
                work.seed(),
                interactive,
                work.durationMs(),
                0,
                null);
    }

    /** @throws EpisodeException.NotYet if something of the film is missing */
    GenerationOrder film(EpisodeSituation situation, boolean interactive) {
        EpisodeFacts episode = situation.episode();
        Work.Film film = situation
                .film()
                .orElseThrow(
                        () -> new EpisodeException.NotYet(
                                "The film cannot be rendered yet: it needs a timeline, a take for every shot and a voice for every line."));
        return order(
                episode,
                new Target(TargetType.RENDER, episode.id(), "Film"),
                film,
                ContentHashes.film(film),
                model(episode, GenerationKind.RENDER),
                episode.brief().seed(),
                interactive,
                situation.plan().durationMs(),
                0,
                null);
    }

    private Model model(EpisodeFacts episode, GenerationKind kind) {
        return models.choose(episode.userId(), episode.brief().models(), kind);
    }

    private static GenerationOrder order(
            EpisodeFacts episode,
            Target target,
            Work work,
            String contentHash,
            Model model,
            long seed,
            boolean interactive,
            long durationMs,
            long characters,
            @Nullable String note) {
        return new GenerationOrder(
                target,
                work,
                contentHash,
                ContentHash.of(target.type(), episode.id(), target.id(), work, model.name()),
                model.provider(),
                model.name(),
                seed,
                interactive,
                model.estimateMicros(durationMs, characters),
                model.simulated(),
                note);
    }

    private static Scene sceneOf(EpisodeSituation situation, UUID shotId) {
        return situation
                .script()
                .findSceneOfShot(shotId)
                .orElseThrow(() -> new EpisodeException.PartNotFound("shot", shotId));
    }

    private static Shot shot(EpisodeSituation situation, UUID shotId) {
        return situation.script().findShot(shotId).orElseThrow(() -> new EpisodeException.PartNotFound("shot", shotId));
    }

    private static String label(Scene scene, Shot shot) {
        return "Scene %d · shot %d".formatted(scene.number(), shot.number());
    }

    private static Work.Picture picture(Scene scene, Shot shot) {
        return new Work.Picture(
                shot.description(),
                scene.place(),
                scene.timeOfDay(),
                scene.weather(),
                scene.interior(),
                scene.mood(),
                shot.framing(),
                shot.cameraMove(),
                shot.people());
    }

    /** The person's own words where there are any; else everything that is known of the shot in one paragraph. */
    private static String prompt(EpisodeFacts episode, Scene scene, Shot shot) {
        if (shot.prompt() != null) {
            return shot.prompt();
        }
        String people = String.join(
                " ",
                episode.cast().stream()
                        .filter(member -> shot.people().contains(member.name())
                                && !member.look().isBlank())
                        .map(member -> member.name() + ": " + member.look() + ".")
                        .toList());
        return "%s %s shot of %s, %s, %s weather, %s mood, in the style of a %s. %s"
                .formatted(
                        shot.description(),
                        shot.framing(),
                        scene.place(),
                        scene.timeOfDay(),
                        scene.weather(),
                        scene.mood(),
                        episode.brief().style(),
                        people)
                .strip();
    }
}
