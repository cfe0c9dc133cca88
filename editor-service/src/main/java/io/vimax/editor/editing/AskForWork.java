package io.vimax.editor.editing;

import io.vimax.editor.autopilot.Autopilot;
import io.vimax.editor.autopilot.GoOn;
import io.vimax.editor.autopilot.OpenQuestions;
import io.vimax.editor.autopilot.Step;
import io.vimax.editor.autopilot.TakeSteps;
import io.vimax.editor.cast.Galleries;
import io.vimax.editor.episode.Episode;
import io.vimax.editor.episode.EpisodeException;
import io.vimax.editor.episode.EpisodeState;
import io.vimax.editor.episode.Episodes;
import io.vimax.editor.generation.Decisions;
import io.vimax.editor.generation.Generation;
import io.vimax.editor.generation.GenerationException;
import io.vimax.editor.generation.GenerationState;
import io.vimax.editor.generation.Generations;
import io.vimax.editor.generation.TargetType;
import io.vimax.editor.id.TimeOrderedIds;
import io.vimax.editor.script.Scripts;
import io.vimax.editor.script.Shot;
import io.vimax.editor.situation.EpisodeSituation;
import io.vimax.editor.situation.Guards;
import io.vimax.editor.situation.Situations;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person asks for generations, takes them back, or lets the episode go on. */
@Component
public class AskForWork {

    private final Episodes episodes;
    private final Situations situations;
    private final Generations generations;
    private final Tools tools;
    private final TakeSteps steps;

    AskForWork(Episodes episodes, Situations situations, Generations generations, Tools tools, TakeSteps steps) {
        this.episodes = episodes;
        this.situations = situations;
        this.generations = generations;
        this.tools = tools;
        this.steps = steps;
    }

    /** What asking needs besides. */
    @Component
    record Tools(Scripts scripts, Galleries galleries, TimeOrderedIds ids, GoOn goOn, Decisions decisions) {}

    @Transactional
    public List<Generation> script(UUID userId, UUID id) {
        return ask(episodes.lock(userId, id), List.of(new Step.WriteScript()));
    }

    @Transactional
    public List<Generation> scenes(UUID userId, UUID id, boolean onlyMissing) {
        Episode episode = episodes.lock(userId, id);
        if (episode.state() == EpisodeState.SCRIPT_REVIEW) {
            steps.move(episode, situations.of(episode.facts()), EpisodeState.SCENE_GENERATION, TakeSteps.PERSON);
        }
        EpisodeSituation situation = withCast(episode);
        return ask(episode, Autopilot.scenes(situation, onlyMissing));
    }

    /** @param shotId null for every shot of the scene, @param seed null for a new one */
    public record Wish(
            @Nullable UUID shotId,
            @Nullable String prompt,
            @Nullable Long seed,
            @Nullable String model) {}

    /** New takes: keyframes are drawn anew with another seed, clips follow. */
    @Transactional
    public List<Generation> regenerate(UUID userId, UUID id, UUID sceneId, Wish wish) {
        Episode episode = episodes.lock(userId, id);
        var scene = situations
                .of(episode.facts())
                .script()
                .findScene(sceneId)
                .orElseThrow(() -> new EpisodeException.PartNotFound("scene", sceneId));
        List<Shot> shots = scene.shots().stream()
                .filter(shot -> wish.shotId() == null || shot.id().equals(wish.shotId()))
                .toList();
        if (shots.isEmpty()) {
            throw new EpisodeException.PartNotFound("shot", java.util.Objects.requireNonNull(wish.shotId()));
        }
        var drawn = new ArrayList<Step>();
        for (Shot shot : shots) {
            tools.scripts()
                    .rollAgain(shot.rolledAgain(
                            wish.prompt() == null ? shot.prompt() : wish.prompt(),
                            wish.seed() == null ? tools.ids().seed() : wish.seed(),
                            wish.model() == null ? shot.model() : wish.model()));
            drawn.add(new Step.DrawKeyframe(shot.id()));
        }
        return ask(episode, drawn);
    }

    @Transactional
    public List<Generation> render(UUID userId, UUID id) {
        Episode episode = episodes.lock(userId, id);
        EpisodeSituation situation = situations.of(episode.facts());
        if (episode.state().isBefore(EpisodeState.AUDIO_CUSTOMIZATION)) {
            List<String> reasons = Guards.against(situation, EpisodeState.AUDIO_CUSTOMIZATION);
            if (!reasons.isEmpty()) {
                throw new EpisodeException.TransitionRefused(
                        episode.state(), EpisodeState.AUDIO_CUSTOMIZATION, reasons);
            }
            steps.move(episode, situation, EpisodeState.AUDIO_CUSTOMIZATION, TakeSteps.PERSON);
        }
        return ask(episode, List.of(new Step.RenderFilm()));
    }

    @Transactional
    public Generation retry(UUID userId, UUID generationId) {
        Generation old = generations.get(userId, generationId);
        Episode episode = episodes.lock(userId, old.episodeId());
        old = generations.get(userId, generationId);
        if (old.undecided()) {
            throw new GenerationException.DecisionNeeded(old);
        }
        if (old.state() != GenerationState.FAILED && old.state() != GenerationState.CANCELLED) {
            throw new GenerationException.NothingToRetry(old.state());
        }
        TargetType type = old.target().type();
        UUID unit = old.target().id();
        List<Generation> asked = ask(episode, List.of(Autopilot.remake(type, unit)));
        return asked.isEmpty()
                ? situations.of(episode.facts()).latest(type, unit).orElseThrow()
                : asked.getFirst();
    }

    /** Every generation that is under way; the autopilot stops. */
    @Transactional
    public void cancelAll(UUID userId, UUID id) {
        Episode episode = episodes.lock(userId, id);
        List<Generation> underWay = situations.of(episode.facts()).generations().stream()
                .filter(Generation::underWay)
                .toList();
        if (underWay.isEmpty() && episode.paused()) {
            return;
        }
        episode.pause();
        episodes.changed(episode, "generations", "settings");
        underWay.forEach(
                generation -> generations.cancel(generation, episode.version(), "The person stopped the episode."));
    }

    /** Before an episode is deleted: nothing is under way any more, and workers let go of what nobody will decide about. */
    @Transactional
    public void letGo(UUID userId, UUID id) {
        cancelAll(userId, id);
        Episode episode = episodes.lock(userId, id);
        situations.of(episode.facts()).generations().stream()
                .filter(Generation::undecided)
                .forEach(generation -> tools.decisions().giveUp(generation, episode.version()));
    }

    @Transactional
    public Generation cancel(UUID userId, UUID generationId) {
        Generation generation = generations.get(userId, generationId);
        Episode episode = episodes.lock(userId, generation.episodeId());
        if (generations.get(userId, generationId).underWay()) {
            episodes.changed(episode, "generations");
            generations.cancel(generation, episode.version(), "The person took it back.");
        }
        return generations.get(userId, generationId);
    }

    @Transactional
    public void resume(UUID userId, UUID id) {
        Episode episode = episodes.lock(userId, id);
        if (episode.paused()) {
            episode.unpause();
            episodes.changed(episode, "settings");
        }
        EpisodeSituation situation = withCast(episode);
        steps.take(episode, situation, Autopilot.resume(situation), TakeSteps.PERSON, false);
        tools.goOn().from(episode);
    }

    /**
     * Another portrait of a character.
     *
     * @param seed null for a new one, or for the usual one where there is no portrait yet
     */
    @Transactional
    public List<Generation> portrait(UUID userId, UUID id, UUID characterId, @Nullable Long seed) {
        Episode episode = episodes.lock(userId, id);
        EpisodeSituation situation = situations.of(episode.facts());
        var member = situation
                .cast()
                .findMember(characterId)
                .orElseThrow(() -> new EpisodeException.PartNotFound("character", characterId));
        tools.galleries().seat(id, member.name(), true);
        boolean first = situation.cast().portraits(member).isEmpty();
        Long wanted = seed != null || first ? seed : Long.valueOf(tools.ids().seed());
        return ask(episode, List.of(new Step.DrawPortrait(characterId, wanted)));
    }

    /** The situation once it is settled who gets a portrait. */
    private EpisodeSituation withCast(Episode episode) {
        episodes.flush();
        EpisodeSituation situation = situations.of(episode.facts());
        return episode.state() == EpisodeState.SCENE_GENERATION && steps.cast(episode, situation)
                ? situations.of(episode.facts())
                : situation;
    }

    private List<Generation> ask(Episode episode, List<Step> wanted) {
        episodes.flush();
        EpisodeSituation situation = situations.of(episode.facts());
        for (Step step : wanted) {
            OpenQuestions.before(situation, step).ifPresent(generation -> {
                throw new GenerationException.DecisionNeeded(generation);
            });
        }
        return steps.take(episode, situation, wanted, TakeSteps.PERSON, true).stream()
                .map(id -> generations.find(id).orElseThrow())
                .toList();
    }
}
