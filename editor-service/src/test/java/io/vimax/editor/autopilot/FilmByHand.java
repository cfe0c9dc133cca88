package io.vimax.editor.autopilot;

import io.vimax.editor.FilmScript;
import io.vimax.editor.cast.Gallery;
import io.vimax.editor.cast.Portrait;
import io.vimax.editor.cast.Sitter;
import io.vimax.editor.episode.AudioMix;
import io.vimax.editor.episode.Brief;
import io.vimax.editor.episode.CastMember;
import io.vimax.editor.episode.EpisodeFacts;
import io.vimax.editor.episode.EpisodeState;
import io.vimax.editor.episode.Ratio;
import io.vimax.editor.generation.Generation;
import io.vimax.editor.generation.GenerationState;
import io.vimax.editor.generation.Generations;
import io.vimax.editor.generation.Target;
import io.vimax.editor.generation.TargetType;
import io.vimax.editor.id.TimeOrderedIds;
import io.vimax.editor.render.Render;
import io.vimax.editor.script.Line;
import io.vimax.editor.script.Scene;
import io.vimax.editor.script.ScreenplayParser;
import io.vimax.editor.script.Script;
import io.vimax.editor.script.ScriptDraft;
import io.vimax.editor.script.Shot;
import io.vimax.editor.situation.ContentHashes;
import io.vimax.editor.situation.EpisodeSituation;
import io.vimax.editor.take.Take;
import io.vimax.editor.timeline.Timelines;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An episode in memory to which a test does by hand what the database and the workers do. */
final class FilmByHand {

    private final TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC());
    final UUID id = ids.next();
    EpisodeState state = EpisodeState.SCRIPT_REVIEW;
    boolean autopilot = true;
    boolean paused;
    AudioMix audio = AudioMix.DEFAULT;
    Script script = new Script(List.of());
    Timelines.@Nullable Stored timeline;
    final List<Generation> generations = new ArrayList<>();
    final List<Take> takes = new ArrayList<>();

    @Nullable
    UUID music;

    @Nullable
    String musicHash;

    @Nullable
    Render render;

    List<CastMember> cast = List.of();
    boolean takesPictures = true;
    final List<Sitter> sitters = new ArrayList<>();
    final List<Portrait> portraits = new ArrayList<>();

    private long second;

    EpisodeSituation situation() {
        var brief = new Brief(
                "An idea", null, "auto", 30, null, Ratio.WIDE, "en", "storyboard", 42, Brief.ModelChoice.NONE);
        var facts = new EpisodeFacts(
                id,
                new UUID(1, 1),
                new UUID(2, 2),
                1,
                "Film",
                null,
                null,
                state,
                autopilot,
                paused,
                null,
                null,
                1,
                brief,
                "en",
                null,
                1280,
                720,
                24,
                cast,
                audio,
                music,
                musicHash,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
        return new EpisodeSituation(
                facts,
                script,
                takes,
                timeline,
                generations,
                render,
                new Generations.Spending(0, 0, 0, false),
                new Gallery(sitters, portraits));
    }

    /** Asks for work or moves, as the steps say. */
    void take(List<Step> steps) {
        EpisodeSituation situation = situation();
        for (Step step : steps) {
            switch (step) {
                case Step.WriteScript _ -> ask(TargetType.SCRIPT, id, ContentHashes.script(situation.episode()));
                case Step.CastPeople _ ->
                    situation
                            .cast()
                            .unsettled()
                            .forEach(member -> sitters.add(new Sitter(
                                    Sitter.idOf(id, member.name()), member.name(), takesPictures, null, null, null)));
                case Step.DrawPortrait draw ->
                    ask(TargetType.CHARACTER_PORTRAIT, draw.characterId(), portraitHash(situation, draw.characterId()));
                case Step.KeepWaiting keep -> changeShot(keep.shotId(), shot -> waiting(shot, true));
                case Step.DrawKeyframe draw -> {
                    ask(TargetType.SHOT_KEYFRAME, draw.shotId(), keyframeHash(situation, draw.shotId()));
                    changeShot(draw.shotId(), shot -> waiting(shot, false));
                }
                case Step.FilmShot film -> ask(TargetType.SHOT_CLIP, film.shotId(), clipHash(situation, film.shotId()));
                case Step.SpeakLine speak ->
                    ask(TargetType.LINE_VOICE, speak.lineId(), voiceHash(situation, speak.lineId()));
                case Step.Compose _ -> ask(TargetType.MUSIC, id, situation.musicHash());
                case Step.RenderFilm _ ->
                    ask(
                            TargetType.RENDER,
                            id,
                            ContentHashes.film(situation.film().orElseThrow()));
                case Step.LayTracks _ -> timeline = new Timelines.Stored(1, null);
                case Step.Move move -> state = move.to();
            }
        }
    }

    private static String portraitHash(EpisodeSituation situation, UUID character) {
        return situation.cast().hash(situation.cast().findMember(character).orElseThrow());
    }

    private String keyframeHash(EpisodeSituation situation, UUID shot) {
        Scene scene = script.findSceneOfShot(shot).orElseThrow();
        return situation.keyframeHash(scene, script.findShot(shot).orElseThrow());
    }

    private String clipHash(EpisodeSituation situation, UUID shot) {
        Scene scene = script.findSceneOfShot(shot).orElseThrow();
        return situation.clipHash(scene, script.findShot(shot).orElseThrow());
    }

    private String voiceHash(EpisodeSituation situation, UUID line) {
        return ContentHashes.voice(
                situation.episode(),
                script.lines().stream()
                        .filter(it -> it.id().equals(line))
                        .findFirst()
                        .orElseThrow());
    }

    private void ask(TargetType type, UUID unit, String contentHash) {
        generations.add(generation(
                ids.next(), type, unit, contentHash, GenerationState.QUEUED, Instant.ofEpochSecond(++second)));
    }

    /** The person decided to give an ambiguous generation up. */
    void giveUp(Generation ambiguous) {
        generations.replaceAll(it -> it.id().equals(ambiguous.id())
                ? generation(
                        it.id(),
                        it.target().type(),
                        it.target().id(),
                        it.contentHash(),
                        GenerationState.FAILED,
                        it.createdAt())
                : it);
    }

    private Generation generation(
            UUID generation, TargetType type, UUID unit, String hash, GenerationState state, Instant created) {
        return new Generation(
                generation,
                new UUID(1, 1),
                id,
                type.kind(),
                new Target(type, unit, "unit"),
                state,
                hash,
                hash,
                null,
                "local",
                "local",
                1,
                new Generation.Reported(null, null, null, null, "unknown", null, null, null, 0, 0),
                new Generation.Cost(0, null, 0, false),
                null,
                null,
                state == GenerationState.FAILED ? new Generation.Failure("broken", "It broke.", true) : null,
                null,
                created,
                null,
                null);
    }

    List<Generation> underWay() {
        return generations.stream().filter(Generation::underWay).toList();
    }

    void end(Generation generation, GenerationState state) {
        generations.replaceAll(it -> it.equals(generation)
                ? generation(it.id(), it.target().type(), it.target().id(), it.contentHash(), state, it.createdAt())
                : it);
        if (state == GenerationState.READY) {
            place(generation);
        }
    }

    private void place(Generation generation) {
        UUID unit = generation.target().id();
        switch (generation.target().type()) {
            case SCRIPT -> script = ScriptDraft.of(ScreenplayParser.parse(FilmScript.json(3, 2, 30_000)), 42, ids);
            case CHARACTER_PORTRAIT -> {
                var portrait = new Portrait(
                        ids.next(),
                        unit,
                        portraits.size() + 1,
                        generation.id(),
                        ids.next(),
                        generation.contentHash(),
                        "local",
                        "local",
                        1,
                        0,
                        false,
                        Instant.EPOCH);
                portraits.add(portrait);
                select(unit, portrait.id());
            }
            case SHOT_KEYFRAME -> changeShot(unit, shot -> withKeyframe(shot, generation));
            case SHOT_CLIP -> {
                Shot filmed = script.findShot(unit).orElseThrow();
                var take = new Take(
                        ids.next(),
                        unit,
                        takes.size() + 1,
                        generation.id(),
                        ids.next(),
                        ids.next(),
                        filmed.durationMs(),
                        generation.contentHash(),
                        "local",
                        "local",
                        1,
                        0,
                        false,
                        Instant.EPOCH);
                takes.add(take);
                changeShot(unit, shot -> withTake(shot, take.id()));
            }
            case LINE_VOICE ->
                changeLine(
                        unit,
                        line -> new Line(
                                line.id(),
                                line.shotId(),
                                line.number(),
                                line.speaker(),
                                line.kind(),
                                line.text(),
                                ids.next(),
                                1_500L,
                                generation.contentHash(),
                                generation.id()));
            case MUSIC -> {
                music = ids.next();
                musicHash = generation.contentHash();
            }
            case RENDER ->
                render = new Render(
                        ids.next(),
                        1,
                        generation.id(),
                        generation.contentHash(),
                        ids.next(),
                        null,
                        null,
                        null,
                        30_000L,
                        1280,
                        720,
                        24.0,
                        1,
                        -14.0,
                        -1.2,
                        Instant.EPOCH);
        }
    }

    private static Shot withKeyframe(Shot shot, Generation generation) {
        return new Shot(
                shot.id(),
                shot.number(),
                shot.description(),
                shot.prompt(),
                shot.framing(),
                shot.cameraMove(),
                shot.people(),
                shot.durationMs(),
                shot.seed(),
                shot.model(),
                shot.continuesPrevious(),
                shot.waits(),
                UUID.randomUUID(),
                generation.contentHash(),
                generation.id(),
                shot.selectedTakeId());
    }

    private static Shot withTake(Shot shot, UUID take) {
        return new Shot(
                shot.id(),
                shot.number(),
                shot.description(),
                shot.prompt(),
                shot.framing(),
                shot.cameraMove(),
                shot.people(),
                shot.durationMs(),
                shot.seed(),
                shot.model(),
                shot.continuesPrevious(),
                shot.waits(),
                shot.keyframeAssetId(),
                shot.keyframeHash(),
                shot.keyframeGenerationId(),
                take);
    }

    static Shot described(Shot shot, String description) {
        return new Shot(
                shot.id(),
                shot.number(),
                description,
                shot.prompt(),
                shot.framing(),
                shot.cameraMove(),
                shot.people(),
                shot.durationMs(),
                shot.seed(),
                shot.model(),
                shot.continuesPrevious(),
                shot.waits(),
                shot.keyframeAssetId(),
                shot.keyframeHash(),
                shot.keyframeGenerationId(),
                shot.selectedTakeId());
    }

    void select(UUID character, UUID portrait) {
        sitters.replaceAll(sitter -> sitter.id().equals(character)
                ? new Sitter(sitter.id(), sitter.name(), sitter.wanted(), sitter.referenceAssetId(), portrait, null)
                : sitter);
    }

    static Shot waiting(Shot shot, boolean waits) {
        return new Shot(
                shot.id(),
                shot.number(),
                shot.description(),
                shot.prompt(),
                shot.framing(),
                shot.cameraMove(),
                shot.people(),
                shot.durationMs(),
                shot.seed(),
                shot.model(),
                shot.continuesPrevious(),
                waits,
                shot.keyframeAssetId(),
                shot.keyframeHash(),
                shot.keyframeGenerationId(),
                shot.selectedTakeId());
    }

    void changeShot(UUID unit, Function<Shot, Shot> change) {
        Predicate<Shot> wanted = shot -> shot.id().equals(unit);
        script = new Script(script.scenes().stream()
                .map(scene -> with(
                        scene,
                        scene.shots().stream()
                                .map(shot -> wanted.test(shot) ? change.apply(shot) : shot)
                                .toList(),
                        scene.lines()))
                .toList());
    }

    private void changeLine(UUID unit, Function<Line, Line> change) {
        script = new Script(script.scenes().stream()
                .map(scene -> with(
                        scene,
                        scene.shots(),
                        scene.lines().stream()
                                .map(line -> line.id().equals(unit) ? change.apply(line) : line)
                                .toList()))
                .toList());
    }

    private static Scene with(Scene scene, List<Shot> shots, List<Line> lines) {
        return new Scene(
                scene.id(),
                scene.number(),
                scene.heading(),
                scene.place(),
                scene.timeOfDay(),
                scene.weather(),
                scene.interior(),
                scene.mood(),
                scene.act(),
                scene.summary(),
                shots,
                lines);
    }
}
