package io.vimax.editor.autopilot;

import io.vimax.editor.checkpoint.Checkpoint.Snapshot;
import io.vimax.editor.checkpoint.Checkpoints;
import io.vimax.editor.episode.Episode;
import io.vimax.editor.episode.EpisodeException;
import io.vimax.editor.episode.EpisodeState;
import io.vimax.editor.episode.Episodes;
import io.vimax.editor.generation.GenerationOrder;
import io.vimax.editor.generation.Generations;
import io.vimax.editor.models.ModelsException;
import io.vimax.editor.money.Budget;
import io.vimax.editor.money.BudgetExceeded;
import io.vimax.editor.script.Scripts;
import io.vimax.editor.situation.EpisodeSituation;
import io.vimax.editor.situation.Guards;
import io.vimax.editor.timeline.Timelines;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes decided steps in the caller's transaction, under the episode's lock. */
@Component
@Transactional(
        propagation = Propagation.MANDATORY,
        // The autopilot goes on after these and says why it stopped; a person's own call rolls back further out.
        noRollbackFor = {BudgetExceeded.class, ModelsException.class})
public class TakeSteps {

    public static final String PERSON = "person";
    public static final String AUTOPILOT = "autopilot";

    private final Desk desk;
    private final Episodes episodes;
    private final Generations generations;
    private final Timelines timelines;
    private final Checkpoints checkpoints;

    TakeSteps(Desk desk, Episodes episodes, Generations generations, Timelines timelines, Checkpoints checkpoints) {
        this.desk = desk;
        this.episodes = episodes;
        this.generations = generations;
        this.timelines = timelines;
        this.checkpoints = checkpoints;
    }

    /** Where steps become orders. */
    @Component
    record Desk(WorkOrders orders, Casting casting, Scripts scripts) {}

    /**
     * Moves first, requests last: the whole batch of requests is priced before the first is written.
     *
     * @param by person or autopilot
     * @return the generations that were asked for
     * @throws BudgetExceeded if all of them together would pass the budget; nothing was asked for
     */
    public List<UUID> take(
            Episode episode, EpisodeSituation situation, List<Step> steps, String by, boolean interactive) {
        var wanted = new ArrayList<GenerationOrder>();
        WorkOrders orders = desk.orders();
        for (Step step : steps) {
            switch (step) {
                case Step.WriteScript _ -> wanted.add(orders.script(situation, interactive));
                case Step.CastPeople _ -> cast(episode, situation);
                case Step.DrawPortrait draw -> wanted.add(orders.portrait(situation, draw, interactive));
                case Step.KeepWaiting keep -> desk.scripts().keepWaiting(keep.shotId(), true);
                case Step.DrawKeyframe draw -> {
                    wanted.add(orders.keyframe(situation, draw.shotId(), interactive));
                    desk.scripts().keepWaiting(draw.shotId(), false);
                }
                case Step.FilmShot film -> wanted.add(orders.clip(situation, film.shotId(), interactive));
                case Step.SpeakLine speak -> wanted.add(orders.voice(situation, speak.lineId(), interactive));
                case Step.Compose _ -> wanted.add(orders.music(situation, interactive));
                case Step.RenderFilm _ -> wanted.add(orders.film(situation, interactive));
                case Step.LayTracks _ -> layTracks(episode);
                case Step.Move move -> move(episode, situation, move.to(), by);
            }
        }
        return request(episode, situation, wanted);
    }

    /**
     * Settles who of the cast gets a portrait, where that is not settled yet.
     *
     * @return whether anything was settled, so that the situation must be read again
     */
    public boolean cast(Episode episode, EpisodeSituation situation) {
        boolean settled = desk.casting().settle(situation);
        if (settled) {
            episodes.changed(episode, "scenes");
        }
        return settled;
    }

    private List<UUID> request(Episode episode, EpisodeSituation situation, List<GenerationOrder> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        new Budget(situation.episode().budgetMicros(), situation.spending().committedMicros())
                .reserve(wanted.stream()
                        .mapToLong(GenerationOrder::estimatedMicros)
                        .sum());
        episodes.changed(episode, "generations");
        var asked = new ArrayList<UUID>();
        for (GenerationOrder order : wanted) {
            generations
                    .request(episode.userId(), episode.id(), episode.version(), order)
                    .ifPresent(asked::add);
        }
        return List.copyOf(asked);
    }

    private void layTracks(Episode episode) {
        timelines.put(episode.id(), null);
        episodes.changed(episode, "timeline");
    }

    /**
     * Moves the episode and writes a checkpoint of what it leaves.
     *
     * @throws EpisodeException.TransitionRefused with the reasons, if a guard is against it
     */
    public void move(Episode episode, EpisodeSituation situation, EpisodeState to, String by) {
        EpisodeState from = episode.state();
        if (from == to) {
            return;
        }
        // A timeline that is missing is laid on the way, so it is no reason against the move.
        List<String> reasons = Guards.against(situation, to);
        if (!reasons.isEmpty()) {
            throw new EpisodeException.TransitionRefused(from, to, reasons);
        }
        UUID checkpoint = checkpoints.write(episode.id(), episode.version(), by, snapshot(situation));
        episode.become(to);
        episodes.changed(episode, "settings");
        episodes.moved(episode, from, checkpoint, by);
    }

    public static Snapshot snapshot(EpisodeSituation situation) {
        var stored = situation.storedTimeline();
        return new Snapshot(
                situation.episode().title(),
                situation.episode().state(),
                situation.script(),
                stored != null,
                stored == null ? null : stored.tracks(),
                situation.episode().audio());
    }
}
