package io.vimax.editor.editing;

import io.vimax.editor.autopilot.GoOn;
import io.vimax.editor.autopilot.TakeSteps;
import io.vimax.editor.cast.Galleries;
import io.vimax.editor.checkpoint.Checkpoint;
import io.vimax.editor.checkpoint.Checkpoints;
import io.vimax.editor.episode.AudioMix;
import io.vimax.editor.episode.CastMember;
import io.vimax.editor.episode.Episode;
import io.vimax.editor.episode.EpisodeException;
import io.vimax.editor.episode.EpisodeState;
import io.vimax.editor.episode.Episodes;
import io.vimax.editor.id.TimeOrderedIds;
import io.vimax.editor.script.Script;
import io.vimax.editor.script.Scripts;
import io.vimax.editor.situation.CastSituation;
import io.vimax.editor.situation.EpisodeSituation;
import io.vimax.editor.situation.Situations;
import io.vimax.editor.timeline.Timeline;
import io.vimax.editor.timeline.TimelineRules;
import io.vimax.editor.timeline.Timelines;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person's changes of what an episode is. Each locks the episode, changes it, and lets it go on. */
@Component
class EditEpisode {

    private final Episodes episodes;
    private final Situations situations;
    private final Parts parts;
    private final TakeSteps steps;
    private final GoOn goOn;

    EditEpisode(Episodes episodes, Situations situations, Parts parts, TakeSteps steps, GoOn goOn) {
        this.episodes = episodes;
        this.situations = situations;
        this.parts = parts;
        this.steps = steps;
        this.goOn = goOn;
    }

    /** What is edited. */
    @Component
    record Parts(
            Scripts scripts, Timelines timelines, Checkpoints checkpoints, Galleries galleries, TimeOrderedIds ids) {}

    @Transactional
    public void script(UUID userId, UUID id, long seenVersion, ScriptEdit edit) {
        Episode episode = episodes.lock(userId, id, seenVersion);
        EpisodeSituation before = situations.of(episode.facts());
        parts.scripts().put(id, MergeScript.merge(before.script(), edit, parts.ids()));
        if (edit.title() != null) {
            episode.rename(edit.title());
        }
        episodes.changed(episode, "script", "scenes");
        backToScenesIfIncomplete(episode);
        goOn.from(episode);
    }

    /** An episode is never later than scene generation while a shot has no take. */
    private void backToScenesIfIncomplete(Episode episode) {
        EpisodeSituation situation = situations.of(episode.facts());
        boolean missing = situation.script().shots().stream()
                .anyMatch(shot -> situation.selectedTake(shot).isEmpty());
        if (missing && EpisodeState.SCENE_GENERATION.isBefore(episode.state())) {
            steps.move(episode, situation, EpisodeState.SCENE_GENERATION, TakeSteps.PERSON);
        }
    }

    @Transactional
    public void timeline(UUID userId, UUID id, long seenVersion, List<Timeline.Track> tracks) {
        Episode episode = episodes.lock(userId, id, seenVersion);
        EpisodeSituation situation = situations.of(episode.facts());
        List<String> faults = TimelineRules.faults(new Timeline(0, tracks), situation.material());
        if (!faults.isEmpty()) {
            throw new EditingException.BadTimeline(faults);
        }
        parts.timelines().put(id, tracks);
        episodes.changed(episode, "timeline");
        goOn.from(episode);
    }

    @Transactional
    public void audio(UUID userId, UUID id, AudioMix audio) {
        Episode episode = episodes.lock(userId, id);
        if (!episode.audio().equals(audio)) {
            episode.mix(audio);
            episodes.changed(episode, "audio");
            goOn.from(episode);
        }
    }

    /** A step back by hand stops the autopilot, which would undo it at once. */
    @Transactional
    public void transition(UUID userId, UUID id, EpisodeState to) {
        Episode episode = episodes.lock(userId, id);
        if (episode.state() == to) {
            return;
        }
        EpisodeSituation situation = situations.of(episode.facts());
        boolean back = to.isBefore(episode.state());
        if (to == EpisodeState.TIMELINE_EDITING && !back && situation.timeline().isEmpty()) {
            parts.timelines().put(id, null);
        }
        if (back && episode.autopilot()) {
            episode.pause();
        }
        steps.move(episode, situation, to, TakeSteps.PERSON);
        goOn.from(episode);
    }

    @Transactional
    public void select(UUID userId, UUID id, UUID shotId, UUID takeId) {
        Episode episode = episodes.lock(userId, id);
        EpisodeSituation situation = situations.of(episode.facts());
        var shot = situation
                .script()
                .findShot(shotId)
                .orElseThrow(() -> new EpisodeException.PartNotFound("shot", shotId));
        if (situation.takesOf(shot).stream().noneMatch(take -> take.id().equals(takeId))) {
            throw new EpisodeException.PartNotFound("take", takeId);
        }
        if (!takeId.equals(shot.selectedTakeId())) {
            parts.scripts().select(shotId, takeId);
            episodes.changed(episode, "takes");
            goOn.from(episode);
        }
    }

    /** An older portrait of a character, for all keyframes that are drawn from now on; the present ones become stale. */
    @Transactional
    public void pickPortrait(UUID userId, UUID id, UUID characterId, UUID portraitId) {
        Episode episode = episodes.lock(userId, id);
        CastSituation cast = situations.of(episode.facts()).cast();
        CastMember member = member(cast, characterId);
        if (cast.portraits(member).stream().noneMatch(portrait -> portrait.id().equals(portraitId))) {
            throw new EpisodeException.PartNotFound("portrait", portraitId);
        }
        parts.galleries().select(characterId, portraitId, cast.hash(member));
        episodes.changed(episode, "scenes");
        goOn.from(episode);
    }

    /** @param assetId the person's own picture of the character; null takes it away */
    @Transactional
    public void refer(UUID userId, UUID id, UUID characterId, @Nullable UUID assetId) {
        Episode episode = episodes.lock(userId, id);
        CastMember member = member(situations.of(episode.facts()).cast(), characterId);
        // Who has lost the own picture gets a portrait like everybody else.
        parts.galleries().seat(id, member.name(), true);
        parts.galleries().refer(characterId, assetId);
        episodes.changed(episode, "scenes");
        goOn.from(episode);
    }

    private static CastMember member(CastSituation cast, UUID characterId) {
        return cast.findMember(characterId)
                .orElseThrow(() -> new EpisodeException.PartNotFound("character", characterId));
    }

    @Transactional(readOnly = true)
    public List<Checkpoint> checkpoints(UUID userId, UUID id) {
        episodes.getFacts(userId, id);
        return parts.checkpoints().ofEpisode(id);
    }

    /**
     * Words, cut, mix and chosen takes as they were; the autopilot waits, results made since stay. What the restored script lacks
     * keeps the episode from a later state than its takes allow.
     */
    @Transactional
    public void restore(UUID userId, UUID id, UUID checkpointId) {
        Episode episode = episodes.lock(userId, id);
        var snapshot = parts.checkpoints()
                .find(id, checkpointId)
                .orElseThrow(() -> new EpisodeException.PartNotFound("checkpoint", checkpointId))
                .snapshot();
        EpisodeSituation before = situations.of(episode.facts());
        if (snapshot.state().isBefore(episode.state())) {
            steps.move(episode, before, snapshot.state(), TakeSteps.PERSON);
        } else {
            parts.checkpoints().write(id, episode.version(), TakeSteps.PERSON, TakeSteps.snapshot(before));
        }
        Script script = snapshot.script();
        parts.scripts().put(id, script);
        if (snapshot.timelineLaid()) {
            parts.timelines().put(id, snapshot.tracks());
        } else {
            parts.timelines().remove(id);
        }
        episode.rename(snapshot.title());
        episode.mix(snapshot.audio());
        episode.pause();
        episodes.changed(episode, "script", "scenes", "takes", "timeline", "audio", "settings");
        backToScenesIfIncomplete(episode);
    }
}
