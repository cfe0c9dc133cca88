package io.vimax.editor.result;

import io.vimax.editor.cast.Galleries;
import io.vimax.editor.cast.Portrait;
import io.vimax.editor.episode.Episode;
import io.vimax.editor.episode.Episodes;
import io.vimax.editor.event.Events;
import io.vimax.editor.generation.Generation;
import io.vimax.editor.generation.TargetType;
import io.vimax.editor.id.TimeOrderedIds;
import io.vimax.editor.render.Render;
import io.vimax.editor.render.Renders;
import io.vimax.editor.result.Result.Asset;
import io.vimax.editor.result.Result.Completed;
import io.vimax.editor.result.Result.Role;
import io.vimax.editor.script.Scene;
import io.vimax.editor.script.Screenplay;
import io.vimax.editor.script.ScreenplayParser;
import io.vimax.editor.script.ScreenplayRefused;
import io.vimax.editor.script.Script;
import io.vimax.editor.script.ScriptDraft;
import io.vimax.editor.script.Scripts;
import io.vimax.editor.script.Shot;
import io.vimax.editor.script.ShotLengths;
import io.vimax.editor.take.Take;
import io.vimax.editor.take.Takes;
import io.vimax.editor.timeline.FilmLength;
import io.vimax.schemas.Topics;
import io.vimax.schemas.episode.v1.SceneRegenerated;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where each kind of result belongs. Callers hold the episode's lock. */
@Component
class PlaceAssets {

    private final Stores stores;
    private final Episodes episodes;
    private final Events events;
    private final TimeOrderedIds ids;
    private final Clock clock;

    PlaceAssets(Stores stores, Episodes episodes, Events events, TimeOrderedIds ids, Clock clock) {
        this.stores = stores;
        this.episodes = episodes;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Where results lie. */
    @Component
    record Stores(Scripts scripts, Takes takes, Renders renders, Galleries galleries) {}

    /** Why the result cannot be used; null when it can. Nothing is written yet. */
    PutInPlace.@Nullable Refusal check(Generation generation, Completed result) {
        Role needed = switch (generation.target().type()) {
            case SCRIPT -> null;
            // An image model's result is a keyframe by its role, whatever the picture is for.
            case SHOT_KEYFRAME, CHARACTER_PORTRAIT -> Role.KEYFRAME;
            case SHOT_CLIP -> Role.CLIP;
            case LINE_VOICE -> Role.VOICE;
            case MUSIC -> Role.MUSIC;
            case RENDER -> Role.FILM;
        };
        if (needed != null) {
            return result.find(needed).isPresent()
                    ? null
                    : new PutInPlace.Refusal(
                            "result-missing", "The worker stored no result of this kind; ask for it again.");
        }
        if (result.text() == null) {
            return new PutInPlace.Refusal("result-missing", "The model gave no screenplay; ask for it again.");
        }
        try {
            ScreenplayParser.parse(result.text());
            return null;
        } catch (ScreenplayRefused e) {
            return new PutInPlace.Refusal("screenplay-refused", String.valueOf(e.getMessage()));
        }
    }

    void put(Episode episode, Generation generation, Completed result) {
        switch (generation.target().type()) {
            case SCRIPT -> script(episode, result);
            case SHOT_KEYFRAME -> {
                stores.scripts()
                        .putKeyframe(
                                generation.target().id(),
                                asset(result, Role.KEYFRAME).id(),
                                generation.contentHash(),
                                generation.id());
                episodes.changed(episode, "scenes", "generations");
            }
            case SHOT_CLIP -> clip(episode, generation, result);
            case CHARACTER_PORTRAIT -> {
                Portrait portrait = portrait(generation, result, false);
                if (stores.galleries().add(episode.id(), portrait)) {
                    stores.galleries().select(portrait.sitterId(), portrait.id(), null);
                    episodes.changed(episode, "scenes", "generations");
                }
            }
            case LINE_VOICE -> {
                Asset voice = asset(result, Role.VOICE);
                stores.scripts()
                        .putVoice(
                                generation.target().id(),
                                voice.id(),
                                voice.durationMs() == null ? 0 : voice.durationMs(),
                                generation.contentHash(),
                                generation.id());
                episodes.changed(episode, "scenes", "generations");
            }
            case MUSIC -> {
                episode.score(asset(result, Role.MUSIC).id(), generation.contentHash(), generation.id());
                episodes.changed(episode, "audio", "generations");
            }
            case RENDER -> {
                render(episode, generation, result);
                episodes.changed(episode, "render", "generations");
            }
        }
    }

    private void script(Episode episode, Completed result) {
        Screenplay screenplay = ScreenplayParser.parse(String.valueOf(result.text()));
        Integer seconds = episode.facts().brief().seconds();
        if (seconds != null) {
            long shots =
                    FilmLength.shotsFor(seconds * 1_000L, screenplay.scenes().size());
            screenplay = screenplay.withDurations(ShotLengths.fit(screenplay.durations(), shots));
        }
        episode.take(screenplay.title(), screenplay.logline(), screenplay.language(), screenplay.characters());
        stores.scripts()
                .put(
                        episode.id(),
                        ScriptDraft.of(screenplay, episode.facts().brief().seed(), ids));
        episodes.changed(episode, "script", "scenes", "generations");
    }

    private void clip(Episode episode, Generation generation, Completed result) {
        Script script = stores.scripts().read(episode.id());
        UUID shotId = generation.target().id();
        Take take = take(generation, result, false);
        if (!stores.takes().add(episode.id(), take)) {
            return;
        }
        stores.scripts().select(shotId, take.id());
        episodes.changed(episode, "takes", "generations");
        Scene scene = script.findSceneOfShot(shotId).orElse(null);
        Shot shot = script.findShot(shotId).orElse(null);
        if (scene == null || shot == null) {
            return;
        }
        events.publish(
                Topics.SCENE_REGENERATED,
                episode.id(),
                new SceneRegenerated(
                        ids.next(),
                        clock.instant(),
                        episode.userId(),
                        episode.version(),
                        episode.seriesId(),
                        episode.id(),
                        scene.id(),
                        scene.number(),
                        shotId,
                        shot.number(),
                        take.id(),
                        take.number(),
                        true,
                        generation.id(),
                        take.keyframeAssetId(),
                        take.clipAssetId(),
                        take.durationMs(),
                        take.provider(),
                        take.model(),
                        take.costMicros()));
    }

    /** The person took the work back, and it was done all the same: nothing is thrown away, nothing is shown. */
    void keepHidden(Episode episode, Generation generation, Completed result) {
        if (generation.target().type() == TargetType.SHOT_CLIP
                && result.find(Role.CLIP).isPresent()) {
            stores.takes().add(episode.id(), take(generation, result, true));
        }
        if (generation.target().type() == TargetType.CHARACTER_PORTRAIT
                && result.find(Role.KEYFRAME).isPresent()) {
            stores.galleries().add(episode.id(), portrait(generation, result, true));
        }
    }

    private Portrait portrait(Generation generation, Completed result, boolean hidden) {
        UUID sitter = generation.target().id();
        return new Portrait(
                ids.next(),
                sitter,
                stores.galleries().nextNumber(sitter),
                generation.id(),
                asset(result, Role.KEYFRAME).id(),
                generation.contentHash(),
                result.provider(),
                result.model(),
                generation.seed(),
                result.outcome().costMicros(),
                hidden,
                clock.instant());
    }

    private Take take(Generation generation, Completed result, boolean hidden) {
        Asset clip = asset(result, Role.CLIP);
        UUID shotId = generation.target().id();
        return new Take(
                ids.next(),
                shotId,
                stores.takes().nextNumber(shotId),
                generation.id(),
                generation.sourceAssetId() == null ? clip.id() : generation.sourceAssetId(),
                clip.id(),
                clip.durationMs() == null ? 0 : clip.durationMs(),
                generation.contentHash(),
                result.provider(),
                result.model(),
                generation.seed(),
                result.outcome().costMicros(),
                hidden,
                clock.instant());
    }

    private void render(Episode episode, Generation generation, Completed result) {
        Asset film = asset(result, Role.FILM);
        stores.renders()
                .add(
                        episode.id(),
                        new Render(
                                ids.next(),
                                stores.renders().nextNumber(episode.id()),
                                generation.id(),
                                generation.contentHash(),
                                film.id(),
                                result.find(Role.CAPTIONS_VTT).map(Asset::id).orElse(null),
                                result.find(Role.CAPTIONS_SRT).map(Asset::id).orElse(null),
                                result.find(Role.POSTER).map(Asset::id).orElse(null),
                                film.durationMs(),
                                film.width(),
                                film.height(),
                                film.fps(),
                                film.bytes(),
                                film.loudnessLufs(),
                                film.truePeakDbtp(),
                                clock.instant()));
    }

    private static Asset asset(Completed result, Role role) {
        return result.find(role).orElseThrow(() -> new IllegalStateException("Checked before: there is a " + role));
    }
}
